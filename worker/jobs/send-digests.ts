import { sendDigest } from '../actions/session/digest.ts'
import type { Platform } from '../platform.ts'
import { listDigestReaders } from '../storage/clock/digests.ts'
import { forEach } from './for-each.ts'

/** Sends the assistants their digests, at four in the afternoon. Returns how many were sent. */
export async function sendDigests(platform: Platform): Promise<number> {
  return forEach(platform, await listDigestReaders(platform.db, platform.now()), sendDigest)
}
