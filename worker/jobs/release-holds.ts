import { changeWith } from '../actions/change.ts'
import { NOTHING } from '../domain/decision.ts'
import { decideExpiry } from '../domain/expiring.ts'
import { accept } from '../domain/result.ts'
import type { Platform } from '../platform.ts'
import { listExpired } from '../storage/due.ts'

/** Offers past their hour: their holds are freed. Answers how many. */
export async function releaseHolds(platform: Platform): Promise<number> {
  const due = await listExpired(platform.db, platform.now())
  for (const sessionId of due) await changeWith(platform, sessionId, (situation) => accept(decideExpiry(situation) ?? NOTHING))
  return due.length
}
