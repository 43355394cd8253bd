import { eq, type SQL, sql } from 'drizzle-orm'

import { alerted } from '../../../schema/index.ts'
import type { LastMail } from '../../domain/clock/alert-mail.ts'
import { type Alerted, NEVER_ALERTED, type Signs, signsBefore } from '../../domain/clock/alert.ts'
import { RUNS } from '../../domain/clock/runs.ts'
import { ADDRESS_RESTS } from '../../domain/letter/suppression.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { IS_FAILING } from './timers.ts'

/** What a tick sees of health, and what was told last: one row, a few of the indexes, for the batch of each minute. */
export function selectSigns(db: Database, now: Instant) {
  const { letters, feeds } = signsBefore(now)
  const exists = (query: ReturnType<typeof sql>) => sql`EXISTS (${query})`.mapWith(Boolean)
  return db
    .select({
      lastTick: sql<Instant | null>`(SELECT at FROM ticks WHERE cron = ${RUNS.minutely})`,
      jobsFailed: exists(sql`SELECT 1 FROM ticks WHERE failed <> '[]'`),
      sendingStopped: exists(sql`SELECT 1 FROM sending WHERE stopped_at IS NOT NULL`),
      // A test goes before all others, so its hour alone says nothing.
      lettersLate: exists(sql`SELECT 1 FROM outbox WHERE state = 'waiting' AND due_at <= ${letters}
        AND created_at <= ${letters} AND error IS NOT ${ADDRESS_RESTS}`),
      timersFailing: exists(sql`SELECT 1 FROM timers WHERE ${IS_FAILING}`),
      checksBroken: exists(sql`SELECT 1 FROM checked WHERE broken <> '[]'`),
      feedsFailing: exists(sql`SELECT 1 FROM busy_feeds WHERE state = 'unknown' AND since <= ${feeds}
        AND problem IS NOT NULL`),
      lastMail: sql<'had' | 'waiting' | 'gone' | null>`(SELECT CASE WHEN max(may_be_had) = 1 THEN 'had'
        WHEN max(state = 'waiting') = 1 THEN 'waiting' WHEN max(error = 'done') = 1 THEN 'gone' END ${ofLastMail})`,
      hadAt: sql<Instant | null>`(SELECT min(sent_at) ${ofLastMail})`,
      alerted,
    })
    .from(sql`(SELECT 1) AS one`)
    .leftJoin(alerted, eq(alerted.id, 1))
}

/** By the index of the keys, which begin with the kind: few letters are of health, however old the installation is. */
const ofLastMail = sql`FROM outbox WHERE dedupe_key >= 'health:' AND dedupe_key < 'health;'
  AND created_at >= ${alerted.mailedAt}`

type Row = Awaited<ReturnType<typeof selectSigns>>[number]

export type Seen = {
  readonly signs: Signs
  readonly alerted: Alerted
  readonly last: LastMail
  /** Of the row; 0 as long as there is none. */
  readonly version: number
}

export function toSigns(row: Row | undefined): Seen | null {
  if (!row) return null
  const { alerted: told, lastMail, hadAt, ...signs } = row
  const last = toLastMail(lastMail, hadAt)
  return { signs, alerted: told ?? NEVER_ALERTED, last, version: told?.version ?? 0 }
}

function toLastMail(state: Row['lastMail'], at: Instant | null): LastMail {
  return state === 'had' ? { state, at } : state && { state }
}

/** Whether no other tick has told anything since this version was seen: asked by all that one tells. */
export function isAlertedAsSeen(version: number): SQL {
  return sql`coalesce((SELECT version FROM alerted), 0) = ${version}`
}

/** Comes last in its batch: what it changes is what the rest asks for. */
export function putAlerted(
  db: Database,
  { codes, since, toldAt, bad, mailedAt, mailedSince, mailedCodes }: Alerted & { readonly toldAt: Instant },
  seen: number,
): Statement {
  const row = { codes, since, toldAt, bad, mailedAt, mailedSince, mailedCodes, version: seen + 1 }
  return db
    .insert(alerted)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: alerted.id, set: row, setWhere: eq(alerted.version, seen) })
}
