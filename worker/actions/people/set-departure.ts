import { type By, type ByPerson, CLOCK } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { decideDeparture, type DepartureReading } from '../../domain/people/set-departure.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Day } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { findCandidate } from '../../storage/pairing/candidate.ts'
import { listOpenSessionsOf, listStayingManagers } from '../../storage/people/leave.ts'
import { listManagedOf } from '../../storage/people/membership.ts'
import { clearAfterLeaving } from '../session/clear-after-leaving.ts'
import { decideAndCommit, withValue } from '../write.ts'
import { leave } from './leave.ts'

/**
 * Says on which day somebody leaves the programmes that `by` manages, or takes it back. What follows at once is done at
 * once; the clock does the rest, and what an interruption left.
 */
export async function setDeparture(
  platform: Platform,
  id: PersonId,
  on: Day | null,
  by: ByPerson,
): Promise<Result<readonly ProgrammeId[], Refusal>> {
  return depart(platform, id, () => listManagedOf(platform.db, by, id), on, by)
}

/** The same in these programmes, whoever manages them. */
export async function depart(
  platform: Platform,
  id: PersonId,
  from: () => Promise<readonly ProgrammeId[]>,
  on: Day | null,
  by: By,
): Promise<Result<readonly ProgrammeId[], Refusal>> {
  const set = await decideAndCommit(platform, async () => {
    const programmes = await from()
    const known = await findReadings(platform, id, programmes)
    if (known.length === 0) return refuse({ reason: 'not-found' })
    return withValue(decideDeparture(known, on, { at: platform.now(), by }), () => programmes)
  })
  if (set.ok && on !== null) await follow(platform, id, set.value)
  return set
}

/** Why a person cannot leave these programmes; null: he can. */
export async function whyNotDepart(
  platform: Platform,
  id: PersonId,
  programmes: readonly ProgrammeId[],
  on: Day,
): Promise<Refusal | null> {
  const known = await findReadings(platform, id, programmes)
  const decided = decideDeparture(known, on, { at: platform.now(), by: CLOCK })
  return decided.ok ? null : decided.refusal
}

async function findReadings(platform: Platform, id: PersonId, programmes: readonly ProgrammeId[]) {
  const readings = await Promise.all(programmes.map((each) => findReading(platform, id, each)))
  return readings.filter((each) => each !== null)
}

async function findReading(
  { db }: Platform,
  id: PersonId,
  programmeId: ProgrammeId,
): Promise<DepartureReading | null> {
  const candidate = await findCandidate(db, programmeId, id)
  if (!candidate) return null
  const { person, roles } = candidate
  const staying = roles.includes('manager') ? await listStayingManagers(db, programmeId) : []
  return { person, roles, programmeId, staying: staying.filter(({ personId }) => personId !== id) }
}

async function follow(platform: Platform, id: PersonId, programmes: readonly ProgrammeId[]): Promise<void> {
  const open = await listOpenSessionsOf(platform.db, id)
  for (const session of open)
    if (programmes.includes(session.programmeId)) await clearAfterLeaving(platform, session.id)
  await leave(platform, id)
}
