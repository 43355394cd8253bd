import type { LetterId } from '../../domain/ids.ts'
import { isStillTrue } from '../../domain/letter/still-true.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertAgain, requeueLetter, type Stored } from '../../storage/letter/delivery.ts'
import { findSession } from '../../storage/session/session.ts'

/**
 * Sends a letter again: a failed one goes back into the queue, a sent one goes out once more under `againId`, with the
 * same bytes. An overtaken one is refused. Returns the id of the row that will be sent.
 */
export async function resendLetter(
  platform: Platform,
  stored: Stored,
  againId: LetterId,
): Promise<Result<LetterId, Refusal>> {
  const { db } = platform
  const now = platform.now()
  if (stored.state === 'waiting') return accept(stored.id)
  const session = stored.sessionId ? await findSession(db, stored.sessionId) : null
  if (!isStillTrue(stored.letter, session, now)) return refuse({ reason: 'letter-overtaken' })

  const wasSent = stored.state === 'sent'
  const written = await inOneBatch(db, [
    wasSent ? insertAgain(db, stored, againId, now) : requeueLetter(db, stored.id, now),
  ])
  return written.ok ? accept(wasSent ? againId : stored.id) : written
}
