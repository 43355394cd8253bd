import type { CommitmentId } from '../../domain/ids.ts'
import type { Done } from '../../domain/session/outcome.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { reArm } from '../../storage/clock/timers.ts'
import { findCommitmentOf, updateCommitment } from '../../storage/session/outcome.ts'

/**
 * The executive says on his page whether a commitment is done: his word, beside what the mentor saw. The id comes from
 * the page, which may be from before a hand-over. False: the commitment is not there any more.
 */
export async function markCommitment(
  { db, now }: Platform,
  { pairing }: SessionSituation,
  said: { readonly id: CommitmentId; readonly saidDone: Done },
): Promise<boolean> {
  const id = await findCommitmentOf(db, pairing.id, said.id)
  if (!id) return false
  await inOneBatch(db, [updateCommitment(db, pairing.id, { ...said, id }), reArm(db, [pairing.id], now())])
  return true
}
