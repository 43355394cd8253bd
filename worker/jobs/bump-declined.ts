import { bumpSession } from '../actions/session/bump.ts'
import type { Platform } from '../platform.ts'
import { listDeclined } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** Frees the mentor ten minutes after an executive's decline, and offers new times. Returns how many. */
export async function bumpDeclined(platform: Platform): Promise<number> {
  return forEach(platform, await listDeclined(platform.db, platform.now()), bumpSession)
}
