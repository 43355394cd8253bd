import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'

import { webhookMessages, webhooks } from '../../../schema/index.ts'
import type { Decision } from '../../domain/decision.ts'
import type { LetterId, MessageId, WebhookId } from '../../domain/ids.ts'
import { after, type Instant, MINUTE } from '../../domain/time/time.ts'
import { toldBy } from '../../domain/webhook/told.ts'
import type { Message } from '../../domain/webhook/webhook.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { isAlertedAsSeen } from '../clock/alerted.ts'
import { MAY_CALL } from '../letter/restored.ts'

/** In which order they were written. */
const written = sql`webhook_messages.rowid`
const isCalled = and(eq(webhooks.state, 'on'), isNull(webhooks.endedAt))

/**
 * What a decision tells, for each webhook of its programme that wants it: one statement. What can be taken back is told
 * once that is over, and not at all if it is.
 */
export function tellStatements(
  { db, newId }: Platform,
  decision: Decision,
  now: Instant,
): readonly Statement[] {
  const { undoable, undone } = decision
  const taken = undone ? [db.delete(webhookMessages).where(eq(webhookMessages.press, pressOf(undone)))] : []
  const told = toldBy(decision)
  if (told.length === 0 || undone) return taken
  const rows = told.map((each) => ({ ...each, id: newId('msg') }))
  const [press, dueAt] = undoable ? [pressOf(undoable), undoable.until] : [null, now]
  return [insertFor(db, rows, sql`${press}, 'waiting', ${dueAt}`)]
}

function insertFor(db: Database, rows: readonly unknown[], last: SQL): Statement {
  return db.insert(webhookMessages)
    .select(sql`SELECT webhooks.id, told.value ->> '$.id', told.value ->> '$.type',
      told.value ->> '$.at', told.value -> '$.data', ${last}, 0, '[]'
    FROM json_each(${JSON.stringify(rows)}) AS told
    JOIN webhooks ON webhooks.programme_id = told.value ->> '$.programmeId'
    WHERE ${isCalled} AND ${isTold(sql`told.value ->> '$.type'`)}`)
}

function isTold(type: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM json_each(webhooks.types) AS wanted WHERE wanted.value = ${type})`
}

function pressOf({ sessionId, version }: { readonly sessionId: string; readonly version: number }): string {
  return `${sessionId}.${version}`
}

/** That a letter about a session has failed, or is stopped at its address; once for each time, nothing where it has not. */
export function tellUndelivered(db: Database, letterId: LetterId, now: Instant): Statement {
  return db
    .insert(webhookMessages)
    .select(
      sql`SELECT webhooks.id, 'msg_' || substr(outbox.id, 5) || '_' || outbox.attempts, 'delivery.failed', ${now},
        json_object('programmeId', sessions.programme_id, 'sessionId', sessions.id, 'letterId', outbox.id,
          'personId', outbox.person_id, 'state', outbox.state), NULL, 'waiting', ${now}, 0, '[]'
      FROM outbox JOIN sessions ON sessions.id = outbox.session_id
      JOIN webhooks ON webhooks.programme_id = sessions.programme_id
      WHERE outbox.id = ${letterId} AND outbox.state IN ('failed', 'stopped') AND ${isCalled}
        AND ${isTold(sql`'delivery.failed'`)}`,
    )
    .onConflictDoNothing()
}

/** A turn of the installation's health, for each webhook that wants it; nothing where another tick was first. */
export function tellHealth(
  { db, newId }: Platform,
  { type, at, data }: Pick<Message, 'type' | 'at' | 'data'>,
  seen: number,
): Statement {
  return db.insert(webhookMessages)
    .select(sql`SELECT webhooks.id, ${newId('msg')}, ${type}, ${at}, ${JSON.stringify(data)}, NULL, 'waiting', ${at}, 0, '[]'
    FROM webhooks WHERE webhooks.programme_id IS NULL AND ${isCalled} AND ${isTold(sql`${type}`)}
      AND ${isAlertedAsSeen(seen)}`)
}

export function insertMessage(
  db: Database,
  message: Pick<Message, 'id' | 'webhookId' | 'type' | 'at' | 'data'>,
): Statement {
  return db.insert(webhookMessages).values({ ...message, press: null, state: 'waiting', dueAt: message.at })
}

/** As many of one webhook in one round: another that is slow does not wait long. */
const OF_ONE = 5

export type Due = { readonly message: Message; readonly webhook: typeof webhooks.$inferSelect }

/** Those whose webhook is on, what waits longest first, a few of each. */
export async function listMessagesDue(db: Database, now: Instant, limit: number): Promise<readonly Due[]> {
  const turn = sql<number>`row_number() OVER (PARTITION BY ${webhookMessages.webhookId} ORDER BY ${webhookMessages.dueAt}, ${written})`
  const due = db
    .select({ webhookId: webhookMessages.webhookId, id: webhookMessages.id, turn: turn.as('turn') })
    .from(webhookMessages)
    .innerJoin(webhooks, eq(webhooks.id, webhookMessages.webhookId))
    .where(and(isDue(now), isCalled))
    .as('due')
  return db
    .select({ message: MESSAGE, webhook: webhooks })
    .from(due)
    .innerJoin(
      webhookMessages,
      sql`${webhookMessages.webhookId} = due.webhook_id AND ${webhookMessages.id} = due.id`,
    )
    .innerJoin(webhooks, eq(webhooks.id, webhookMessages.webhookId))
    .where(sql`due.turn <= ${OF_ONE}`)
    .orderBy(webhookMessages.dueAt, written)
    .limit(limit)
}

/** Whether any message is due: a statement for the batch of a tick. */
export function selectMessageDue(db: Database, now: Instant) {
  return db
    .select({ id: webhookMessages.id })
    .from(webhookMessages)
    .innerJoin(webhooks, eq(webhooks.id, webhookMessages.webhookId))
    .where(and(isDue(now), isCalled))
    .limit(1)
}

const MESSAGE = {
  id: webhookMessages.id,
  webhookId: webhookMessages.webhookId,
  type: webhookMessages.type,
  at: webhookMessages.at,
  data: webhookMessages.data,
  state: webhookMessages.state,
  dueAt: webhookMessages.dueAt,
  tries: webhookMessages.tries,
  attempts: webhookMessages.attempts,
}

function isDue(now: Instant): SQL {
  return sql`${webhookMessages.state} = 'waiting' AND ${webhookMessages.dueAt} <= ${now} AND ${MAY_CALL}`
}

/** For so long a call belongs to whoever claimed it: longer than a call may take. After a crash it is made again. */
const LEASE_MS = 2 * MINUTE

/** False: somebody else has it. */
export async function claimMessage(
  db: Database,
  { webhookId, id, dueAt }: Message,
  now: Instant,
): Promise<boolean> {
  const claimed = await db
    .update(webhookMessages)
    .set({ dueAt: after(now, LEASE_MS) })
    .where(and(isThis(webhookId, id), eq(webhookMessages.dueAt, dueAt), eq(webhookMessages.state, 'waiting')))
    .returning({ id: webhookMessages.id })
  return claimed.length > 0
}

export function updateMessage(
  db: Database,
  { webhookId, id }: Pick<Message, 'webhookId' | 'id'>,
  change: Partial<Pick<Message, 'state' | 'dueAt' | 'tries' | 'attempts'>>,
): Statement {
  return db.update(webhookMessages).set(change).where(isThis(webhookId, id))
}

/** What waits for a webhook that is stopped: it can be sent again by hand. */
export function failWaiting(db: Database, webhookId: WebhookId): Statement {
  return db
    .update(webhookMessages)
    .set({ state: 'failed' })
    .where(and(eq(webhookMessages.webhookId, webhookId), eq(webhookMessages.state, 'waiting')))
}

/** Newest first. */
export async function listMessages(
  db: Database,
  webhookId: WebhookId,
  limit: number,
): Promise<readonly Message[]> {
  return db
    .select(MESSAGE)
    .from(webhookMessages)
    .where(eq(webhookMessages.webhookId, webhookId))
    .orderBy(desc(webhookMessages.at), desc(written))
    .limit(limit)
}

export async function findMessage(
  db: Database,
  webhookId: WebhookId,
  id: MessageId,
): Promise<Message | null> {
  const [row] = await db.select(MESSAGE).from(webhookMessages).where(isThis(webhookId, id))
  return row ?? null
}

function isThis(webhookId: WebhookId, id: MessageId) {
  return and(eq(webhookMessages.webhookId, webhookId), eq(webhookMessages.id, id))
}

/** Those that were written before this moment. A slice. */
export function dropOldMessages(before: Instant, limit: number): SQL {
  return sql`DELETE FROM webhook_messages WHERE (webhook_id, id) IN (
    SELECT webhook_id, id FROM webhook_messages WHERE at <= ${before} LIMIT ${limit})`
}
