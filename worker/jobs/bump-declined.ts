import { bumpSession } from '../actions/session/bump.ts'
import type { Platform } from '../platform.ts'
import { listDeclined } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** Ten minutes after an executive’s decline the mentor is freed and new times go out. Answers how many. */
export async function bumpDeclined(platform: Platform): Promise<number> {
  return forEach(platform, await listDeclined(platform.db, platform.now()), bumpSession)
}
