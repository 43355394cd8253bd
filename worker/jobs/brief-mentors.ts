import { briefMentor } from '../actions/session/brief.ts'
import type { Platform } from '../platform.ts'
import { listUnbriefed } from '../storage/clock/attending.ts'
import { forEach } from './for-each.ts'

/** The day before each session its mentor is told who and how. Answers how many were. */
export async function briefMentors(platform: Platform): Promise<number> {
  return forEach(platform, await listUnbriefed(platform.db, platform.now()), briefMentor)
}
