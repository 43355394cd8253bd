import { type By, type ByPerson, CLOCK } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { type Erased, type Tombstone, waitsForCancellations } from '../../domain/people/tombstone.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { addDays } from '../../domain/time/days.ts'
import { after, type Day, MINUTE } from '../../domain/time/time.ts'
import { toWall } from '../../domain/time/zones.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { reArm } from '../../storage/clock/timers.ts'
import { emptyLettersNaming } from '../../storage/people/erase-letters.ts'
import {
  countCancellations,
  deleteAllOf,
  type Erasing,
  isKnownElsewhere,
  isOwner,
  listKnowing,
} from '../../storage/people/erase.ts'
import { listOpenSessionsOf } from '../../storage/people/leave.ts'
import { listMemberships } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { listOpenTombstones, markErased, putTombstone } from '../../storage/people/tombstone.ts'
import { deleteRequestsOf } from '../../storage/record/request.ts'
import { type ClockAnswer, NOT_OWED } from '../clock/answer.ts'
import { offerInstead } from '../session/mentor-cannot.ts'
import { depart, whyNotDepart } from './set-departure.ts'

/**
 * A manager erases a person from the programmes that she manages. Where no other programme knows the person, from the
 * installation; what another one has stays, and the answer does not say so.
 */
export async function erasePerson(
  platform: Platform,
  id: PersonId,
  by: ByPerson,
): Promise<Result<Erased, Refusal>> {
  const scopes = await scopesOf(platform, id, by)
  return scopes.length === 0 ? refuse({ reason: 'not-found' }) : erase(platform, id, scopes, by)
}

/** Why a manager cannot erase this person; null: she can. */
export async function whyNotErase(platform: Platform, id: PersonId, by: ByPerson): Promise<Refusal | null> {
  const scopes = await scopesOf(platform, id, by)
  return scopes.length === 0 ? { reason: 'not-found' } : whyNot(platform, id, scopes)
}

/** The programmes that she manages; or the installation, where no other one knows the person. */
async function scopesOf(
  { db }: Platform,
  id: PersonId,
  by: ByPerson,
): Promise<readonly Tombstone['programmeId'][]> {
  const hers = await listKnowing(db, id, by)
  if (hers.length === 0) return []
  return (await isKnownElsewhere(db, id, by)) ? hers : ['']
}

/** The owner erases a person from the installation, by the command. */
export async function eraseEverywhere(platform: Platform, id: PersonId): Promise<Result<Erased, Refusal>> {
  return (await findPerson(platform.db, id))
    ? erase(platform, id, [''], CLOCK)
    : refuse({ reason: 'not-found' })
}

/** What the clock owes for tombstones of a person whose name is still there, or there again. */
export async function finishErasure(platform: Platform, id: PersonId): Promise<ClockAnswer> {
  const open = await listOpenTombstones(platform.db, id)
  if (open.length === 0) return NOT_OWED
  let waitsFor = 0
  for (const each of open) waitsFor += await carryOut(platform, each)
  return waitsFor === 0
    ? { kind: 'done', count: open.length }
    : { kind: 'again', at: after(platform.now(), MINUTE), count: 0 }
}

/** After a restore: erases again whoever was erased after the backup. Returns how many people that were. */
export async function reapplyTombstones(
  platform: Platform,
  tombstones: readonly Tombstone[],
): Promise<number> {
  const { db, now } = platform
  const stamped = tombstones.map((each) => ({ ...each, erasedAt: each.erasedAt ?? now() }))
  for (const each of stamped) await inOneBatch(db, [putTombstone(db, each)])
  let count = 0
  for (const each of stamped) {
    const open = await listOpenTombstones(db, each.personId)
    const isOpen = open.some(({ programmeId }) => programmeId === each.programmeId)
    if (!isOpen) continue
    await carryOut(platform, each)
    count += 1
  }
  return count
}

async function erase(
  platform: Platform,
  id: PersonId,
  scopes: readonly Tombstone['programmeId'][],
  by: By,
): Promise<Result<Erased, Refusal>> {
  const { db, now } = platform
  const refused = await whyNot(platform, id, scopes)
  if (refused) return refuse(refused)
  const asked = { personId: id, at: now(), byId: by.id, erasedAt: null }
  const tombstones = scopes.map((programmeId) => ({ ...asked, programmeId }))
  await inOneBatch(db, [
    ...tombstones.map((each) => putTombstone(db, each)),
    // What he asked is done by this, or has nobody left to hear of it.
    ...scopes.map((programmeId) => deleteRequestsOf(db, id, programmeId)),
    reArm(db, [id], now()),
  ])
  let waitsFor = 0
  // What another programme has begun is the clock's.
  for (const each of await listOpenTombstones(db, id))
    if (scopes.includes(each.programmeId)) waitsFor += await carryOut(platform, each, by)
  return accept({ isErased: waitsFor === 0, waitsFor })
}

async function whyNot(
  platform: Platform,
  id: PersonId,
  scopes: readonly Tombstone['programmeId'][],
): Promise<Refusal | null> {
  if (await isOwner(platform.db, id)) return { reason: 'owner-stays' }
  const programmes = await programmesIn(platform, id, scopes)
  return whyNotDepart(platform, id, programmes, await yesterdayOf(platform, id))
}

/** Ends what runs; deletes, unless cancellations have to leave first. Returns how many. */
async function carryOut(platform: Platform, tombstone: Tombstone, by: By = CLOCK): Promise<number> {
  const { db, now } = platform
  const { personId, programmeId } = tombstone
  const erasing: Erasing = { personId, programmeId: programmeId === '' ? null : programmeId }
  await endAll(platform, personId, await programmesIn(platform, personId, [programmeId]), by)
  const waiting = waitsForCancellations(tombstone, now()) ? await countCancellations(db, erasing) : 0
  if (waiting > 0) return waiting
  await emptyLettersNaming(platform, erasing)
  await deleteAllOf(db, erasing, now())
  await inOneBatch(db, [markErased(db, tombstone, now())])
  return 0
}

/** Where the person is now, in these programmes or in all. */
async function programmesIn(
  { db }: Platform,
  id: PersonId,
  scopes: readonly Tombstone['programmeId'][],
): Promise<readonly ProgrammeId[]> {
  const joined = new Set((await listMemberships(db, id)).map(({ programmeId }) => programmeId))
  return [...joined].filter((each) => scopes.includes('') || scopes.includes(each))
}

/** As at a departure whose last day was yesterday; a mentor's dates are called off at once. */
async function endAll(
  platform: Platform,
  id: PersonId,
  programmes: readonly ProgrammeId[],
  by: By,
): Promise<void> {
  if (programmes.length === 0) return
  for (const session of await listOpenSessionsOf(platform.db, id))
    if (session.mentorId === id && session.status === 'fixed' && programmes.includes(session.programmeId))
      await offerInstead(platform, session.id, CLOCK)
  const on = await yesterdayOf(platform, id)
  await depart(platform, id, () => Promise.resolve(programmes), on, by)
}

/** By the person's own clock. */
async function yesterdayOf({ db, now }: Platform, id: PersonId): Promise<Day> {
  const person = await findPerson(db, id)
  return addDays(toWall(person?.zone ?? 'UTC', now()).day, -1)
}
