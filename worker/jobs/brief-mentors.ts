import { briefMentor } from '../actions/brief-mentor.ts'
import type { Platform } from '../platform.ts'
import { listUnbriefed } from '../storage/attending.ts'
import { forEach } from './for-each.ts'

/** The day before each session its mentor is told who and how. Answers how many were. */
export async function briefMentors(platform: Platform): Promise<number> {
  return forEach(platform, await listUnbriefed(platform.db, platform.now()), briefMentor)
}
