import { sql } from 'drizzle-orm'

import type { webhooks } from '../../../schema/index.ts'
import { manages } from '../../domain/people/permission.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { accountIn, selectAccount } from '../sign-in/sign-in.ts'

type Row = Pick<typeof webhooks.$inferSelect, 'personId' | 'programmeId' | 'address' | 'madeAt'>

/** Whether its maker may still know what it tells, by the address at which she made it, as with a key; one call. */
export async function isStillHers(
  db: Database,
  { personId, programmeId, address, madeAt }: Row,
  now: Instant,
): Promise<boolean> {
  const found = await db.batch(selectAccount(db, sql`(${personId})`, now))
  const account = accountIn(found, { purpose: 'key', address, since: madeAt })
  if (!account) return false
  return programmeId === null ? account.isOwner : manages({ ...account, personId }, programmeId)
}
