import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { main as backup } from '../../scripts/backup.ts'
import { differing, digestsOf } from '../../scripts/backup/digest.ts'
import { main as restore } from '../../scripts/restore.ts'
import { openSqlite } from '../../scripts/sqlite.ts'
import { sealingOf } from '../../worker/sealing.ts'
import { filledDatabase } from '../support/filled-database.ts'
import { wranglerOf } from '../support/recorded-wrangler.ts'

const K1 = 'k1=x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0='
const ANOTHER_K1 = 'k1=Qm9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ='

const folder = await mkdtemp(join(tmpdir(), 'sotto-test-'))
let said: string[] = []

beforeEach(() => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => {
    said.push(String(line))
  })
  vi.stubEnv('SEALING_KEYS', K1)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test('a deployed database that is lost comes back whole: exported, wiped, imported, equal', async () => {
  const deployed = await aDeployed()
  const before = digestsOf(deployed)
  const file = join(folder, 'whole.sql')
  await backup([file, '--remote'], wranglerOf(deployed).ran)
  expect(said.join('\n')).toContain('it needs k1 of SEALING_KEYS')
  expect(await readFile(file, 'utf8')).not.toContain(K1.slice(3))

  const empty = await openSqlite()
  const { ran, asked } = wranglerOf(empty)
  await restore([file, '--remote'], ran)
  // A restore adds its own row, ends sign-ins, leases and what webhooks wait for, and gives each of these another digest.
  expect(differing(before, digestsOf(empty))).toEqual([
    ...['outbox', 'restores', 'sign_ins', 'webhook_messages'],
  ])
  expect(JSON.stringify(asked)).not.toContain('Name of')
})

test('a database with somebody in it is not taken away unless that is said; then who was erased meanwhile is owed again', async () => {
  const deployed = await aDeployed()
  const file = join(folder, 'replaced.sql')
  await backup([file, '--remote'], wranglerOf(deployed).ran)

  deployed.exec(
    "INSERT INTO tombstones (person_id, programme_id, at, erased_at) VALUES ('per_gone', '', 7, 8)",
  )
  deployed.exec("UPDATE links SET revoked_at = 9 WHERE id = 'lnk_open'")
  const before = digestsOf(deployed)
  await expect(restore([file, '--remote'], wranglerOf(deployed).ran)).rejects.toThrow('--replace')
  expect(differing(before, digestsOf(deployed))).toEqual([])

  const kept = join(folder, 'tombstones.json')
  await writeFile(kept, '[{"personId":"per_two","programmeId":"","at":3,"byId":null,"erasedAt":4}]')
  await restore([file, '--remote', '--replace', '--tombstones', kept], wranglerOf(deployed).ran)
  expect(deployed.prepare('SELECT person_id FROM tombstones ORDER BY 1').all()).toEqual([
    { person_id: 'per_gone' },
    { person_id: 'per_two' },
  ])
  expect(deployed.prepare("SELECT revoked_at FROM links WHERE id = 'lnk_open'").get()).toEqual({
    revoked_at: 9,
  })
  expect(said.join('\n')).toContain('2 tombstones are there')
})

test.each([
  ['is not there', ''],
  ['is another one of the same name', ANOTHER_K1],
])('a backup whose key %s is refused before a row is touched', async (_, keyring) => {
  const deployed = await aDeployed()
  const file = join(folder, 'keys.sql')
  await backup([file, '--remote'], wranglerOf(deployed).ran)
  const empty = await openSqlite()
  vi.stubEnv('SEALING_KEYS', keyring)
  await expect(restore([file, '--remote'], wranglerOf(empty).ran)).rejects.toThrow(
    /The key k1 (is not|in SEALING_KEYS is another)/,
  )
  expect(empty.prepare('SELECT count(*) AS count FROM sqlite_schema').get()).toEqual({ count: 0 })
  await restore([file, '--remote', '--without-keys'], wranglerOf(empty).ran)
})

test('an import that stops in the middle leaves what was there, and says so', async () => {
  const deployed = await aDeployed()
  const file = join(folder, 'broken.sql')
  await backup([file, '--remote'], wranglerOf(deployed).ran)
  const before = digestsOf(deployed)
  const { ran } = wranglerOf(deployed)
  const cutting: typeof ran = async (command, words) => {
    const at = words.indexOf('--file') + 1
    if (at > 0) {
      const sql = await readFile(words[at] ?? '', 'utf8')
      await writeFile(words[at] ?? '', `${sql.slice(0, sql.length / 2)}\n;SELECT nothing FROM nowhere;`)
    }
    return ran(command, words)
  }
  await expect(restore([file, '--remote', '--replace'], cutting)).rejects.toThrow()
  expect(differing(before, digestsOf(deployed))).toEqual([])
})

test('what arrives otherwise than it was sent is named', async () => {
  const deployed = await aDeployed()
  const file = join(folder, 'otherwise.sql')
  await backup([file, '--remote'], wranglerOf(deployed).ran)
  const { ran } = wranglerOf(deployed)
  const losing: typeof ran = async (command, words) => {
    const answer = await ran(command, words)
    if (words.includes('--file'))
      deployed.exec("DELETE FROM feeds; UPDATE sqlite_sequence SET seq = 1 WHERE name = 'access_log'")
    return answer
  }
  await expect(restore([file, '--remote', '--replace'], losing)).rejects.toThrow('feeds, sqlite_sequence')
})

test('neither command does anything with words it does not know', async () => {
  const { ran, asked } = wranglerOf(await openSqlite())
  for (const words of [[], ['--remote'], ['a', 'b', '--remote'], ['--everything', '--remote']]) {
    await expect(backup(words, ran)).rejects.toThrow('npm run backup')
    await expect(restore(words, ran)).rejects.toThrow('npm run restore')
  }
  expect(asked).toEqual([])
})

/** With a value that the key has really sealed. */
async function aDeployed(): Promise<DatabaseSync> {
  const database = await filledDatabase()
  // What D1 itself does not export as it is: a NUL, and a real without a fraction where a column takes any type.
  database.exec("DELETE FROM hard WHERE id IN ('value 6', 'value 7')")
  database.exec(`DELETE FROM hard WHERE "an ""odd"" name" LIKE '%' || char(0) || '%'`)
  database.exec('DELETE FROM hard_pairs WHERE instr(words, char(0)) > 0')
  database.exec("DELETE FROM outbox WHERE id = 'let_a'")
  const place = { table: 'busy_feeds', row: 'per_one', column: 'url' }
  database
    .prepare("INSERT INTO busy_feeds (person_id, url, state, since) VALUES ('per_one', ?, 'known', 0)")
    .run(await sealingOf(K1).seal(place, 'https://calendar.example/a.ics'))
  return database
}
