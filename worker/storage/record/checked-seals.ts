import { and, asc, desc, gt, lte, max } from 'drizzle-orm'

import { accessLog, seals } from '../../../schema/index.ts'
import type { Database } from '../../platform.ts'
import { isHeadOf } from '../people/access-seal.ts'
import { SEALS_A_PAGE } from './record.ts'

/**
 * Computes the latest seals again from the lines that stand there now: by the end of each, whether it is still the same.
 * Only whole seals within that many lines; the others are not in it.
 */
export async function checkSeals(db: Database, mostRows: number): Promise<ReadonlyMap<number, boolean>> {
  const [chain, [mark]] = await db.batch([
    db
      .select()
      .from(seals)
      .orderBy(desc(seals.upToId))
      .limit(SEALS_A_PAGE + 1),
    db.select({ purgedUpTo: max(seals.purgeableBelow) }).from(seals),
  ])
  const newest = chain[0]?.upToId ?? 0
  const followed = chain.map((each, index) => ({
    ...each,
    last: chain[index + 1] ?? { upToId: 0, head: '' },
  }))
  const checked = followed
    .slice(0, SEALS_A_PAGE)
    .filter(({ upToId, last }) => upToId > (mark?.purgedUpTo ?? 0) && newest - last.upToId <= mostRows)
  const begin = checked.at(-1)?.last.upToId ?? newest
  const rows = await db
    .select()
    .from(accessLog)
    .where(and(gt(accessLog.id, begin), lte(accessLog.id, newest)))
    .orderBy(asc(accessLog.id))
    // Lines that somebody added by hand make no page slow: one too many is enough to differ.
    .limit(mostRows + 1)
  const results = await Promise.all(
    checked.map(async ({ upToId, head, last }) => {
      const own = rows.filter(({ id }) => id > last.upToId && id <= upToId)
      return [upToId, await isHeadOf(head, last.head, own)] as const
    }),
  )
  return new Map(results)
}
