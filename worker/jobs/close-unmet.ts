import { closeUnmet } from '../actions/session/close-unmet.ts'
import type { Platform } from '../platform.ts'
import { listUnmet } from '../storage/clock/attending.ts'
import { forEach } from './for-each.ts'

/** A mentor who waits, waits a quarter of an hour. Answers how many sessions were closed. */
export async function closeUnmetSessions(platform: Platform): Promise<number> {
  return forEach(platform, await listUnmet(platform.db, platform.now()), closeUnmet)
}
