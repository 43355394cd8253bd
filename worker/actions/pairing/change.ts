import type { By } from '../../domain/decision.ts'
import type { PairingId, TrackId } from '../../domain/ids.ts'
import { whyNotPlace } from '../../domain/letter/outward-place.ts'
import {
  decideEnd,
  decidePairingChange,
  pairingAfter,
  type PairingChange,
  whyNotTracked,
} from '../../domain/pairing/change.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findTrack } from '../../storage/path/track.ts'
import { findSituation } from '../../storage/situation.ts'
import type { Expected } from '../expected.ts'
import { whyNotChange } from '../session/change.ts'
import { decideAndCommit } from '../write.ts'

export type PairingWishes = Omit<PairingChange, 'track'> & {
  /** Null: it follows what comes next. */
  readonly trackId?: TrackId | null
}

/** Pauses, resumes or ends a pairing, or changes its place, its aim or its track. */
export async function changePairing(
  platform: Platform,
  id: PairingId,
  { trackId, ...change }: PairingWishes,
  by: By,
  expected: Expected<Pairing> = () => true,
): Promise<Result<Pairing, Refusal>> {
  return decideAndCommit(platform, async () => {
    const situation = await findSituation(platform, id)
    if (!situation) return refuse({ reason: 'not-found' })
    if (!(await expected(situation.pairing))) return refuse({ reason: 'precondition-failed' })
    const refused = whyNotChange(situation, by)
    if (refused) return refused
    const track = trackId ? await findTrack(platform.db, trackId) : trackId
    const untracked = trackId ? whyNotTracked(situation.pairing, track ?? null) : null
    if (untracked) return refuse(untracked)
    const isMoved = JSON.stringify(change.place) !== JSON.stringify(situation.pairing.place)
    const indiscreet = isMoved ? whyNotPlace(change.place, situation) : null
    if (indiscreet) return refuse(indiscreet)
    const decision = decidePairingChange(situation, { ...change, ...(track !== undefined && { track }) }, by)
    return accept({ decision, value: pairingAfter(decision, id) ?? situation.pairing })
  })
}

/** Ends a pairing of a programme that is being closed. */
export async function endPairing(platform: Platform, id: PairingId, by: By): Promise<Result<null, Refusal>> {
  return decideAndCommit(platform, async () => {
    const situation = await findSituation(platform, id)
    if (!situation) return refuse({ reason: 'not-found' })
    return accept({ decision: decideEnd(situation, by), value: null })
  })
}
