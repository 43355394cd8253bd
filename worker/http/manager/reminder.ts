import type { Person } from '../../domain/people.ts'
import type { Session } from '../../domain/sessions.ts'
import { rangeWithZone } from '../../../web/words/moments.ts'
import { reminders } from '../../../web/words/reminders.ts'

/** A mail that is already written, opened in the manager's own mail program: chasing is hers, never a mentor's. */
export function reminderTo(asked: Person, executive: Person, session: Session): string {
  const words = reminders[asked.locale]
  const times = (session.offer?.options ?? []).map((option) => `- ${rangeWithZone(option, asked)}`)
  const body = words.body(asked.name, asked.id === executive.id ? null : executive.name, times.join('\n'))
  return `mailto:${encodeURIComponent(asked.email)}?subject=${encodeURIComponent(words.subject)}&body=${encodeURIComponent(body)}`
}
