import type { By } from '../../domain/decision.ts'
import type { PairingId } from '../../domain/ids.ts'
import {
  decideEnd,
  decidePairingChange,
  pairingAfter,
  type PairingChange,
} from '../../domain/pairing/change.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findSituation } from '../../storage/situation.ts'
import type { Expected } from '../expected.ts'
import { whyNotChange } from '../session/change.ts'
import { decideAndCommit } from '../write.ts'

/** Pauses, resumes or ends a pairing, or changes its place. */
export async function changePairing(
  platform: Platform,
  id: PairingId,
  change: PairingChange,
  by: By,
  expected: Expected<Pairing> = () => true,
): Promise<Result<Pairing, Refusal>> {
  return decideAndCommit(platform, async () => {
    const situation = await findSituation(platform, id)
    if (!situation) return refuse({ reason: 'not-found' })
    if (!(await expected(situation.pairing))) return refuse({ reason: 'precondition-failed' })
    const refused = whyNotChange(situation, by)
    if (refused) return refused
    const decision = decidePairingChange(situation, change, by)
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
