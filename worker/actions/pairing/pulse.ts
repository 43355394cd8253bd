import type { PairingId, PersonId } from '../../domain/ids.ts'
import type { PulseAnswer } from '../../domain/pairing/pulse-answer.ts'
import { decidePulse } from '../../domain/pairing/pulse.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { putPulse } from '../../storage/pairing/pulse.ts'
import { findSituation } from '../../storage/situation.ts'

/**
 * Records whether the meetings are worth the time, and how to go on. The manager sees it on the pairing’s page and on
 * Today.
 */
export async function answerPulse(
  platform: Platform,
  pairingId: PairingId,
  personId: PersonId,
  said: Pick<PulseAnswer, 'worth' | 'onward'>,
): Promise<Result<null, Refusal>> {
  const { db } = platform
  const situation = await findSituation(platform, pairingId)
  if (!situation) return refuse({ reason: 'not-found' })
  const pulse = decidePulse(situation, personId, said)
  return pulse.ok ? inOneBatch(db, [putPulse(db, pairingId, pulse.value, situation.now)]) : pulse
}
