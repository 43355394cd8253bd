import { type Blame, suppressionOf } from '../../domain/letter/suppression.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { putSuppression } from '../../storage/letter/suppression.ts'
import { findPersonByAddress } from '../../storage/people/person.ts'

/**
 * Stops all mail to this address until a person clears it, or for as long as the blame says. False if the address belongs
 * to nobody here.
 */
export async function stopAddress(platform: Platform, blame: Blame): Promise<boolean> {
  const { db } = platform
  const person = await findPersonByAddress(db, blame.address)
  if (!person) return false

  await inOneBatch(db, [putSuppression(db, suppressionOf(blame, person.id, platform.now()))])
  return true
}
