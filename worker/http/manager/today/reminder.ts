import { mailto } from '../../../../web/parts/mailto.tsx'
import { rangeWithZone } from '../../../../web/words/moments.ts'
import { notReady, type ReminderKind, reminders } from '../../../../web/words/reminders.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { Session } from '../../../domain/session/session.ts'
import type { Instant } from '../../../domain/time/time.ts'
import type { Kind } from '../../../domain/today/item.ts'

/** Items of Today for which the manager writes to the executive's side. */
export const REMINDERS: Readonly<Partial<Record<Kind, ReminderKind>>> = {
  'bumped-twice': 'bumped',
  tentative: 'tentative',
}

/** A `mailto:` link with a ready-made mail: the manager reminds from her own mail program, a mentor never does. */
export function reminderTo(
  kind: ReminderKind,
  reader: Person,
  executive: Person,
  { time, bumps }: Session,
  now: Instant,
): string {
  const words = reminders[reader.locale][kind]
  const body = words.body({
    name: reader.name,
    executive: reader.id === executive.id ? null : executive.name,
    moves: bumps,
    time: time && time.start > now ? rangeWithZone(time, reader) : null,
  })
  return mailto(reader.email, { subject: words.subject, body })
}

/** The same to a mentor without hours who has not read what a new one should know. */
export function writingToMentor({ name, email, locale }: Pick<Person, 'name' | 'email' | 'locale'>) {
  const { subject, body } = notReady[locale]
  return { to: name, href: mailto(email, { subject, body: body(name) }) }
}
