import { openRound } from '../actions/session/open-round.ts'
import type { Platform } from '../platform.ts'
import { listRoundless } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** Opens the round of each pairing that needs one and has none. Returns how many. */
export async function openRounds(platform: Platform): Promise<number> {
  return forEach(platform, await listRoundless(platform.db, platform.now()), openRound)
}
