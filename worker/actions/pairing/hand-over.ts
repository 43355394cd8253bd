import type { By } from '../../domain/decision.ts'
import type { PairingId, PersonId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findPairing, letFollow } from '../../storage/pairing/pairing.ts'
import { carryPause } from '../../storage/pairing/wish.ts'
import { copyCommitment } from '../../storage/session/outcome.ts'
import { findOpenSession } from '../../storage/session/session.ts'
import { openRound } from '../session/open-round.ts'
import { changePairing } from './change.ts'
import { makePairing } from './make.ts'

export type HandOver = {
  /** Id of the pairing that is made. */
  readonly id: PairingId
  readonly mentorId: PersonId
  /** A human's words for overriding a reporting line. */
  readonly override: string | null
}

/**
 * Another mentor from now on: one pairing ends, another begins with its kind, its place and what the executive meant
 * to do. Who was promised a date, or asked for one, is asked anew. Presets are the executive's own and stay. Safe to
 * repeat under the same id.
 */
export async function handOver(
  platform: Platform,
  from: PairingId,
  { id, mentorId, override }: HandOver,
  by: By,
): Promise<Result<Pairing, Refusal>> {
  const { db, newId } = platform
  const old = await findPairing(db, from)
  if (!old) return refuse({ reason: 'not-found' })
  if (old.status === 'ended' && !(await findPairing(db, id)))
    return refuse({ reason: 'pairing-closed', status: 'ended' })

  const { programmeId, executiveId, kind, place } = old
  const made = await makePairing(platform, { id, programmeId, mentorId, executiveId, kind, place, override })
  if (!made.ok) return made
  const open = await findOpenSession(db, from)
  const ended = await changePairing(platform, from, { status: 'ended' }, by)
  if (!ended.ok) return ended

  const carried = [letFollow(db, id, from), carryPause(db, from, id)]
  const copied = await inOneBatch(db, [copyCommitment(db, from, id, newId('com')), ...carried])
  if (!copied.ok) return copied
  if (old.status === 'proposed') return made
  const active = await changePairing(platform, id, { status: 'active' }, by)
  const isOwed = open && (open.time === null || open.time.start > platform.now())
  if (active.ok && isOwed) await openRound(platform, id)
  return active
}
