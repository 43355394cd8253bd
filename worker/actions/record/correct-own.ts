import type { ByPerson } from '../../domain/decision.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import {
  decidePersonChange,
  mayChangeAnswerer,
  type PersonChange,
  type PersonReading,
} from '../../domain/people/change.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listMemberships } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { findAvailability } from '../../storage/slot/availability.ts'
import { askAllAnew } from '../offer/ask-anew.ts'
import { decideAndCommit, withValue } from '../write.ts'

/** What a person may correct of himself. Addresses let somebody in: those he asks a manager for. */
export type OwnCorrection = Pick<
  PersonChange,
  'name' | 'shortName' | 'zone' | 'locale' | 'blockers' | 'rules'
>

/** Somebody corrects his own record, in one programme; zone and language are the same in all of them. */
export async function correctOwn(
  platform: Platform,
  programmeId: ProgrammeId,
  correction: OwnCorrection,
  by: ByPerson,
): Promise<Result<null, Refusal>> {
  const corrected = await decideAndCommit(platform, async () => {
    const { db, now } = platform
    // First: the version that guards the write must not be newer than the rest of the reading.
    const person = await findPerson(db, by.id, programmeId)
    const [programme, memberships, hours] = await Promise.all([
      findProgramme(db, programmeId),
      listMemberships(db, by.id),
      correction.zone === undefined ? null : findAvailability(db, by.id),
    ])
    if (!person || !programme) return refuse({ reason: 'not-found' })
    const closed = whyClosed(programme)
    if (closed) return refuse(closed)
    const reading: PersonReading = {
      ...{ person, programmeId, hours, policy: programme.policy },
      ...{ assistantIds: [], known: [], line: null, sessions: [], roles: null, managers: null, formats: [] },
      taken: { here: [], elsewhere: [] },
      ...{ managed: [], isManagedElsewhere: false },
      isOnlyHere: new Set(memberships.map((each) => each.programmeId)).size === 1,
    }
    return withValue(decidePersonChange(reading, correction, { at: now(), by }), () => null)
  })
  if (corrected.ok && mayChangeAnswerer(correction)) await askAllAnew(platform, by.id, by)
  return corrected
}
