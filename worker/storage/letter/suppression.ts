import { and, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'

import { outbox, suppressions } from '../../../schema/index.ts'
import type { LetterId, PersonId } from '../../domain/ids.ts'
import { ADDRESS_RESTS, type Suppression } from '../../domain/letter/suppression.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { field } from '../many.ts'

/** Neither cleared by a person nor ended by itself. */
export function isInForce(now: Instant) {
  return and(
    sql`${suppressions.clearedAt} IS NULL`,
    or(isNull(suppressions.untilAt), gt(suppressions.untilAt, now)),
  )
}

/** The addresses among these that get no mail now, and until when: null until a person clears it. */
export async function listSuppressed(
  db: Database,
  addresses: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, Instant | null>> {
  if (addresses.length === 0) return new Map()
  const rows = await db
    .select({ address: suppressions.address, until: suppressions.untilAt })
    .from(suppressions)
    .where(
      and(
        isInForce(now),
        sql`${suppressions.address} IN (SELECT value FROM json_each(${JSON.stringify(addresses)}))`,
      ),
    )
  return new Map(rows.map(({ address, until }) => [address, until]))
}

/** One row stands for an address; one of the moment gives way to whatever comes later. */
export function putSuppression(db: Database, { until, ...suppression }: Suppression): Statement {
  const row = { ...suppression, untilAt: until }
  const { address: _, ...said } = row
  return db
    .insert(suppressions)
    .values(row)
    .onConflictDoUpdate({
      target: suppressions.address,
      targetWhere: sql`cleared_at IS NULL`,
      set: said,
      setWhere: sql`${suppressions.untilAt} IS NOT NULL`,
    })
}

export function clearSuppression(db: Database, address: string, by: PersonId, at: Instant): Statement {
  return db
    .update(suppressions)
    .set({ clearedAt: at, clearedBy: by })
    .where(and(eq(suppressions.address, address), isNull(suppressions.clearedAt)))
}

/** The same of many; a row has `address`, `at` and `actorId`. */
export function clearSuppressions(db: Database, rows: SQL): Statement {
  return db
    .update(suppressions)
    .set({ clearedAt: field<Instant>('at'), clearedBy: field<PersonId>('actorId') })
    .from(rows)
    .where(and(eq(suppressions.address, field('address')), isNull(suppressions.clearedAt)))
}

/** Letters that wait until this address has rested. */
export async function listResting(db: Database, address: string): Promise<readonly LetterId[]> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        sql`${outbox.state} = 'waiting'`,
        eq(outbox.error, ADDRESS_RESTS),
        sql`json_extract(${outbox.letter}, '$.reader.email') = ${address}`,
      ),
    )
  return rows.map(({ id }) => id)
}

/** A person has just brought it about, so it leaves at night too. */
export function wakeLetter(db: Database, id: LetterId, now: Instant): Statement {
  return db
    .update(outbox)
    .set({ dueAt: now, error: null, isQuiet: false })
    .where(and(eq(outbox.id, id), sql`${outbox.state} = 'waiting'`))
}
