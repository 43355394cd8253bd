import { and, eq, lte, type SQL, sql } from 'drizzle-orm'

import { timers } from '../../../schema/index.ts'
import {
  type Armed,
  CLAIM_MS,
  FAILING_TRIES,
  type Lane,
  type TimerKind,
  TIMERS,
  type TimerSubject,
} from '../../domain/clock/timer.ts'
import type { LetterId, PersonId } from '../../domain/ids.ts'
import { after, type Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { MAY_RUN } from '../letter/restored.ts'

export type TimerKey = { readonly subject: TimerSubject; readonly kind: TimerKind }
type StoredTimer = typeof timers.$inferSelect

/** Kinds that are no rule's: they end when they have run, not when a subject is armed. */
const MAINTENANCE = sql`('re-arm', 'repair')`

/**
 * Writes exactly these timers for these subjects; rows that are right already are not written. What was put off is asked
 * at its rule's hour again, because something has happened. `guard` must hold when the batch runs.
 */
export function armStatements(
  db: Database,
  armed: readonly Armed[],
  guard: SQL = sql`1`,
): readonly Statement[] {
  if (armed.length === 0) return []
  const rows = rowsOf(armed)
  const subjects = JSON.stringify(armed.map(({ subject }) => subject))
  const keys = JSON.stringify(rows.map(([subject, kind]) => `${subject} ${kind}`))
  return [
    db.delete(timers).where(sql`${timers.subject} IN (SELECT value FROM json_each(${subjects}))
      AND ${timers.subject} || ' ' || ${timers.kind} NOT IN (SELECT value FROM json_each(${keys}))
      AND ${timers.kind} NOT IN ${MAINTENANCE} AND ${guard}`),
    ...(rows.length > 0 ? [upsert(db, rows, guard)] : []),
  ]
}

/** Whether the stored timers of a subject are those that are owed, each at its rule's hour or put off beyond it. */
export function isAsOwed({ subject, timers: owed }: Armed, stored: readonly StoredTimer[]): boolean {
  const own = stored.filter((each) => each.subject === subject)
  return (
    own.length === owed.length &&
    owed.every(({ kind, dueAt }) => own.some((each) => each.kind === kind && isAtItsHour(each, dueAt)))
  )
}

/** While a claim lasts, the row says when the claim ends. */
function isAtItsHour({ dueAt, askAgainAt, tries, said }: StoredTimer, hour: Instant): boolean {
  const isClaimed = tries > 0 && said === null
  return isClaimed || dueAt === Math.max(hour, askAgainAt ?? hour)
}

/** The same as `armStatements`, but what was put off stays put off. */
export function repairStatements(db: Database, armed: Armed, guard?: SQL): readonly Statement[] {
  const [remove, ...rest] = armStatements(db, [armed], guard)
  if (!remove || rest.length === 0) return remove ? [remove] : []
  const missing = db
    .insert(timers)
    .select(valuesOf(rowsOf([armed]), guard ?? sql`1`))
    .onConflictDoUpdate({
      target: [timers.subject, timers.kind],
      set: { dueAt: sql`max(excluded.due_at, coalesce(${timers.askAgainAt}, 0))` },
    })
  return [remove, missing]
}

/** Writes these timers and leaves the others of their subjects as they are. */
export function keepTimers(db: Database, armed: readonly Armed[]): readonly Statement[] {
  const rows = rowsOf(armed)
  return rows.length > 0 ? [upsert(db, rows, sql`1`)] : []
}

function rowsOf(armed: readonly Armed[]) {
  return armed.flatMap(({ subject, timers: owed, notBefore: first }) =>
    owed.map(({ kind, dueAt }) => {
      const askAgainAt = first !== undefined && first > dueAt ? first : null
      return [subject, kind, TIMERS[kind].lane, askAgainAt ?? dueAt, askAgainAt] as const
    }),
  )
}

function upsert(db: Database, rows: ReturnType<typeof rowsOf>, guard: SQL): Statement {
  return db
    .insert(timers)
    .select(valuesOf(rows, guard))
    .onConflictDoUpdate({
      target: [timers.subject, timers.kind],
      set: { dueAt: sql`excluded.due_at`, askAgainAt: sql`excluded.ask_again_at`, tries: 0, said: null },
      setWhere: sql`${timers.dueAt} <> excluded.due_at OR ${timers.askAgainAt} IS NOT excluded.ask_again_at OR ${timers.tries} <> 0`,
    })
}

function valuesOf(rows: ReturnType<typeof rowsOf>, guard: SQL): SQL {
  return sql`SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, 0, NULL
    FROM json_each(${JSON.stringify(rows)}) WHERE ${guard}`
}

/** Lets the next tick make the timers of these subjects again. A query has one column, `value`. */
export function reArm(
  db: Database,
  subjects: SQL | readonly TimerSubject[],
  now: Instant,
  kind: 're-arm' | 'repair' = 're-arm',
): Statement {
  const query = isSql(subjects) ? subjects : sql`SELECT value FROM json_each(${JSON.stringify(subjects)})`
  return db
    .insert(timers)
    .select(
      sql`SELECT value, ${kind}, ${TIMERS[kind].lane}, ${now}, NULL, 0, NULL FROM (${query}) WHERE true`,
    )
    .onConflictDoUpdate({
      target: [timers.subject, timers.kind],
      set: { dueAt: sql`excluded.due_at`, askAgainAt: null, tries: 0, said: null },
      setWhere: sql`${timers.tries} <> 0`,
    })
}

function isSql(subjects: SQL | readonly TimerSubject[]): subjects is SQL {
  return !Array.isArray(subjects)
}

/** Something may be urgent in these programmes: the clock looks at once, whenever it would have looked again. */
export function lookForUrgent(db: Database, programmes: SQL, now: Instant): Statement {
  return db
    .update(timers)
    .set({ dueAt: now, askAgainAt: now, tries: 0, said: null })
    .where(and(eq(timers.kind, 'urgent-mail'), sql`${timers.subject} IN (${programmes})`))
}

/** An invite that did not arrive may be urgent. */
export function lookAfterLetter(db: Database, id: LetterId, now: Instant): Statement {
  return lookForUrgent(
    db,
    sql`SELECT programme_id FROM sessions WHERE id = (SELECT session_id FROM outbox WHERE id = ${id})`,
    now,
  )
}

/** The rounds of this person in which no time was found: there may be one now. */
export function reArmFruitless(db: Database, personId: PersonId, now: Instant): Statement {
  const pairings = sql`SELECT DISTINCT sessions.pairing_id AS value FROM sessions JOIN timers ON timers.subject = sessions.id
    WHERE sessions.status = 'offered' AND (sessions.mentor_id = ${personId} OR sessions.executive_id = ${personId})
      AND timers.kind = 're-offer' AND timers.said IS NOT NULL`
  return reArm(db, pairings, now)
}

/** The due timers of one lane, longest due first, without those that ran already. */
export function selectDue(
  db: Database,
  lane: Lane,
  now: Instant,
  { limit, ran }: { readonly limit: number; readonly ran: readonly TimerKey[] },
) {
  const done = JSON.stringify(ran.map(({ subject, kind }) => `${subject} ${kind}`))
  const isNew =
    ran.length > 0
      ? sql`${timers.subject} || ' ' || ${timers.kind} NOT IN (SELECT value FROM json_each(${done}))`
      : undefined
  return db
    .select({ subject: timers.subject, kind: timers.kind })
    .from(timers)
    .where(and(eq(timers.lane, lane), lte(timers.dueAt, now), isNew, MAY_RUN))
    .orderBy(timers.dueAt, timers.subject)
    .limit(limit)
}

/** `said`: what it said the last time. */
export type Claimed = TimerKey & { readonly tries: number; readonly said: string | null }

/** Claims these timers for a while, those that are still due; in their order. */
export async function claimTimers(
  db: Database,
  keys: readonly TimerKey[],
  now: Instant,
): Promise<readonly Claimed[]> {
  if (keys.length === 0) return []
  const wanted = JSON.stringify(keys.map(({ subject, kind }) => [subject, kind]))
  const claimed = await db
    .update(timers)
    .set({ tries: sql`${timers.tries} + 1`, dueAt: after(now, CLAIM_MS) })
    .where(
      and(
        sql`(${timers.subject}, ${timers.kind}) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${wanted}))`,
        lte(timers.dueAt, now),
      ),
    )
    .returning({ subject: timers.subject, kind: timers.kind, tries: timers.tries, said: timers.said })
  return keys.flatMap(
    (key) => claimed.find(({ subject, kind }) => subject === key.subject && kind === key.kind) ?? [],
  )
}

/** Puts a claimed timer off, unless something has armed it meanwhile. */
export async function putOffTimer(
  db: Database,
  claimed: Claimed,
  {
    askAgainAt,
    said,
    tries,
  }: { readonly askAgainAt: Instant; readonly said: string | null; readonly tries: number },
): Promise<void> {
  await db.update(timers).set({ askAgainAt, dueAt: askAgainAt, said, tries }).where(isClaim(claimed))
}

/** Ends a claimed timer of maintenance, unless it was asked for again meanwhile. */
export function endTimer(db: Database, claimed: Claimed): Statement {
  return db.delete(timers).where(isClaim(claimed))
}

function isClaim({ subject, kind, tries }: Claimed) {
  return and(eq(timers.subject, subject), eq(timers.kind, kind), eq(timers.tries, tries))
}

/** The stored timers of these subjects, without maintenance. */
export async function listTimers(
  db: Database,
  subjects: readonly TimerSubject[],
): Promise<readonly StoredTimer[]> {
  if (subjects.length === 0) return []
  return db
    .select()
    .from(timers)
    .where(and(isAmong(timers.subject, subjects), sql`${timers.kind} NOT IN ${MAINTENANCE}`))
}

/** It throws again and again. */
export const IS_FAILING = sql`said = 'threw' AND tries >= ${sql.raw(String(FAILING_TRIES))}`

export function selectFailing(db: Database) {
  return db
    .select({ kind: timers.kind, count: sql<number>`count(*)` })
    .from(timers)
    .where(IS_FAILING)
    .groupBy(timers.kind)
}
