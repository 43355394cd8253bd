import { continueClosing } from '../actions/programme/close.ts'
import type { Platform } from '../platform.ts'
import { listClosing } from '../storage/programme/close.ts'
import { forEach } from './for-each.ts'

/** What closing left half-way is taken up. Answers how many programmes are closed by it. */
export async function finishClosings(platform: Platform): Promise<number> {
  return forEach(platform, await listClosing(platform.db), continueClosing)
}
