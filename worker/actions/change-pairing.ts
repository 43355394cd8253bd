import { decideCancellation } from '../domain/cancelling.ts'
import { type By, NOTHING } from '../domain/decision.ts'
import type { PairingId } from '../domain/ids.ts'
import type { Pairing, PairingStatus, Place } from '../domain/pairings.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Platform } from '../platform.ts'
import { inOneBatch } from '../storage/batch.ts'
import { settle } from '../storage/commit.ts'
import { findPairing, patchPairing } from '../storage/pairings.ts'
import { findSituation } from '../storage/situations.ts'
import { whyNotIn } from './open-programme.ts'

export type PairingChange = { readonly status?: PairingStatus; readonly place?: Place | null }

/** Pauses, wakes or ends a pairing, or says where it meets. */
export async function changePairing(
  platform: Platform,
  id: PairingId,
  change: PairingChange,
  by: By,
): Promise<Result<Pairing, Refusal>> {
  const { db } = platform
  const before = await findPairing(db, id)
  if (!before) return refuse({ reason: 'not-found' })
  const closed = await whyNotIn(db, before.programmeId)
  if (closed) return refuse(closed)

  const written = await inOneBatch(
    db,
    patchPairing(db, id, change.status === 'ended' ? withoutStatus(change) : change),
  )
  if (!written.ok) return written
  if (change.status === 'ended') {
    const ended = await endPairing(platform, id, by)
    if (!ended.ok) return ended
  }

  const pairing = await findPairing(db, id)
  return pairing ? accept(pairing) : refuse({ reason: 'not-found' })
}

/** A date that lies ahead, or times still held, are called off in the same batch; a session that is over stays to be logged. */
export async function endPairing(platform: Platform, id: PairingId, by: By) {
  return settle(platform, async () => {
    const situation = await findSituation(platform, id)
    if (!situation) return refuse({ reason: 'not-found' })
    const { session } = situation
    const calledOff = session
      ? decideCancellation({ ...situation, session }, { reopen: false }, by)
      : accept(NOTHING)
    return accept({ ...(calledOff.ok ? calledOff.value : NOTHING), pairing: { id, status: 'ended' } })
  })
}

function withoutStatus({ place }: PairingChange): PairingChange {
  return place === undefined ? {} : { place }
}
