import { decideBump } from '../domain/bumping.ts'
import { NOTHING } from '../domain/decision.ts'
import { accept } from '../domain/result.ts'
import { change } from '../actions/change.ts'
import type { Platform } from '../platform.ts'
import { listDeclined } from '../storage/due.ts'

/** Ten minutes after an executive's decline the mentor is freed and new times go out. Answers how many. */
export async function bumpDeclined(platform: Platform): Promise<number> {
  const due = await listDeclined(platform.db, platform.now())
  for (const sessionId of due) {
    const offerId = platform.newId('off')
    await change(platform, sessionId, (situation, diary) => accept(decideBump(situation, diary, offerId) ?? NOTHING))
  }
  return due.length
}
