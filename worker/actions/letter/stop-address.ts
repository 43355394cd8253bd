import { type Blame, codeFrom } from '../../domain/letter/suppression.ts'
import type { Arrived } from '../../domain/mail/received.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertSuppression, markBounced } from '../../storage/letter/suppression.ts'
import { insertReceived } from '../../storage/mail/received.ts'
import { findPersonByAddress } from '../../storage/people/person.ts'

/** Stops all mail to this address until a person clears it. False if the address belongs to nobody here. */
export async function stopAddress(platform: Platform, blame: Blame): Promise<boolean> {
  const person = await findPersonByAddress(platform.db, blame.address)
  if (!person) return false

  await stopFor(platform, person, blame)
  return true
}

/** The same for a known owner. A mail that says so is kept in the same write. */
export async function stopFor(
  { db, now }: Platform,
  { id: personId }: Person,
  { address, kind, detail, about }: Blame,
  mail: Arrived | null = null,
): Promise<Result<null, Refusal>> {
  const code = codeFrom(detail, kind)
  return inOneBatch(db, [
    ...(mail ? [insertReceived(db, mail)] : []),
    insertSuppression(db, { address, personId, since: now(), kind, detail: code }),
    ...(about ? [markBounced(db, personId, about, code)] : []),
  ])
}
