import type { PersonId } from '../../domain/ids.ts'
import type { Availability, Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, type Result } from '../../domain/result.ts'
import { addDays, weekdayOf } from '../../domain/time/days.ts'
import type { Day } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { isManagedElsewhere } from '../../storage/people/membership.ts'
import { findAvailability, putAvailability } from '../../storage/slot/availability.ts'
import { findDiaryVersion, raiseDiary } from '../../storage/slot/diary.ts'
import { retryOnConflict } from '../retry.ts'

/**
 * “Not that week”: the seven days around `day` are closed, whatever stood there; other days stay as they are. Hours
 * are shared, as in `setAvailability`.
 */
export async function closeWeek(
  { db }: Platform,
  { id, zone }: Person,
  day: Day,
  by: PersonId = id,
): Promise<Result<Availability, Refusal>> {
  return retryOnConflict(async () => {
    const version = await findDiaryVersion(db, id)
    const hours = (await findAvailability(db, id)) ?? { zone, weekly: [], exceptions: [] }
    const closed = { ...hours, exceptions: without(hours.exceptions, day) }
    if (by !== id && (await isManagedElsewhere(db, by, id))) return accept(closed)
    const written = await inOneBatch(db, [raiseDiary(db, id, version), putAvailability(db, id, closed)])
    return written.ok ? accept(closed) : written
  })
}

function without(exceptions: Availability['exceptions'], day: Day): Availability['exceptions'] {
  const monday = addDays(day, 1 - weekdayOf(day))
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const others = exceptions.filter(({ date }) => !week.includes(date))
  return [...others, ...week.map((date) => ({ date, from: null, to: null }))].toSorted((one, other) =>
    one.date < other.date ? -1 : 1,
  )
}
