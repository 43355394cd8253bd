import { rangeWithZone } from '../../../../web/words/moments.ts'
import { type ReminderKind, reminders } from '../../../../web/words/reminders.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { Session } from '../../../domain/session/session.ts'
import type { Instant } from '../../../domain/time/time.ts'
import type { Kind } from '../../../domain/today/item.ts'

/** Lines of Today that somebody on the executive's side has to be written to about. */
export const WRITTEN: Readonly<Partial<Record<Kind, ReminderKind>>> = {
  'offer-unanswered': 'unanswered',
  'bumped-twice': 'bumped',
  tentative: 'tentative',
}

/** A mail that is already written, opened in the manager's own mail program: chasing is hers, never a mentor's. */
export function reminderTo(
  kind: ReminderKind,
  asked: Person,
  executive: Person,
  { offer, time, bumps }: Session,
  now: Instant,
): string {
  const words = reminders[asked.locale][kind]
  const meant = kind === 'unanswered' ? (offer?.options ?? []) : time ? [time] : []
  const ahead = meant.filter(({ start }) => start > now)
  const body = words.body({
    name: asked.name,
    executive: asked.id === executive.id ? null : executive.name,
    moves: bumps,
    times: ahead.map((each) => rangeWithZone(each, asked)),
  })
  const subject = words.subject(ahead.length)
  return `mailto:${encodeURIComponent(asked.email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
