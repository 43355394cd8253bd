import { sql } from 'drizzle-orm'

import { KEPT_MS } from '../../domain/clock/retention.ts'
import { before, type Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'

/**
 * Deletes the words of at most `limit` letters that left, or could not; returns how many. A waiting one keeps its words. What is left says what the letter did: its kind, method,
 * UID, SEQUENCE, DTSTAMP and time. “Send again” then writes from the present.
 */
export async function purgeLetters(db: Database, now: Instant, limit: number): Promise<number> {
  const { meta } = await db.run(sql`
    UPDATE outbox SET letter = json_patch('{}', json_object(
        'kind', json_extract(letter, '$.kind'), 'method', json_extract(letter, '$.method'),
        'uid', json_extract(letter, '$.uid'), 'sequence', json_extract(letter, '$.sequence'),
        'dtstamp', json_extract(letter, '$.dtstamp'),
        'time', iif(json_extract(letter, '$.kind') = 'calendar', json(json_extract(letter, '$.time')), NULL),
        'reader', json_object('email', '')))
    WHERE id IN (
      SELECT id FROM outbox
      WHERE json_extract(letter, '$.id') IS NOT NULL AND (
        (state IN ('sent', 'superseded', 'retired') AND coalesce(retired_at, sent_at) <= ${before(now, KEPT_MS.letters)})
        OR (state IN ('failed', 'stopped') AND created_at <= ${before(now, KEPT_MS.undelivered)}))
      LIMIT ${limit})`)
  return meta.changes
}
