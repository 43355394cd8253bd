import type { PersonId } from '../../worker/domain/ids.ts'
import type { Role, WeeklyWindow } from '../../worker/domain/people/person.ts'
import type { CastHours, CastMember } from './cast.ts'

/** A person with defaults: English, Paris time, no rules. */
export function member(
  id: PersonId,
  name: string,
  role: Role,
  parts: Pick<CastMember, 'email'> & Partial<CastMember>,
): CastMember {
  return {
    id,
    name,
    shortName: null,
    roles: [role],
    aliases: [],
    zone: 'Europe/Paris',
    locale: 'en',
    unit: null,
    reportsTo: null,
    blockers: [],
    rules: {},
    assistantIds: [],
    hours: null,
    ...parts,
  }
}

/** `seedHours(['Mon 14-17', 'Tue 9-12:30'])`, and days that differ. */
export function seedHours(weekly: readonly string[], away: CastHours['away'] = []): CastHours {
  return { weekly: weekly.map(windowOf), away }
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function windowOf(text: string): WeeklyWindow {
  const [day = '', span = ''] = text.split(' ')
  const [from = '', to = ''] = span.split('-')
  return { day: DAYS.indexOf(day) + 1, from: minutesOf(from), to: minutesOf(to) }
}

function minutesOf(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hour * 60 + minute
}
