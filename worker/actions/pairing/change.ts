import { type By, NO_CHANGE } from '../../domain/decision.ts'
import type { PairingId } from '../../domain/ids.ts'
import type { Pairing, PairingStatus, Place } from '../../domain/pairing/pairing.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { decideCancellation } from '../../domain/session/cancel.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { commitWithRetry } from '../../storage/commit.ts'
import { findPairing, patchPairing } from '../../storage/pairing/pairing.ts'
import { deleteWish } from '../../storage/pairing/wish.ts'
import { findSituation } from '../../storage/situation.ts'
import type { Expected } from '../expected.ts'
import { whyProgrammeClosed } from '../programme/open.ts'

export type PairingChange = { readonly status?: PairingStatus; readonly place?: Place | null }

/** Pauses, wakes or ends a pairing, or says where it meets. */
export async function changePairing(
  platform: Platform,
  id: PairingId,
  change: PairingChange,
  by: By,
  expected: Expected<Pairing> = () => true,
): Promise<Result<Pairing, Refusal>> {
  const { db } = platform
  const before = await findPairing(db, id)
  if (!before) return refuse({ reason: 'not-found' })
  if (!(await expected(before))) return refuse({ reason: 'precondition-failed' })
  const closed = await whyProgrammeClosed(db, before.programmeId)
  if (closed) return refuse(closed)

  const isLeft = change.status === 'ended' || change.status === 'paused'
  const written = await inOneBatch(db, patchPairing(db, id, isLeft ? withoutStatus(change) : change))
  if (!written.ok) return written
  const left = await leave(platform, id, change.status, by)
  if (!left.ok) return left

  const pairing = await findPairing(db, id)
  return pairing ? accept(pairing) : refuse({ reason: 'not-found' })
}

function leave(platform: Platform, id: PairingId, status: PairingStatus | undefined, by: By) {
  if (status === 'ended') return endPairing(platform, id, by)
  return status === 'paused' ? pausePairing(platform, id, by) : Promise.resolve(accept(null))
}

/** Times that are held are free again, and nobody is written to; a date that is fixed stays until it is called off. */
async function pausePairing(platform: Platform, id: PairingId, by: By) {
  const paused = await commitWithRetry(platform, async () => {
    const situation = await findSituation(platform, id)
    if (!situation) return refuse({ reason: 'not-found' })
    const { session } = situation
    const calledOff =
      session?.status === 'offered'
        ? decideCancellation({ ...situation, session }, { reopen: false }, by)
        : accept(NO_CHANGE)
    return accept({ ...(calledOff.ok ? calledOff.value : NO_CHANGE), pairing: { id, status: 'paused' } })
  })
  return paused.ok ? inOneBatch(platform.db, [deleteWish(platform.db, id, 'pause')]) : paused
}

/** A date that lies ahead, or times still held, are called off in the same batch; a session that is over stays to be logged. */
export async function endPairing(platform: Platform, id: PairingId, by: By) {
  return commitWithRetry(platform, async () => {
    const situation = await findSituation(platform, id)
    if (!situation) return refuse({ reason: 'not-found' })
    const { session } = situation
    const calledOff = session
      ? decideCancellation({ ...situation, session }, { reopen: false }, by)
      : accept(NO_CHANGE)
    return accept({ ...(calledOff.ok ? calledOff.value : NO_CHANGE), pairing: { id, status: 'ended' } })
  })
}

function withoutStatus({ place }: PairingChange): PairingChange {
  return place === undefined ? {} : { place }
}
