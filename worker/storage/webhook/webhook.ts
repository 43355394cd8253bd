import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'

import { webhookMessages, webhooks } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId, WebhookId } from '../../domain/ids.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import type { Instant } from '../../domain/time/time.ts'
import { oldSecretUntil, type Webhook } from '../../domain/webhook/webhook.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { openWords } from '../seal/words.ts'

type Row = typeof webhooks.$inferSelect

export async function insertWebhook(
  { db, seal }: Pick<Platform, 'db' | 'seal'>,
  { url, ...webhook }: Webhook,
  secret: string,
): Promise<readonly [Statement]> {
  const sealed = {
    url: await seal(placeOf(webhook.id, 'url'), url ?? ''),
    secret: await seal(placeOf(webhook.id, 'secret'), secret),
  }
  return [db.insert(webhooks).values({ ...webhook, ...sealed })]
}

/** Null: there is none, or it is in none of these programmes. */
export async function findWebhook(
  platform: Pick<Platform, 'db' | 'open'>,
  id: WebhookId,
  whose: Whose,
): Promise<Webhook | null> {
  const [found] = await listWhere(platform, and(eq(webhooks.id, id), isHers(whose)))
  return found ?? null
}

/** Of whom, and in which programmes: those that she manages now. Those of health are the owner's. */
export type Whose = {
  readonly personId: PersonId
  readonly reach: readonly ProgrammeId[]
  readonly isOwner: boolean
}

/** Newest first; those that have ended too, as long as they are kept. */
export async function listWebhooks(
  platform: Pick<Platform, 'db' | 'open'>,
  whose: Whose,
): Promise<readonly Webhook[]> {
  return listWhere(platform, isHers(whose))
}

function isHers({ personId, reach, isOwner }: Whose): SQL | undefined {
  const isInReach = isAmong(webhooks.programmeId, reach)
  return and(
    eq(webhooks.personId, personId),
    isOwner ? or(isInReach, isNull(webhooks.programmeId)) : isInReach,
  )
}

async function listWhere(
  platform: Pick<Platform, 'db' | 'open'>,
  isThis: SQL | undefined,
): Promise<readonly Webhook[]> {
  const rows = await platform.db
    .select()
    .from(webhooks)
    .where(isThis)
    .orderBy(desc(webhooks.madeAt), desc(webhooks.id))
  return Promise.all(rows.map((row) => toWebhook(platform, row)))
}

export async function toWebhook(
  platform: Pick<Platform, 'open'>,
  { secret: _, oldSecret: _old, oldSecretUntil: _until, ...row }: Row,
): Promise<Webhook> {
  return { ...row, url: await openWords(platform, placeOf(row.id, 'url'), row.url) }
}

/** Those that sign now, the newest first; empty if none opens. */
export async function openSecrets(
  platform: Pick<Platform, 'open'>,
  { id, secret, oldSecret, oldSecretUntil: until }: Row,
  now: Instant,
): Promise<readonly string[]> {
  const newest = await openWords(platform, placeOf(id, 'secret'), secret)
  const isOldIn = oldSecret !== null && until !== null && until > now
  const old = isOldIn ? await openWords(platform, placeOf(id, 'old_secret'), oldSecret) : null
  return [newest, old].filter((each) => each !== null)
}

/** The secret of now, to go on signing for a day beside another. */
export async function replaceSecret(
  platform: Pick<Platform, 'db' | 'open' | 'seal'>,
  id: WebhookId,
  secret: string,
  now: Instant,
): Promise<readonly Statement[]> {
  const { db, seal } = platform
  const [row] = await db.select().from(webhooks).where(eq(webhooks.id, id))
  const old = row ? await openWords(platform, placeOf(id, 'secret'), row.secret) : null
  const kept =
    old === null
      ? { oldSecret: null, oldSecretUntil: null }
      : { oldSecret: await seal(placeOf(id, 'old_secret'), old), oldSecretUntil: oldSecretUntil(now) }
  const sealed = await seal(placeOf(id, 'secret'), secret)
  return [
    db
      .update(webhooks)
      .set({ secret: sealed, ...kept })
      .where(and(eq(webhooks.id, id), isNull(webhooks.endedAt), eq(webhooks.secret, row?.secret ?? ''))),
  ]
}

export function updateWebhook(
  db: Database,
  id: WebhookId,
  change: Partial<Pick<Row, 'state' | 'types' | 'failingSince'>>,
): Statement {
  return db
    .update(webhooks)
    .set(change)
    .where(and(eq(webhooks.id, id), isNull(webhooks.endedAt)))
}

/** At once and for good; again, it stays ended as it was. What waits is not sent any more. */
export function endWebhook(db: Database, id: WebhookId, at: Instant): readonly Statement[] {
  return [
    db
      .delete(webhookMessages)
      .where(and(eq(webhookMessages.webhookId, id), eq(webhookMessages.state, 'waiting'))),
    db
      .update(webhooks)
      .set({ endedAt: at })
      .where(and(eq(webhooks.id, id), isNull(webhooks.endedAt))),
  ]
}

function placeOf(id: WebhookId, column: 'url' | 'secret' | 'old_secret'): SealedPlace {
  return { table: 'webhooks', row: id, column }
}

/** What it was told goes first. */
export const isEmptied = sql`NOT EXISTS (SELECT 1 FROM webhook_messages WHERE webhook_id = webhooks.id)`

/** Those that ended before this moment, once what they were told is gone. A slice. */
export function dropOldWebhooks(before: Instant, limit: number): SQL {
  return sql`DELETE FROM webhooks WHERE id IN (
    SELECT id FROM webhooks WHERE ended_at <= ${before} AND ${isEmptied} LIMIT ${limit})`
}
