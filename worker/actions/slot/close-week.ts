import type { By } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Availability } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { withClosedWeek } from '../../domain/slot/close-week.ts'
import { decideAvailability } from '../../domain/slot/set-availability.ts'
import type { Day } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findAvailability } from '../../storage/slot/availability.ts'
import { decideAndCommit } from '../write.ts'

/** “Not that week”: the seven days around `day` are closed, whatever stood there; other days stay as they are. */
export async function closeWeek(
  platform: Platform,
  personId: PersonId,
  day: Day,
  by: By,
): Promise<Result<Availability, Refusal>> {
  const { db, now } = platform
  return decideAndCommit(platform, async () => {
    const [person, hours] = await Promise.all([findPerson(db, personId), findAvailability(db, personId)])
    if (!person) return refuse({ reason: 'not-found' })
    const closed = withClosedWeek(hours ?? { zone: person.zone, weekly: [], exceptions: [] }, day)
    return accept({ decision: decideAvailability(person, closed, { at: now(), by }), value: closed })
  })
}
