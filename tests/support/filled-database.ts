import type { DatabaseSync } from 'node:sqlite'

import { migrationNames, migrationText } from '../../scripts/migrate.ts'
import { openSqlite } from '../../scripts/sqlite.ts'

/** What breaks exports, shells, editors and readers of SQL, each with why. */
export const NASTY: readonly (readonly [string, string])[] = [
  ['quotes', `'); DROP TABLE people; --' "double" \`back\` ''`],
  ['an emoji of several characters', '👩🏽‍🚀 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['right to left', 'שלום ‏מִקֶּדֶם‏ مرحبا'],
  ['combining characters, not put together', 'e\u0301 and \u00E9, ﬁ'],
  ['line ends of Windows', 'one\r\ntwo\rthree\nfour'],
  ['a NUL', 'before\u0000after'],
  ['controls', '\u0001\u0008\u001B[31m\u007F\u0085\u2028\u2029\uFEFF'],
  ['comments and ends of statements', '-- no; /* nor */; this;\n-- Sotto backup\n-- sha256:0'],
  ['a line that begins like a statement', '\nCREATE TABLE people (id);\nCOMMIT;\n'],
  ['nothing', ''],
  ['blanks at the ends', '  \t x \t  '],
  ['a backslash and a percent sign', '\\n \\u0000 %s %00 $1 ${x}'],
  ['what looks like a number', '007'],
  ['longer than a statement may be', 'é😀"\'\r\n'.repeat(30_000)],
]

/** A database of this version with rows of every sort in it, and one table that holds what is hardest to carry over. */
export async function filledDatabase(file?: string): Promise<DatabaseSync> {
  const database = await openSqlite(file)
  database.exec(
    'CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
  )
  for (const name of await migrationNames()) {
    database.exec(await migrationText(name))
    database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
  }
  fillPeople(database)
  fillHard(database)
  return database
}

/** Two people in a programme, letters that wait, a log in two parts, somebody signed in. */
function fillPeople(database: DatabaseSync): void {
  const person = database.prepare(
    "INSERT INTO people (id, name, email, zone, locale, reply_address, created_at) VALUES (?, ?, ? || '@x.example', 'UTC', 'en', ?, 0)",
  )
  for (const id of ['per_one', 'per_two', 'per_gone']) person.run(id, `Name of ${id}`, id, id)
  database.exec(`
    INSERT INTO programmes (id, name, short_name, policy, created_at) VALUES ('prg_one', 'One', 'One', '{}', 0);
    INSERT INTO pairings (id, programme_id, mentor_id, executive_id, kind, status, created_at) VALUES
      ('pai_one', 'prg_one', 'per_one', 'per_two', 'mentoring', 'active', 0);
    INSERT INTO sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, minutes, zone, version, bumps, created_at) VALUES
      ('ses_one', 'pai_one', 'prg_one', 'per_one', 'per_two', 'offered', 30, 'UTC', 1, 0, 0);
    INSERT INTO events (subject, version, at, actor_id, door, code, detail) VALUES ('ses_one', 1, 5, 'per_one', 'manager', 'offered', '{}');
    INSERT INTO links (id, token_hash, purpose, person_id, session_id, expires_at) VALUES
      ('lnk_open', 'hash-1', 'answer', 'per_two', 'ses_one', 99), ('lnk_ended', 'hash-2', 'answer', 'per_two', 'ses_one', 99);
    INSERT INTO sign_ins (id, token_hash, person_id, asked_at, link_until, used_at, until_at) VALUES ('sgn_one', 'hash-3', 'per_one', 1, 2, 1, 9);
    INSERT INTO api_keys (id, token_hash, name, access, programmes, person_id, address, made_at, ends_at) VALUES
      ('key_open', 'hash-5', 'One', 'read', '["prg_one"]', 'per_one', 'one@x.example', 1, 99),
      ('key_ended', 'hash-6', 'Two', 'read', '["prg_one"]', 'per_one', 'one@x.example', 1, 99);
    INSERT INTO webhooks (id, programme_id, person_id, address, url, types, secret, state, made_at) VALUES
      ('whk_open', 'prg_one', 'per_one', 'one@x.example', 'sealed', '[]', 'sealed', 'on', 1),
      ('whk_ended', 'prg_one', 'per_one', 'one@x.example', 'sealed', '[]', 'sealed', 'on', 1);
    INSERT INTO webhook_messages (webhook_id, id, type, at, data, state, due_at) VALUES ('whk_open', 'msg_one', 'webhook.test', 1, '{}', 'waiting', 1);
    INSERT INTO feeds (person_id, link_id, token_hash, made_at) VALUES ('per_one', 'lnk_feed', 'hash-4', 1);
    INSERT INTO access_log (at, actor_id, role, subject_id, route) VALUES (1, 'per_one', 'manager', 'per_two', 'GET /people/:id');
    INSERT INTO access_log (at, actor_id, role, subject_id, route) VALUES (2, 'per_one', 'manager', 'per_two', 'GET /people/:id')`)
  const letter =
    database.prepare(`INSERT INTO outbox (id, dedupe_key, person_id, session_id, letter, state, attempts, due_at, created_at, lease, lease_until)
    VALUES (?, ?, 'per_two', 'ses_one', ?, ?, 0, 1, 1, ?, ?)`)
  letter.run('let_z', 'key-z', '{"id":"let_z","kind":"offer"}', 'waiting', 'somebody', 50)
  letter.run(
    'let_a',
    'key-a',
    '{"id":"let_a","kind":"calendar","sealed":"sealed.tests.AAAA"}',
    'sent',
    null,
    null,
  )
}

function fillHard(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE hard ("an ""odd"" name" TEXT, value ANY, at REAL, octets BLOB, id TEXT PRIMARY KEY NOT NULL) STRICT;
    CREATE TABLE hard_pairs (one TEXT NOT NULL, two INTEGER NOT NULL, words TEXT, list TEXT CHECK (json_valid(list)), PRIMARY KEY (one, two)) STRICT, WITHOUT ROWID;
    CREATE TRIGGER hard_stays BEFORE UPDATE ON hard BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE INDEX hard_at ON hard (at) WHERE value IS NOT NULL`)
  const put = database.prepare('INSERT INTO hard VALUES (?, ?, ?, ?, ?)')
  for (const [nth, [why, text]] of NASTY.entries())
    put.run(text, text, nth / 3, Buffer.from(text), `${nth} ${why}`)
  const values = [
    9223372036854775807n,
    -9223372036854775808n,
    9007199254740993n,
    0n,
    null,
    1.5,
    4,
    -0,
    1e308,
    5e-324,
  ]
  for (const [nth, value] of values.entries()) put.run(null, value, 0.1 + 0.2, null, `value ${nth}`)
  put.run('', '', Infinity, Buffer.alloc(0), 'empty')
  put.run(
    'octets',
    'x',
    -1.7976931348623157e308,
    Buffer.from(Array.from({ length: 100_000 }, (_, n) => n % 256)),
    'long octets',
  )
  const pair = database.prepare('INSERT INTO hard_pairs VALUES (?, ?, ?, ?)')
  for (const [nth, [why, text]] of NASTY.entries()) pair.run(why, nth, text, JSON.stringify([text]))
}
