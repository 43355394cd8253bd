import { briefMentor } from '../actions/session/brief.ts'
import type { Platform } from '../platform.ts'
import { listUnbriefed } from '../storage/clock/attending.ts'
import { forEach } from './for-each.ts'

/** Sends each mentor the brief on the day before. Returns how many were sent. */
export async function briefMentors(platform: Platform): Promise<number> {
  return forEach(platform, await listUnbriefed(platform.db, platform.now()), briefMentor)
}
