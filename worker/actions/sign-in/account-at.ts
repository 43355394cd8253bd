import { normalAddress } from '../../domain/people/address.ts'
import type { Platform } from '../../platform.ts'
import { findAsking } from '../../storage/sign-in/ask.ts'
import { type Account, findAccount } from '../../storage/sign-in/sign-in.ts'
import { ownProgrammeOf } from './ask.ts'

/**
 * Whom a link that is mailed to this address would let in, with all that it would open. Null: nobody, or more than one
 * person, who each get a link of their own.
 */
export async function findAccountAt({ db, now }: Platform, address: string): Promise<Account | null> {
  const { accounts } = await findAsking(db, normalAddress(address), now())
  const [account, ...more] = accounts.filter((each) => ownProgrammeOf(each) !== null)
  if (!account || more.length > 0) return null
  return findAccount(db, account.person.id, account.person.email, now())
}
