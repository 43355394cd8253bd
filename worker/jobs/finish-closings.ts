import { continueClosing } from '../actions/programme/close.ts'
import type { Platform } from '../platform.ts'
import { listClosing } from '../storage/programme/close.ts'
import { forEach } from './for-each.ts'

/** Continues closings that were interrupted. Returns how many programmes were closed. */
export async function finishClosings(platform: Platform): Promise<number> {
  return forEach(platform, await listClosing(platform.db), continueClosing)
}
