import type { DatabaseSync } from 'node:sqlite'

import type { Tombstone } from '../../worker/domain/people/tombstone.ts'
import { tablesOf } from '../backup/schema.ts'
import { againSql, LIST_SQL, readTombstones } from '../tombstones.ts'

/** The clock waits so long before it erases again, so that the database can be compared first. In milliseconds. */
const ERASES_AFTER = 2 * 60_000

/** What the database that is replaced knows and the backup cannot: who was erased, and what has ended. */
export type Since = {
  readonly tombstones: readonly Tombstone[]
  readonly links: readonly Ended[]
  readonly reportLinks: readonly Ended[]
  readonly keys: readonly Ended[]
  readonly webhooks: readonly Ended[]
  /** The calendars that are subscribed to, by person; null where nobody can say. */
  readonly feeds: readonly { readonly personId: string; readonly tokenHash: string | null }[]
}
type Ended = { readonly id: string; readonly at: number }

export const NOTHING_SINCE: Since = {
  ...{ tombstones: [], links: [], reportLinks: [], keys: [], webhooks: [], feeds: [] },
}

export function sinceOf(database: DatabaseSync): Since {
  const tables = tablesOf(database)
  const rows = (table: string, query: string) => (tables.includes(table) ? database.prepare(query).all() : [])
  const ended = (table: string, column: string): readonly Ended[] =>
    rows(table, `SELECT id, ${column} AS at FROM ${table} WHERE ${column} IS NOT NULL`).map(({ id, at }) => ({
      ...{ id: String(id), at: Number(at) },
    }))
  return {
    tombstones: readTombstones(JSON.stringify(rows('tombstones', LIST_SQL))),
    links: ended('links', 'revoked_at'),
    reportLinks: ended('report_links', 'ended_at'),
    keys: ended('api_keys', 'ended_at'),
    webhooks: ended('webhooks', 'ended_at'),
    feeds: !tables.includes('feeds')
      ? []
      : rows(
          'people',
          'SELECT people.id, feeds.token_hash FROM people LEFT JOIN feeds ON feeds.person_id = people.id',
        ).map(({ id, token_hash: hash }) => ({
          personId: String(id),
          tokenHash: hash === null ? null : String(hash),
        })),
  }
}

/**
 * What holds from the first moment on, written with the rows themselves: nothing is sent and the clock writes to nobody
 * until a person says so, every sign-in has ended, what had ended stays ended, and who was erased is erased again.
 */
export function settleAfter(
  database: DatabaseSync,
  { now, backupAt, since }: { readonly now: number; readonly backupAt: number; readonly since: Since },
): void {
  database.exec('BEGIN')
  database
    .prepare(
      'INSERT INTO restores (at, backup_at, letters_up_to) SELECT ?, ?, coalesce(max(rowid), 0) FROM outbox',
    )
    .run(now, backupAt)
  // Whoever was sending one is gone, and what waited then may have left since.
  database.exec("UPDATE outbox SET lease = NULL, lease_until = NULL, may_be_had = 1 WHERE state = 'waiting'")
  // They can be sent again by hand, under the same id.
  database.exec("UPDATE webhook_messages SET state = 'failed' WHERE state = 'waiting'")
  database.prepare('UPDATE sign_ins SET ended_at = ? WHERE ended_at IS NULL').run(now)
  endAgain(database, since)
  database.exec(againSql(since.tombstones, now + ERASES_AFTER))
  database.exec('COMMIT')
}

function endAgain(database: DatabaseSync, { links, reportLinks, keys, webhooks, feeds }: Since): void {
  const link = database.prepare('UPDATE links SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
  for (const { id, at } of links) link.run(at, id)
  const report = database.prepare('UPDATE report_links SET ended_at = ? WHERE id = ? AND ended_at IS NULL')
  for (const { id, at } of reportLinks) report.run(at, id)
  const key = database.prepare('UPDATE api_keys SET ended_at = ? WHERE id = ? AND ended_at IS NULL')
  for (const { id, at } of keys) key.run(at, id)
  const webhook = database.prepare('UPDATE webhooks SET ended_at = ? WHERE id = ? AND ended_at IS NULL')
  for (const { id, at } of webhooks) webhook.run(at, id)
  const feed = database.prepare('DELETE FROM feeds WHERE person_id = ? AND token_hash IS NOT ?')
  for (const { personId, tokenHash } of feeds) feed.run(personId, tokenHash)
}
