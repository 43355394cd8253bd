import { and, between, type Column, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'

import { snoozes } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Kind, Snooze } from '../../domain/today/item.ts'
import { SETTLED_FOR_LONG } from '../../domain/today/snooze.ts'
import type { Database, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'

/**
 * The snoozes that still count: those until a future day; those settled within the month Today looks back; and settled
 * ones of a kind whose items can stay longer.
 */
export function selectSnoozes(
  db: Database,
  programmeId: ProgrammeId,
  { now, monthAgo }: { readonly now: Instant; readonly monthAgo: Instant },
) {
  const longer = SETTLED_FOR_LONG.map((kind) => between(snoozes.key, `${kind}:`, `${kind};`))
  return db
    .select({ key: snoozes.key, until: snoozes.untilAt, madeAt: snoozes.madeAt })
    .from(snoozes)
    .where(
      or(
        and(eq(snoozes.programmeId, programmeId), gt(snoozes.untilAt, now)),
        and(eq(snoozes.programmeId, programmeId), isNull(snoozes.untilAt), gt(snoozes.madeAt, monthAgo)),
        ...longer.map((ofKind) => and(eq(snoozes.programmeId, programmeId), ofKind, isNull(snoozes.untilAt))),
      ),
    )
}

/** Stores a snooze; it replaces the earlier one of this item. */
export function putSnooze(
  db: Database,
  programmeId: ProgrammeId,
  { key, until, madeAt, wishedAt = null }: Snooze & { readonly wishedAt?: Instant | null },
  madeBy: PersonId,
): Statement {
  const row = { untilAt: until, madeAt, madeBy, wishedAt }
  return db
    .insert(snoozes)
    .values({ programmeId, key, ...row })
    .onConflictDoUpdate({ target: [snoozes.programmeId, snoozes.key], set: row })
}

/** What was noted of these lines, with the moment of the wish that ended with each. */
export function listSnoozed(db: Database, programmeId: ProgrammeId, keys: readonly string[]) {
  return db
    .select({ key: snoozes.key, madeAt: snoozes.madeAt, wishedAt: snoozes.wishedAt })
    .from(snoozes)
    .where(and(eq(snoozes.programmeId, programmeId), isAmong(snoozes.key, keys)))
}

/** The line is back at once. */
export function deleteSnooze(db: Database, programmeId: ProgrammeId, key: string): Statement {
  return db.delete(snoozes).where(and(eq(snoozes.programmeId, programmeId), eq(snoozes.key, key)))
}

/** Whether the manager has settled this item, or put it off. Sorted by it, such items do not use up the limit of their kind. */
export function isPutAway(
  programmeId: ProgrammeId,
  kind: Kind,
  { id, since, now }: { readonly id: Column; readonly since: Column; readonly now: Instant },
): SQL {
  return sql`EXISTS (SELECT 1 FROM snoozes WHERE programme_id = ${programmeId} AND key = ${`${kind}:`} || ${id}
    AND (until_at > ${now} OR (until_at IS NULL AND made_at >= ${since})))`
}
