import type { TestInvite } from '../../domain/letter/test-invite.ts'
import type { Arrived } from '../../domain/mail/received.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { answerOfTestInvite } from '../../storage/letter/test-invite.ts'
import { insertReceived } from '../../storage/mail/received.ts'

/** Notes what a calendar answered, and in the same write that its mail came. */
export async function writeTestAnswer(
  { db }: Platform,
  answered: TestInvite,
  mail: Arrived,
): Promise<Result<null, Refusal>> {
  return inOneBatch(db, [insertReceived(db, mail), answerOfTestInvite(db, answered)])
}
