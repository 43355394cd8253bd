import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { listStrangersMails, type SettledStrangers, settleStrangers } from '../../storage/mail/strangers.ts'

/**
 * Settles the mails of one stranger, or of all, as far as the manager has seen them, and deletes their words. Nobody gets
 * an answer. What is settled already stays so.
 */
export async function settleStrangersMails(
  platform: Platform,
  seen: SettledStrangers,
  by: PersonId,
): Promise<Result<null, Refusal>> {
  return inOneBatch(platform.db, settleStrangers(platform.db, seen, by, platform.now()))
}

/** All that are there now. */
export async function settleAllStrangers(
  platform: Platform,
  programmeId: ProgrammeId,
  by: PersonId,
): Promise<Result<null, Refusal>> {
  const { dropped } = await listStrangersMails(platform.db, programmeId)
  const seen = { programmeId, sender: null, upTo: platform.now(), dropped }
  return settleStrangersMails(platform, seen, by)
}
