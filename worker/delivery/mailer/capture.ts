import type { Instant } from '../../domain/time/time.ts'
import type { MailPort } from '../../platform.ts'

/** Tables for development only, in a separate database. */
const TABLES = [
  `CREATE TABLE IF NOT EXISTS mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, sender TEXT NOT NULL, recipient TEXT NOT NULL,
    subject TEXT NOT NULL, raw TEXT NOT NULL) STRICT`,
  'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT',
]

export async function readyMailbox(mailbox: D1Database): Promise<void> {
  await mailbox.batch(TABLES.map((sql) => mailbox.prepare(sql)))
}

/** Stores mail instead of sending. `fail` is MAIL_FAIL: `first:3`, `always`, or `after-send` (stores, then fails). */
export function capturingMailer(mailbox: D1Database, fail: string, now: () => Instant): MailPort {
  return async ({ from, to, subject, raw }) => {
    if (fail === 'always' || (await isAmongFirst(mailbox, fail)))
      return { ok: false, error: 'told-to-fail', fault: 'moment', mayBeHad: false }

    const { meta } = await mailbox
      .prepare('INSERT INTO mail (at, sender, recipient, subject, raw) VALUES (?, ?, ?, ?, ?)')
      .bind(now(), from, to, subject, raw)
      .run()
    if (fail === 'after-send')
      return { ok: false, error: 'told-to-fail-after-sending', fault: 'moment', mayBeHad: true }
    return { ok: true, providerId: `captured-${meta.last_row_id}` }
  }
}

/** `first:3` counts across restarts: it fails the first three mails of this mailbox. */
async function isAmongFirst(mailbox: D1Database, fail: string): Promise<boolean> {
  const failures = Number(/^first:(\d+)$/.exec(fail)?.[1] ?? 0)
  if (failures === 0) return false

  const row = await mailbox
    .prepare(
      `INSERT INTO settings (name, value) VALUES ('failures', '1')
       ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1 RETURNING value`,
    )
    .first<{ value: string }>()
  return Number(row?.value ?? 0) <= failures
}

/** Production has no such binding and never calls this. */
export function mailboxOf({ MAILBOX }: Pick<Env, 'MAILBOX'>): D1Database {
  if (!MAILBOX) throw new Error('MAILBOX is not bound: this is the development entry point')
  return MAILBOX
}
