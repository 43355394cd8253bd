import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'

import { writeWhole } from '../../scripts/backup.ts'
import { differing, digestsOf } from '../../scripts/backup/digest.ts'
import { dumpSql } from '../../scripts/backup/dump.ts'
import { readBackup, writeBackup } from '../../scripts/backup/file.ts'
import { inMemory } from '../../scripts/backup/source.ts'
import { NOTHING_SINCE, sinceOf } from '../../scripts/restore/after-restore.ts'
import { rehearse } from '../../scripts/restore/rehearse.ts'
import { replaceLocal } from '../../scripts/restore/replace.ts'
import { openSqlite } from '../../scripts/sqlite.ts'
import { filledDatabase, NASTY } from '../support/filled-database.ts'

const WHEN = { at: Date.parse('2026-11-30T07:00:00Z'), sotto: '0.1.0' }

const filled = await filledDatabase()
const { header, text } = writeBackup(filled, WHEN)

test('what is written comes back equal, whatever it is', async () => {
  const back = await inMemory(text)
  expect(differing(digestsOf(filled), digestsOf(back))).toEqual([])
  expect(header.tables['hard']?.rows).toBe(NASTY.length + 12)
  for (const table of ['hard', 'hard_pairs', 'people', 'sqlite_sequence', 'd1_migrations'])
    expect(rows(back, `SELECT * FROM ${table} ORDER BY 1, 2`), table).toEqual(
      rows(filled, `SELECT * FROM ${table} ORDER BY 1, 2`),
    )
  expect(rows(back, 'SELECT id, typeof(value) AS type FROM hard ORDER BY id')).toEqual(
    rows(filled, 'SELECT id, typeof(value) AS type FROM hard ORDER BY id'),
  )
})

test('the order in which letters were written comes back too, since they leave in it', async () => {
  const back = await inMemory(text)
  expect(back.prepare('SELECT id FROM outbox ORDER BY rowid').all()).toEqual([
    { id: 'let_z' },
    { id: 'let_a' },
  ])
})

test('no statement is longer than D1 takes, and none holds a NUL or a line end of a value', () => {
  const statements = [...dumpSql(filled)]
  expect(Math.max(...statements.map((each) => Buffer.byteLength(each)))).toBeLessThan(100_000)
  const inserts = statements.filter((each) => /^(INSERT|UPDATE)/.test(each))
  // oxlint-disable-next-line no-control-regex -- these are the ones that are looked for
  expect(inserts.filter((each) => /[\u0000-\u001F]/.test(each))).toEqual([])
})

test('the head says version, moment, migrations, counts and needed keys, and no word of anybody', () => {
  expect(text.slice(0, 300)).toMatch(
    /^-- Sotto backup\n-- {"format":1,"sotto":"0\.1\.0","at":"2026-11-30T07:00:00\.000Z"/,
  )
  expect(header.migrations).toHaveLength(rows(filled, 'SELECT id FROM d1_migrations').length)
  expect(header.keys).toEqual(['tests'])
  expect(header.tables['people']?.rows).toBe(3)
  expect(JSON.stringify(header)).not.toContain('Name of')
})

test.each([
  ['a value', "UPDATE hard SET octets = X'00' WHERE id = 'empty'"],
  ['a type', "UPDATE hard SET value = '4' WHERE id = 'value 6'"],
  ['a kind of number', "UPDATE hard SET value = CAST(value AS INTEGER) WHERE id = 'value 6'"],
  ['a nothing', "UPDATE hard SET value = NULL WHERE id = 'empty'"],
  ['a row too few', "DELETE FROM hard WHERE id = 'empty'"],
  ['a row twice', "INSERT INTO hard_pairs VALUES ('twice', 1, NULL, NULL)"],
  ['an id that was given', "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'access_log'"],
  ['an index', 'DROP INDEX hard_at'],
  ['a trigger', 'DROP TRIGGER access_log_is_kept'],
])('a digest sees %s', async (_, change) => {
  const other = await inMemory(text)
  other.exec(`DROP TRIGGER hard_stays; ${change}`)
  const without = await inMemory(text)
  without.exec('DROP TRIGGER hard_stays')
  expect(differing(digestsOf(without), digestsOf(other))).toHaveLength(1)
})

test.each([
  ['cut short', (whole: string) => whole.slice(0, -200)],
  ['cut before its hash', (whole: string) => whole.slice(0, whole.lastIndexOf('-- sha256:'))],
  ['changed by one letter', (whole: string) => whole.replace('Name of per_one', 'Name of per_onf')],
  ['with line ends of Windows', (whole: string) => whole.replaceAll('\n', '\r\n')],
  ['something else', () => 'SELECT 1;\n'],
  ['nothing', () => ''],
])('a file that is %s is refused before a row is touched', (_, broken) => {
  expect(() => readBackup(broken(text))).toThrow(/not whole|no backup/)
})

test('rows that are not what the head says are refused, also where the hash of the file fits', async () => {
  const other = await inMemory(text)
  other.exec("UPDATE people SET name = 'Somebody else', version = version + 1 WHERE id = 'per_one'")
  const forged = writeBackup(other, WHEN)
  const mixed = forged.text.replace(JSON.stringify(forged.header), JSON.stringify(header))
  const { createHash } = await import('node:crypto')
  const body = mixed.slice(0, mixed.lastIndexOf('-- sha256:'))
  const sealed = `${body}-- sha256:${createHash('sha256').update(body).digest('hex')}\n`
  await expect(rehearse(sealed, { now: 9, since: NOTHING_SINCE })).rejects.toThrow(
    'not what its head says, in people',
  )
})

test('a backup of a newer version is refused by the name of what is not known', async () => {
  const newer = await inMemory(text)
  newer.exec("INSERT INTO d1_migrations (name) VALUES ('20991231000000_future.sql')")
  const made = writeBackup(newer, WHEN)
  await expect(rehearse(made.text, { now: 9, since: NOTHING_SINCE })).rejects.toThrow(
    '20991231000000_future.sql',
  )
})

test('what is restored waits for a person: signed out, nothing leased, mail may have left, who was erased is owed again', async () => {
  const since = {
    tombstones: [{ personId: 'per_gone', programmeId: '', at: 7, byId: null, erasedAt: 8 }],
    links: [{ id: 'lnk_ended', at: 6 }],
    reportLinks: [],
    keys: [{ id: 'key_ended', at: 5 }],
    webhooks: [{ id: 'whk_ended', at: 4 }],
    feeds: [{ personId: 'per_one', tokenHash: null }],
  } as const
  const { database } = await rehearse(text, { now: 1000, since: JSON.parse(JSON.stringify(since)) })
  expect(rows(database, 'SELECT at, backup_at, letters_up_to, resumed_at FROM restores')).toEqual([
    { at: 1000n, backup_at: BigInt(WHEN.at), letters_up_to: 2n, resumed_at: null },
  ])
  expect(rows(database, "SELECT lease, may_be_had FROM outbox WHERE state = 'waiting'")).toEqual([
    { lease: null, may_be_had: 1n },
  ])
  expect(rows(database, 'SELECT ended_at FROM sign_ins')).toEqual([{ ended_at: 1000n }])
  expect(rows(database, 'SELECT id, revoked_at FROM links ORDER BY id')).toEqual([
    { id: 'lnk_ended', revoked_at: 6n },
    { id: 'lnk_open', revoked_at: null },
  ])
  expect(rows(database, 'SELECT id, ended_at FROM api_keys ORDER BY id')).toEqual([
    { id: 'key_ended', ended_at: 5n },
    { id: 'key_open', ended_at: null },
  ])
  expect(rows(database, 'SELECT id, ended_at FROM webhooks ORDER BY id')).toEqual([
    { id: 'whk_ended', ended_at: 4n },
    { id: 'whk_open', ended_at: null },
  ])
  expect(rows(database, 'SELECT state FROM webhook_messages')).toEqual([{ state: 'failed' }])
  expect(rows(database, 'SELECT * FROM feeds')).toEqual([])
  expect(rows(database, 'SELECT person_id, erased_at FROM tombstones')).toEqual([
    { person_id: 'per_gone', erased_at: 8n },
  ])
  expect(rows(database, "SELECT kind FROM timers WHERE subject = 'per_gone'")).toEqual([{ kind: 're-arm' }])
})

test('a key or webhook that was ended since the backup is known by the database that is replaced', async () => {
  const replaced = await inMemory(text)
  replaced.exec("UPDATE api_keys SET ended_at = 5 WHERE id = 'key_ended'")
  replaced.exec("UPDATE webhooks SET ended_at = 4 WHERE id = 'whk_ended'")
  expect(sinceOf(replaced).keys).toEqual([{ id: 'key_ended', at: 5 }])
  expect(sinceOf(replaced).webhooks).toEqual([{ id: 'whk_ended', at: 4 }])
})

test('a restore that is broken in the middle, or killed there, leaves what was there before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-test-'))
  const target = await filledDatabase(join(folder, 'target.sqlite'))
  target.exec(
    "PRAGMA journal_mode = WAL; UPDATE people SET name = 'Before', version = version + 1 WHERE id = 'per_one'",
  )
  const before = digestsOf(target)
  const { database } = await rehearse(text, { now: 1000, since: NOTHING_SINCE })

  const count = [...dumpSql(database)].length
  for (const stopAt of [1, 60, Math.floor(count / 2), count]) {
    let done = 0
    const asKilled = join(folder, `killed-${stopAt}.sqlite`)
    const { copyFileSync } = await import('node:fs')
    const breaking = () => {
      done += 1
      if (done < stopAt) return
      // What the disk holds at this moment is what the next start finds after a kill.
      copyFileSync(join(folder, 'target.sqlite'), asKilled)
      copyFileSync(join(folder, 'target.sqlite-wal'), `${asKilled}-wal`)
      throw new Error('the power is cut')
    }
    expect(() => replaceLocal(target, database, breaking)).toThrow('the power is cut')
    expect(differing(before, digestsOf(target)), `stopped at ${stopAt}`).toEqual([])
    const found = await openSqlite(asKilled)
    expect(differing(before, digestsOf(found)), `killed at ${stopAt}`).toEqual([])
    expect(found.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  }

  replaceLocal(target, database)
  expect(differing(digestsOf(database), digestsOf(target))).toEqual([])
})

test('a disk that is full leaves nothing half: no backup, and the database as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-full-'))
  const file = join(folder, 'backup.sql')
  await symlink('/dev/full', `${file}.part`)
  await expect(writeWhole(file, text)).rejects.toThrow('The disk is full. No backup was written.')
  expect(await readdir(folder)).toEqual([])

  const path = join(folder, 'small.sqlite')
  const small = await openSqlite(path)
  small.exec(text)
  small.exec('PRAGMA wal_checkpoint; VACUUM')
  const pages = Number(rows(small, 'PRAGMA page_count')[0]?.['page_count'])
  small.exec(`PRAGMA max_page_count = ${pages}`)
  const before = digestsOf(small)
  const large = await inMemory(text)
  for (let nth = 0; nth < 200; nth += 1)
    large.exec(`INSERT INTO hard (id, value) VALUES ('more ${nth}', '${'x'.repeat(2000)}')`)
  expect(() => replaceLocal(small, large)).toThrow('The disk is full. Nothing was restored')
  expect(differing(before, digestsOf(small))).toEqual([])
  await rm(folder, { recursive: true })
})

test('the file is written by the command of no line that names a key', async () => {
  const written = await readFile(new URL('../../scripts/backup.ts', import.meta.url), 'utf8')
  expect(written).not.toMatch(/secrets\.env|developmentSecrets|process\.env\['SE/)
})

function rows(database: DatabaseSync, query: string) {
  const select = database.prepare(query)
  select.setReadBigInts(true)
  return select.all().map((row) => ({ ...row }))
}
