import { sendDigest } from '../actions/send-digest.ts'
import type { Platform } from '../platform.ts'
import { listDigestReaders } from '../storage/digests.ts'
import { forEach } from './for-each.ts'

/** At four of her afternoon an assistant reads what is believed of the next working day. Answers how many do. */
export async function sendDigests(platform: Platform): Promise<number> {
  return forEach(platform, await listDigestReaders(platform.db, platform.now()), sendDigest)
}
