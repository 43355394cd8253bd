import { and, eq, gt, gte, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm'

import {
  claims,
  commitments,
  events,
  links,
  offers,
  options,
  outbox,
  outcomes,
  undos,
} from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { LetterId, PersonId, SessionId } from '../../domain/ids.ts'
import { before, type Instant } from '../../domain/time/time.ts'
import type { UndoReading } from '../../domain/undo/undo.ts'
import type { Undoable, Undone } from '../../domain/undo/undoable.ts'
import type { Database, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { forgetKey } from '../idempotency.ts'
import { restoreReceived } from '../mail/received.ts'
import { findSession } from '../session/session.ts'

/** Keeps what stood before a press, and until its letters leave the times that it frees. */
export function undoableStatements(db: Database, undoable: Undoable, now: Instant): readonly Statement[] {
  const { until, ...row } = undoable
  return [dropOldUndos(db, now), db.insert(undos).values({ ...row, untilAt: until })]
}

/** What nobody can undo any more; for a while a page says of it that its letters have left. */
function dropOldUndos(db: Database, now: Instant): Statement {
  return db.delete(undos).where(lt(undos.untilAt, before(now, KEPT_MS.undos)))
}

/** The same at night, a slice. */
export function dropSomeUndos(now: Instant, limit: number): SQL {
  return sql`DELETE FROM undos WHERE (session_id, version) IN (
    SELECT session_id, version FROM undos WHERE until_at < ${before(now, KEPT_MS.undos)} LIMIT ${limit})`
}

/** First of its batch: it fails if a letter is on its way, and forgets what was offered. */
export function undoneStatements(db: Database, undone: Undone, now: Instant): readonly Statement[] {
  const { sessionId, version, letters, offerIds, mail, log } = undone
  const isThis = and(eq(undos.sessionId, sessionId), eq(undos.version, version))
  return [
    db.update(undos).set({ undone: true }).where(isThis),
    db.delete(undos).where(isThis),
    db
      .update(outbox)
      .set({ state: 'retired', error: 'undone', retiredAt: now })
      .where(and(isAmong(outbox.id, letters), eq(outbox.state, 'waiting'))),
    ...offerIds.flatMap((id) => [
      db
        .delete(claims)
        .where(
          and(
            eq(claims.sessionId, sql`(SELECT session_id FROM offers WHERE id = ${id})`),
            isNotNull(claims.heldUntil),
          ),
        ),
      db.delete(links).where(eq(links.offerId, id)),
      db.update(offers).set({ answeredOption: null }).where(eq(offers.id, id)),
      db.delete(options).where(eq(options.offerId, id)),
      db.delete(offers).where(eq(offers.id, id)),
      forgetKey(db, id),
    ]),
    ...(mail ? restoreReceived(db, mail, now) : []),
    ...(log ? unloggedStatements(db, log) : []),
  ]
}

/** The outcome and what was agreed are as if they had not been logged. */
function unloggedStatements(
  db: Database,
  { outcomeId, commitmentId, last }: NonNullable<Undone['log']>,
): readonly Statement[] {
  return [
    db.delete(outcomes).where(eq(outcomes.id, outcomeId)),
    forgetKey(db, outcomeId),
    ...(commitmentId ? [db.delete(commitments).where(eq(commitments.id, commitmentId))] : []),
    ...(last ? [db.update(commitments).set({ done: last.done }).where(eq(commitments.id, last.id))] : []),
  ]
}

/** Frees at once what the letters of a press kept back. */
export function sendNowStatements(
  db: Database,
  { sessionId, version, letters, until }: Undoable,
  now: Instant,
): readonly Statement[] {
  return [
    db.delete(undos).where(and(eq(undos.sessionId, sessionId), eq(undos.version, version))),
    db
      .update(outbox)
      .set({ dueAt: now })
      .where(and(isAmong(outbox.id, letters), eq(outbox.state, 'waiting'), eq(outbox.attempts, 0))),
    db.delete(claims).where(and(eq(claims.sessionId, sessionId), eq(claims.heldUntil, until))),
  ]
}

/** The press that left this version of a session, if it is still kept. */
export async function findUndo(db: Database, sessionId: SessionId, version: number): Promise<UndoReading> {
  const isThis = and(eq(undos.sessionId, sessionId), eq(undos.version, version))
  const [rows, letters, since, undone] = await db.batch([
    db.select().from(undos).where(isThis),
    db
      .select({
        id: outbox.id,
        personId: outbox.personId,
        isCalendar: sql<number>`json_extract(${outbox.letter}, '$.method') = 'REQUEST'`,
        isWaiting: sql<number>`${outbox.state} = 'waiting'`,
        isUntried: sql<number>`${outbox.state} = 'waiting' AND ${outbox.attempts} = 0 AND ${outbox.mayBeHad} = 0 AND ${outbox.lease} IS NULL`,
      })
      .from(outbox)
      .where(
        and(
          sql`(${outbox.sessionId} = ${sessionId} OR ${outbox.id} IN (SELECT letter.value FROM undos, json_each(undos.letters) AS letter WHERE ${isThis}))`,
          inArray(outbox.state, ['waiting', 'sent', 'superseded', 'failed', 'stopped', 'retired']),
        ),
      ),
    selectSince(db, isThis),
    db
      .select({ version: events.version })
      .from(events)
      .where(and(eq(events.subject, sessionId), eq(events.code, 'undone'), eq(events.version, version + 1))),
  ])
  const [row] = rows
  const isUndone = undone.length > 0
  if (!row) return { undoable: null, isUndone, opened: null, hasLeft: false, waiting: [], since: [] }
  const own = new Set<LetterId>(row.letters)
  const { untilAt: until, undone: _, ...undoable } = row
  const { opened } = row.before
  return {
    undoable: { ...undoable, until },
    isUndone,
    opened: opened ? await findSession(db, opened.id) : null,
    hasLeft: letters.some((each) => own.has(each.id) && each.isUntried === 0),
    waiting: letters.flatMap((each): readonly PersonId[] =>
      each.isCalendar === 1 && each.isWaiting === 1 && !own.has(each.id) ? [each.personId] : [],
    ),
    since,
  }
}

const MOST_SINCE = 3

/**
 * What happened after the press to its session, to its pairing, and to the next round; of a pairing and a round that the
 * press did not change itself, that the one was paused or ended and the other opened.
 */
function selectSince(db: Database, isThis: SQL | undefined) {
  const pairing = sql`json_extract(${undos.before}, '$.pairing.id')`
  const left = sql`json_extract(${undos.before}, '$.pairing.version') + 1`
  const opened = sql`json_extract(${undos.before}, '$.opened.id')`
  const openedAs = sql`json_extract(${undos.before}, '$.opened.version')`
  const ofSession = sql`(SELECT pairing_id FROM sessions AS pressed WHERE pressed.id = ${undos.sessionId})`
  const next = sql`(SELECT id FROM sessions AS next WHERE next.pairing_id = ${ofSession}
    AND next.id <> ${undos.sessionId} AND next.id IS NOT ${opened} AND next.created_at >= ${undos.at})`
  return db
    .select({ code: events.code, at: events.at, actorId: events.actorId })
    .from(undos)
    .innerJoin(
      events,
      or(
        and(eq(events.subject, undos.sessionId), gt(events.version, undos.version)),
        and(eq(events.subject, pairing), gt(events.version, left)),
        and(eq(events.subject, opened), gt(events.version, openedAs)),
        and(
          sql`${pairing} IS NULL`,
          eq(events.subject, ofSession),
          eq(events.code, 'pairing-status'),
          gte(events.at, undos.at),
        ),
        sql`${events.subject} IN ${next}`,
      ),
    )
    .where(isThis)
    .orderBy(events.at, events.version)
    .limit(MOST_SINCE)
}
