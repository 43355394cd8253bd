import { type SQL, sql } from 'drizzle-orm'

import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { NightJob } from '../../domain/clock/runs.ts'
import { before, HOUR, type Instant } from '../../domain/time/time.ts'
import { SETTLED_FOR_LONG } from '../../domain/today/snooze.ts'
import type { Database } from '../../platform.ts'
import { inOneBatch } from '../batch.ts'
import { dropOldImports } from '../import/import.ts'
import { dropOldKeys } from '../key/key.ts'
import { dropOldWords } from '../mail/received.ts'
import { purgeAccessLog } from '../people/access-seal.ts'
import { dropOldReportLinks } from '../report/end-link.ts'
import { dropOldNotes } from '../session/private-note.ts'
import { dropOldQuestions } from '../session/question.ts'
import { dropKeptForms } from '../sign-in/kept-form.ts'
import { forgetWaysBack } from '../sign-in/sign-in.ts'
import { dropSomeUndos } from '../undo/undo.ts'
import { dropOldMessages } from '../webhook/message.ts'
import { dropOldWebhooks } from '../webhook/webhook.ts'

export const SWEEPS = [
  'drop-undos-and-words',
  'drop-questions',
  'drop-imports',
  'drop-kept-forms',
  'drop-reasons',
  'drop-tokens',
  'drop-counts',
  'drop-settled',
] as const satisfies readonly NightJob[]
type Sweep = (typeof SWEEPS)[number]

/** Limits for one night; the next night continues. */
const ROWS_PER_SLICE = 1000
const SLICES = 10
/** Lines of a file are short. */
const LINES_PER_SLICE = 10_000

/** Deletes what one sweep names and nobody may keep any longer; returns how many rows that were. */
export async function sweep(db: Database, name: Sweep, now: Instant): Promise<number> {
  let total = 0
  for (const statement of STATEMENTS[name](now))
    for (let slice = 0; slice < SLICES; slice += 1) {
      const { meta } = await db.run(statement)
      total += meta.changes
      if (meta.changes < ROWS_PER_SLICE) break
    }
  return total
}

/** Deletes what was sealed a year ago. */
export async function dropOldAccesses(db: Database, now: Instant): Promise<void> {
  await inOneBatch(db, purgeAccessLog(db, before(now, KEPT_MS.accessLog)))
}

/** Each takes one slice. docs/operating.md shows the same, from `RETENTION`. */
const STATEMENTS: Readonly<Record<Sweep, (now: Instant) => readonly SQL[]>> = {
  'drop-undos-and-words': (now) => [dropSomeUndos(now, ROWS_PER_SLICE), dropOldWords(now, ROWS_PER_SLICE)],
  'drop-questions': (now) => [dropOldQuestions(now, ROWS_PER_SLICE), dropOldNotes(now, ROWS_PER_SLICE)],
  'drop-imports': (now) => dropOldImports(now, LINES_PER_SLICE),
  'drop-kept-forms': (now) => [
    dropKeptForms(now, ROWS_PER_SLICE),
    forgetWaysBack(before(now, KEPT_MS.keptForms), ROWS_PER_SLICE),
  ],
  'drop-reasons': (now) => {
    const past = before(now, KEPT_MS.reasons)
    return [
      sql`DELETE FROM reasons WHERE (subject, version) IN (
        SELECT reasons.subject, reasons.version FROM reasons
        JOIN events ON events.subject = reasons.subject AND events.version = reasons.version
        WHERE events.at <= ${past} LIMIT ${ROWS_PER_SLICE})`,
      sql`DELETE FROM record_requests WHERE (programme_id, person_id, kind) IN (
        SELECT programme_id, person_id, kind FROM record_requests WHERE answered_at <= ${past} LIMIT ${ROWS_PER_SLICE})`,
      sql`UPDATE offers SET words = NULL WHERE id IN (
        SELECT id FROM offers WHERE words IS NOT NULL AND made_at <= ${past} LIMIT ${ROWS_PER_SLICE})`,
      sql`UPDATE offers SET why_not_suited = NULL, why_said_by = NULL WHERE id IN (
        SELECT id FROM offers WHERE why_not_suited = 'of-no-use' AND made_at <= ${past} LIMIT ${ROWS_PER_SLICE})`,
      sql`UPDATE proposals SET words = NULL WHERE id IN (
        SELECT id FROM proposals WHERE words IS NOT NULL AND state <> 'waiting' AND at <= ${past} LIMIT ${ROWS_PER_SLICE})`,
      sql`UPDATE outcomes SET why_not_held = NULL WHERE id IN (
        SELECT id FROM outcomes WHERE why_not_held = 'of-no-use' AND logged_at <= ${past} LIMIT ${ROWS_PER_SLICE})`,
    ]
  },
  'drop-tokens': (now) => {
    const [links, signIns] = [before(now, KEPT_MS.links), before(now, KEPT_MS.signIns)]
    return [
      sql`DELETE FROM links WHERE id IN (
        SELECT id FROM links WHERE min(expires_at, coalesce(revoked_at, expires_at)) <= ${links} LIMIT ${ROWS_PER_SLICE})`,
      sql`DELETE FROM sign_ins WHERE id IN (
        SELECT id FROM sign_ins WHERE coalesce(ended_at, max(until_at, link_until)) <= ${signIns} LIMIT ${ROWS_PER_SLICE})`,
      ...dropOldReportLinks(links, ROWS_PER_SLICE),
      dropOldKeys(links, ROWS_PER_SLICE),
      dropOldMessages(before(now, KEPT_MS.webhookMessages), ROWS_PER_SLICE),
      dropOldWebhooks(links, ROWS_PER_SLICE),
    ]
  },
  'drop-counts': (now) => [
    sql`DELETE FROM counters WHERE (key, window) IN (
      SELECT key, window FROM counters
      WHERE window <= ${Math.floor(before(now, KEPT_MS.counters) / HOUR)} AND substr(key, 1, 7) <> 'opened:' LIMIT ${ROWS_PER_SLICE})`,
    sql`DELETE FROM idempotency_keys WHERE id IN (
      SELECT id FROM idempotency_keys WHERE made_at <= ${before(now, KEPT_MS.idempotencyKeys)} LIMIT ${ROWS_PER_SLICE})`,
  ],
  'drop-settled': (now) => {
    const past = before(now, KEPT_MS.snoozes)
    const cleared = before(now, KEPT_MS.suppressions)
    // A settled line of these kinds would come back.
    const stays = sql`substr(key, 1, instr(key, ':') - 1) IN (SELECT value FROM json_each(${JSON.stringify(SETTLED_FOR_LONG)}))`
    return [
      sql`DELETE FROM snoozes WHERE (programme_id, key) IN (
        SELECT programme_id, key FROM snoozes
        WHERE until_at <= ${past} OR (until_at IS NULL AND made_at <= ${past} AND NOT ${stays}) LIMIT ${ROWS_PER_SLICE})`,
      sql`DELETE FROM suppressions WHERE (address, since) IN (
        SELECT address, since FROM suppressions
        WHERE coalesce(cleared_at, until_at) <= ${cleared} LIMIT ${ROWS_PER_SLICE})`,
    ]
  },
}
