import { nudgeExecutive } from '../actions/session/nudge.ts'
import type { Platform } from '../platform.ts'
import { listNudgeable } from '../storage/clock/nudging.ts'
import { forEach } from './for-each.ts'

/** One word half-way to the next session, to those who agreed to it. Answers how many went out. */
export async function nudgeExecutives(platform: Platform): Promise<number> {
  return forEach(platform, await listNudgeable(platform.db, platform.now()), nudgeExecutive)
}
