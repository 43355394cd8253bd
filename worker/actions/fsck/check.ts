import type { Finding } from '../../domain/fsck/check.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { checkAccessLog } from '../../storage/fsck/access-log.ts'
import { askOf } from '../../storage/fsck/ask.ts'
import { checkTables } from '../../storage/fsck/check.ts'
import { putChecked } from '../../storage/fsck/checked.ts'
import { checkSealedWords } from '../../storage/fsck/sealed-words.ts'

/** What one night opens of the seals of the access log, and of the sealed words of each column; the command opens all. */
const SEALS_A_NIGHT = 30
const WORDS_A_NIGHT = 200

/**
 * Checks the invariants from outside, and keeps the names and counts for whoever runs the installation. The timers are
 * left to the nightly repair, which compares and mends them.
 */
export async function checkInvariants(platform: Platform): Promise<readonly Finding[]> {
  const { db, now } = platform
  const ask = askOf(db)
  const found = [
    ...(await checkTables(ask, now())),
    ...(await checkAccessLog(ask, hashOf, SEALS_A_NIGHT)),
    ...(await checkSealedWords(ask, platform, WORDS_A_NIGHT)),
  ]
  const broken = found.map(({ name, count }) => ({ name, count }))
  await putChecked(db, { at: now(), broken })
  return found
}
