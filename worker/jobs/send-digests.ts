import { sendDigest } from '../actions/session/digest.ts'
import type { Platform } from '../platform.ts'
import { listDigestReaders } from '../storage/clock/digests.ts'
import { forEach } from './for-each.ts'

/** At four of her afternoon an assistant reads what is believed of the next working day. Answers how many do. */
export async function sendDigests(platform: Platform): Promise<number> {
  return forEach(platform, await listDigestReaders(platform.db, platform.now()), sendDigest)
}
