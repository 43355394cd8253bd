import type { DeskLine } from '../../../web/pages/assistant/desk-data.ts'
import type { Person } from '../../domain/people/person.ts'
import { openSpans } from '../../domain/slot/availability.ts'
import type { PersonDiary } from '../../domain/slot/diary.ts'
import { whereAt } from '../../domain/slot/hours.ts'
import type { Interval, Zone } from '../../domain/time/time.ts'

type Around = { readonly executive: Person; readonly hoursOf: (person: Person) => PersonDiary }

/**
 * What has come up since a date was fixed: he is elsewhere than was thought, or it lies in what should never be. A date
 * that was fixed for where he is then is right. `zone`: where he was expected.
 */
export function clashOf(
  zone: Zone,
  time: Interval,
  { executive, hoursOf }: Around,
): Extract<DeskLine, { kind: 'date' }>['clash'] {
  const diary = hoursOf(executive)
  const where = whereAt(diary, 'executive', time.start)
  if (where !== zone && where !== diary.availability.zone) return 'trip'
  const { never = [] } = executive.rules
  const hours = { zone: where ?? zone, weekly: never, exceptions: [] }
  return never.length > 0 && openSpans(hours, time).length > 0 ? 'never' : null
}
