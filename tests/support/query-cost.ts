import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'

import type { Platform } from '../../worker/platform.ts'
import { type Cost, countingDatabase } from './counting-database.ts'

export type { Cost }

/** The database cost of some work, as D1 counts it. */
export async function costOf(
  platform: Platform,
  work: (platform: Platform) => Promise<unknown>,
): Promise<Cost & { readonly waited: number }> {
  const total = { calls: 0, rowsRead: 0, rowsWritten: 0, waited: 0 }
  await work({ ...platform, db: drizzle(countingDatabase(env.DB, total)) })
  return total
}
