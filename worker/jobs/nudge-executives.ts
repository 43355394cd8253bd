import { nudgeExecutive } from '../actions/session/nudge.ts'
import type { Platform } from '../platform.ts'
import { listNudgeable } from '../storage/clock/nudging.ts'
import { forEach } from './for-each.ts'

/** Sends the nudges half-way to the next session. Returns how many were sent. */
export async function nudgeExecutives(platform: Platform): Promise<number> {
  return forEach(platform, await listNudgeable(platform.db, platform.now()), nudgeExecutive)
}
