import { and, eq, type SQL, sql } from 'drizzle-orm'

import { invites, outbox } from '../../../schema/index.ts'
import type { LetterId, SessionId } from '../../domain/ids.ts'
import type { SealedLetter } from '../../domain/letter/facts.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import type { Verdict } from '../../domain/letter/order.ts'
import { type ThreadRow, validUntilOf } from '../../domain/letter/thread.ts'
import { after, type Instant, MINUTE } from '../../domain/time/time.ts'
import { type Database, hashOf, type Platform, type Statement } from '../../platform.ts'
import { lookAfterLetter } from '../clock/timers.ts'
import { insertLinkInstead } from './link.ts'
import { isFree, isNewSince } from './outbox.ts'
import { MAY_LEAVE } from './restored.ts'
import { openAll, sealLetter } from './sealed.ts'

/** How long a letter belongs to one deliverer, unless he renews it. */
export const LEASE_MS = 2 * MINUTE

/** All letters of one thread, in the order in which they were written. */
export type Thread = {
  /** Null for a letter that stands by itself. */
  readonly name: { readonly sessionId: SessionId; readonly thread: string } | null
  readonly rows: readonly ThreadRow[]
  /** The lease of a deliverer who never marked his letter has ended here. */
  readonly wasAbandoned: boolean
}

/**
 * Which letters to take first: those waiting longest, or for a try by itself those that did not fail by our fault.
 * `newSince`: only those that became due after this and have not failed.
 */
export type Claim = {
  readonly limit: number
  readonly isProbe: boolean
  readonly newSince?: Instant | null
}

/** The threads of letters that are due, none of whose letters is leased, each with all of its letters. */
export async function listDueThreads(
  platform: Platform,
  { limit, isProbe, newSince = null }: Claim,
): Promise<readonly Thread[]> {
  const { db } = platform
  const now = platform.now()
  const order = isProbe ? sql`coalesce(fault = 'sending', 0), due_at, rowid` : sql`due_at, rowid`
  const isNew = newSince === null ? sql`` : sql`AND ${isNewSince(newSince)}`
  const due = sql`SELECT id, session_id, thread FROM outbox
    WHERE state = 'waiting' AND due_at <= ${now} AND ${isFree(now)} ${isNew} AND ${MAY_LEAVE}
      AND NOT EXISTS (SELECT 1 FROM outbox AS other
        WHERE other.session_id = outbox.session_id AND other.thread = outbox.thread AND other.id <> outbox.id
          AND other.state = 'waiting' AND other.lease_until > ${now})
    ORDER BY ${order} LIMIT ${limit}`
  const stored = await db
    .select({
      id: outbox.id,
      sessionId: outbox.sessionId,
      thread: outbox.thread,
      letter: outbox.letter,
      state: outbox.state,
      attempts: outbox.attempts,
      dueAt: outbox.dueAt,
      mayBeHad: outbox.mayBeHad,
      error: outbox.error,
      isQuiet: outbox.isQuiet,
      lease: outbox.lease,
    })
    .from(outbox)
    .where(
      sql`${outbox.id} IN (
        WITH due AS MATERIALIZED (${due})
        SELECT id FROM due
        UNION SELECT each.id FROM due CROSS JOIN outbox AS each
          ON each.session_id = due.session_id AND each.thread = due.thread)`,
    )
    .orderBy(sql`outbox.rowid`)
  const rows = await openAll(platform, stored)
  // A letter of no session stands by itself: the threads of the others are found by the index of their session.
  const keyOf = ({ id, sessionId, thread }: (typeof rows)[number]) =>
    sessionId === null || thread === null ? id : `${sessionId} ${thread}`
  const threads = Map.groupBy(rows, keyOf)
  const inTurn = new Set(rows.filter(({ state }) => state === 'waiting').map(keyOf))
  return Array.from(inTurn, (key) => threads.get(key) ?? []).map((all) => ({
    name: nameOf(all[0]),
    rows: all.map(({ thread: _, sessionId: _session, lease: _lease, ...row }) => row),
    wasAbandoned: all.some(({ state, lease }) => state === 'waiting' && lease !== null),
  }))
}

function nameOf(
  row: { readonly sessionId: SessionId | null; readonly thread: string | null } | undefined,
): Thread['name'] {
  return row && row.sessionId !== null && row.thread !== null
    ? { sessionId: row.sessionId, thread: row.thread }
    : null
}

/**
 * Carries out what was decided over these threads, in one batch. A thread in which something has changed since it was read
 * is left alone. Returns the rows that were written.
 */
export async function carryOut(
  platform: Platform,
  decided: readonly { readonly thread: Thread; readonly verdicts: readonly Verdict[] }[],
  { lease, now }: { readonly lease: string; readonly now: Instant },
): Promise<ReadonlySet<LetterId>> {
  const { db } = platform
  const all = decided.flatMap(({ thread, verdicts }) => verdicts.map((verdict) => ({ thread, verdict })))
  const abandoned = decided.flatMap(({ thread }) =>
    thread.wasAbandoned
      ? thread.rows.flatMap((row) => (row.mayBeHad ? raiseHanded(db, row.letter) : []))
      : [],
  )
  const columns = await Promise.all(all.map(({ verdict }) => columnsOf(platform, verdict, { lease, now })))
  const statements = all.map(({ thread, verdict }, index) =>
    db
      .update(outbox)
      .set(columns[index] ?? {})
      .where(and(isUnchanged(verdict.row, now), isAsRead(thread, { lease, now })))
      .returning({ id: outbox.id }),
  )
  const looks = all.flatMap(({ verdict: { act, row } }) =>
    act === 'fail' ? [lookAfterLetter(db, row.id, now)] : [],
  )
  const replacements = await Promise.all(
    all.flatMap(({ verdict }) =>
      verdict.act === 'replace' ? [insertReplacement(platform, verdict, now)] : [],
    ),
  )
  const [first, ...rest] = statements
  if (!first) return new Set()
  const results = await db.batch([first, ...rest, ...replacements.flat(), ...abandoned, ...looks])
  return new Set(
    results.slice(0, statements.length).flatMap((rows) => (Array.isArray(rows) ? idsIn(rows) : [])),
  )
}

function idsIn(rows: readonly { readonly id: LetterId }[]): readonly LetterId[] {
  return rows.map(({ id }) => id)
}

async function columnsOf(
  platform: Platform,
  verdict: Verdict,
  { lease, now }: { readonly lease: string; readonly now: Instant },
): Promise<Partial<typeof outbox.$inferInsert>> {
  const aside = { retiredAt: now, lease: null, leaseUntil: null }
  switch (verdict.act) {
    case 'send': {
      const { letter, row } = verdict
      const leased = { lease, leaseUntil: after(now, LEASE_MS) }
      if (letter === row.letter) return leased
      const sealed = await sealLetter(platform, row.id, letter)
      return { ...leased, letter: sealed, validUntil: validUntilOf(letter) }
    }
    case 'supersede':
      return { ...aside, state: 'superseded', error: `by:${verdict.by}` }
    case 'replace':
      return { ...aside, state: 'superseded', error: `by:${verdict.letter.id}` }
    case 'retire':
      return { ...aside, state: 'retired', error: verdict.why }
    case 'fail':
      return { state: 'failed', error: verdict.error, fault: 'letter', lease: null, leaseUntil: null }
    case 'wait':
      return { dueAt: verdict.until }
  }
}

/** The row is as it was read, and free. */
function isUnchanged({ id, attempts, dueAt }: ThreadRow, now: Instant): SQL | undefined {
  return and(
    eq(outbox.id, id),
    sql`${outbox.state} = 'waiting'`,
    eq(outbox.attempts, attempts),
    eq(outbox.dueAt, dueAt),
    isFree(now),
  )
}

/** No letter of the thread was written or tried since it was read, and nobody else has leased one. */
export function isAsRead(
  { name, rows }: Thread,
  { lease, now }: { readonly lease: string; readonly now: Instant },
): SQL | undefined {
  if (name === null) return undefined
  const had = rows.filter(({ mayBeHad }) => mayBeHad).length
  const isElsewhere = sql`each.state = 'waiting' AND each.lease_until > ${now} AND each.lease IS NOT ${lease}
    AND each.id <> outbox.id`
  return sql`${`${rows.length}:${had}:0`} = (
    SELECT count(*) || ':' || sum(each.may_be_had) || ':' || count(CASE WHEN ${isElsewhere} THEN 1 END)
    FROM outbox AS each WHERE each.session_id = ${name.sessionId} AND each.thread = ${name.thread})`
}

/** The row of the letter instead of one, with its links, if that one has just been superseded by it. */
async function insertReplacement(
  platform: Platform,
  { row, letter, links }: Extract<Verdict, { act: 'replace' }>,
  now: Instant,
): Promise<readonly Statement[]> {
  const { db, tokenOf } = platform
  const isReplaced = sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${row.id} AND error = ${`by:${letter.id}`})`
  const hashed = await Promise.all(
    links.map(async (each) => ({ link: each, tokenHash: await hashOf(await tokenOf(each.id)) })),
  )
  return [
    insertLetterInstead(db, row, letter, { sealed: await sealLetter(platform, letter.id, letter), now }),
    ...hashed.map(({ link, tokenHash }) => insertLinkInstead(db, link, tokenHash, isReplaced)),
  ]
}

function insertLetterInstead(
  db: Database,
  row: ThreadRow,
  letter: Letter,
  { sealed, now }: { readonly sealed: SealedLetter; readonly now: Instant },
): Statement {
  return db.insert(outbox).select(sql`
    SELECT ${letter.id}, ${`instead:${letter.id}`}, person_id, session_id, ${JSON.stringify(sealed)}, 'waiting', 0, ${now},
      NULL, NULL, NULL, NULL, ${now}, thread, ${validUntilOf(letter)}, NULL, 0, NULL, NULL, is_quiet
    FROM outbox WHERE id = ${row.id} AND error = ${`by:${letter.id}`}`)
}

/** The revision that a calendar has, or may have. */
export function raiseHanded(db: Database, letter: ThreadRow['letter']): readonly Statement[] {
  if (letter.kind !== 'calendar' || letter.method === 'DECLINECOUNTER') return []
  const { uid, sequence } = letter
  if (uid === undefined || sequence === undefined) return []
  return [
    db
      .update(invites)
      .set({ sentSequence: sequence })
      .where(and(eq(invites.uid, uid), sql`coalesce(${invites.sentSequence}, -1) < ${sequence}`)),
  ]
}
