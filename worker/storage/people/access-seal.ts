import { and, asc, desc, eq, gt, lt, lte, sql } from 'drizzle-orm'

import { accessLog, seals } from '../../../schema/index.ts'
import type { KeptSeal } from '../../domain/clock/health.ts'
import { headOfLeaves, leafOf } from '../../domain/record/proof.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../../platform.ts'

/** One link of the access log's hash chain: `head` covers all rows up to `upToId`. */
export type Seal = Pick<KeptSeal, 'upToId' | 'head'>

const BEGINNING: Seal = { upToId: 0, head: '' }

export async function findLastSeal(db: Database): Promise<Seal> {
  const [seal] = await selectLastSeal(db)
  return seal ?? BEGINNING
}

/** The query, for a batch. */
export function selectLastSeal(db: Database) {
  return db
    .select({ upToId: seals.upToId, at: seals.at, head: seals.head })
    .from(seals)
    .orderBy(desc(seals.upToId))
    .limit(1)
}

/** The seal of the next rows, at most `limit`; null if all are sealed. */
export async function computeNextSeal(db: Database, last: Seal, limit: number): Promise<Seal | null> {
  const rows = await db
    .select()
    .from(accessLog)
    .where(gt(accessLog.id, last.upToId))
    .orderBy(asc(accessLog.id))
    .limit(limit)
  const end = rows.at(-1)
  return end ? { upToId: end.id, head: await headOf(last.head, rows) } : null
}

/** If two seal the same rows, the second is refused. */
export function insertSeal(db: Database, seal: Seal, at: Instant): Statement {
  const purgeableBelow = sql<number>`coalesce((SELECT max(purgeable_below) FROM seals), 0)`
  return db.insert(seals).values({ ...seal, at, purgeableBelow })
}

/** The first seal whose rows were changed; null if none. Purged rows are skipped. */
export async function findBrokenSeal(db: Database): Promise<Seal | null> {
  const chain = await db.select().from(seals).orderBy(asc(seals.upToId))
  const purgedUpTo = Math.max(0, ...chain.map(({ purgeableBelow }) => purgeableBelow))
  let last = BEGINNING
  for (const { upToId, head } of chain) {
    if (upToId > purgedUpTo) {
      const rows = await db
        .select()
        .from(accessLog)
        .where(and(gt(accessLog.id, last.upToId), lte(accessLog.id, upToId)))
        .orderBy(asc(accessLog.id))
      if (!(await isHeadOf(head, last.head, rows))) return { upToId, head }
    }
    last = { upToId, head }
  }
  return null
}

/**
 * Deletes rows sealed before that moment, only whole seals. The newest of these seals is marked first, in the same
 * batch: a trigger refuses to delete rows above the mark.
 */
export function purgeAccessLog(db: Database, before: Instant): readonly Statement[] {
  const purgeUpTo = sql<number>`coalesce((SELECT max(up_to_id) FROM seals WHERE at < ${before}), 0)`
  const purgeable = sql<number>`(SELECT max(purgeable_below) FROM seals)`
  return [
    db
      .update(seals)
      .set({ purgeableBelow: seals.upToId })
      .where(and(eq(seals.upToId, purgeUpTo), lt(seals.purgeableBelow, seals.upToId))),
    db.delete(accessLog).where(and(lte(accessLog.id, purgeUpTo), lte(accessLog.id, purgeable))),
  ]
}

export type AccessRow = typeof accessLog.$inferSelect

/** Of the hashes of each row, so that a person can verify it who may read only his own. */
async function headOf(before: string, rows: readonly AccessRow[]): Promise<string> {
  const leaves = await Promise.all(rows.map((row) => leafOf(row, hashOf)))
  return headOfLeaves(before, leaves, hashOf)
}

/** Whether the rows are those that were sealed, as now or as in the first releases. */
export async function isHeadOf(head: string, before: string, rows: readonly AccessRow[]): Promise<boolean> {
  return (await headOf(before, rows)) === head || (await headOfRows(before, rows)) === head
}

/** How the first releases made a head: of the rows themselves, so that only who reads them all can verify it. */
export function headOfRows(before: string, rows: readonly AccessRow[]): Promise<string> {
  const content = rows.map(({ id, at, actorId, role, subjectId, route }) => [
    ...[id, at, actorId, role, subjectId, route],
  ])
  return hashOf(JSON.stringify([before, ...content]))
}
