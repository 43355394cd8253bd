import { and, asc, desc, eq, gt, lte, max } from 'drizzle-orm'

import { accessLog, seals } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import { leafOf, type Proof, type SealedPart } from '../../domain/record/proof.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf } from '../../platform.ts'
import { type AccessRow, headOfRows } from '../people/access-seal.ts'

/** How much of the log one file covers, newest first: as long a computation as a page may cost. */
const MOST_ROWS = 10_000
const MOST_SEALS = 400

/** What this person can keep of the log of access: his lines, and of all others only hashes. */
export async function findProof(db: Database, subjectId: PersonId, madeAt: Instant): Promise<Proof> {
  const [chain, [mark]] = await db.batch([
    db
      .select()
      .from(seals)
      .orderBy(desc(seals.upToId))
      .limit(MOST_SEALS + 1),
    db.select({ purgedUpTo: max(seals.purgeableBelow) }).from(seals),
  ])
  const purgedUpTo = mark?.purgedUpTo ?? 0
  const newest = chain[0]?.upToId ?? 0
  // A seal is shown with the head before it, so the last of the list serves only as that.
  const shown = chain
    .slice(0, MOST_SEALS)
    .filter(
      ({ upToId }, index) =>
        upToId > purgedUpTo && (index === 0 || newest - (chain[index + 1]?.upToId ?? 0) <= MOST_ROWS),
    )
  const first = chain[shown.length]?.upToId ?? 0
  const [rows, unsealed] = await db.batch([
    db
      .select()
      .from(accessLog)
      .where(and(gt(accessLog.id, first), lte(accessLog.id, newest)))
      .orderBy(asc(accessLog.id)),
    db
      .select()
      .from(accessLog)
      .where(and(gt(accessLog.id, newest), eq(accessLog.subjectId, subjectId)))
      .orderBy(asc(accessLog.id)),
  ])
  const parts = await Promise.all(
    shown.map(({ upToId, at, head }, index) => {
      const last = chain[index + 1]
      const above = last?.upToId ?? 0
      const own = rows.filter(({ id }) => id > above && id <= upToId)
      return partOf({ above, upToId, at, head, before: last?.head ?? '' }, own, subjectId)
    }),
  )
  return { madeAt, subjectId, purgedUpTo, parts: parts.toReversed(), unsealed }
}

async function partOf(
  seal: Omit<SealedPart, 'lines'>,
  rows: readonly AccessRow[],
  subjectId: PersonId,
): Promise<SealedPart> {
  if ((await headOfRows(seal.before, rows)) === seal.head) return { ...seal, lines: null }
  const lines = await Promise.all(
    rows.map(async (row) => (row.subjectId === subjectId ? row : leafOf(row, hashOf))),
  )
  return { ...seal, lines }
}
