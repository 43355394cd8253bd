import type { PersonId } from '../../domain/ids.ts'
import { idsIn, type Returned } from '../../domain/letter/returned.ts'
import { suppressionOf } from '../../domain/letter/suppression.ts'
import type { Arrived } from '../../domain/mail/received.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findReturned, markReturned } from '../../storage/letter/returned.ts'
import { putSuppression } from '../../storage/letter/suppression.ts'
import { insertReceived } from '../../storage/mail/received.ts'

type ReturnedLetter = NonNullable<Awaited<ReturnType<typeof findReturned>>>

/**
 * The letter that a report is about: one of ours that went to that address, and to `readerId` where that is known. Null:
 * the report counts for nothing.
 */
export async function findReturnedLetter(
  { db }: Platform,
  { address, about }: Returned,
  readerId: PersonId | null = null,
): Promise<ReturnedLetter | null> {
  const found = await findReturned(db, idsIn(about), address)
  return found && (readerId === null || found.personId === readerId) ? found : null
}

/**
 * Records what was reported about a letter; a mail that says so is kept in the same write. About an address that has been
 * corrected since, it changes nothing: what is still true was written again.
 */
export async function writeReturned(
  { db, now }: Platform,
  { blame, letter }: Returned,
  { id, personId, isHis }: ReturnedLetter,
  mail: Arrived | null = null,
): Promise<Result<null, Refusal>> {
  return inOneBatch(db, [
    ...(mail ? [insertReceived(db, mail)] : []),
    ...(blame && isHis ? [putSuppression(db, suppressionOf(blame, personId, now()))] : []),
    ...(letter && isHis ? markReturned(db, id, letter, now()) : []),
  ])
}

/** The same for a report of the provider. False if it is about no letter of ours. */
export async function recordReturned(platform: Platform, returned: Returned): Promise<boolean> {
  const letter = await findReturnedLetter(platform, returned)
  return letter !== null && (await writeReturned(platform, returned, letter)).ok
}
