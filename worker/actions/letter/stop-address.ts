import { type Blame, codeFrom } from '../../domain/letter/suppression.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertSuppression, markBounced } from '../../storage/letter/suppression.ts'
import { findPersonByAddress } from '../../storage/people/person.ts'

/** Stops all mail to this address until a person clears it. False if the address belongs to nobody here. */
export async function stopAddress(platform: Platform, blame: Blame): Promise<boolean> {
  const person = await findPersonByAddress(platform.db, blame.address)
  if (!person) return false

  await stopFor(platform, person, blame)
  return true
}

async function stopFor(
  { db, now }: Platform,
  { id: personId }: Person,
  { address, kind, detail, about }: Blame,
) {
  const code = codeFrom(detail, kind)
  await inOneBatch(db, [
    insertSuppression(db, { address, personId, since: now(), kind, detail: code }),
    ...(about ? [markBounced(db, personId, about, code)] : []),
  ])
}
