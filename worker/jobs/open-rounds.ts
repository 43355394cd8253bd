import { openRound } from '../actions/session/open-round.ts'
import type { Platform } from '../platform.ts'
import { listRoundless } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** A pairing whose session was called off has no next date: its round is opened. Answers how many were. */
export async function openRounds(platform: Platform): Promise<number> {
  return forEach(platform, await listRoundless(platform.db, platform.now()), openRound)
}
