import type { SQL } from 'drizzle-orm'

import type { Database } from '../platform.ts'

/** The ids that a query finds. */
export async function listIds<Id>(db: Database, query: SQL): Promise<readonly Id[]> {
  const rows = await db.all<{ readonly id: Id }>(query)
  return rows.map(({ id }) => id)
}
