import { readFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { main as erase } from '../../scripts/erase.ts'
import { migrationTexts } from '../../scripts/migrate.ts'
import { main as rotateKeys } from '../../scripts/rotate-keys.ts'
import type { Run } from '../../scripts/run.ts'
import { sealingOf } from '../../worker/sealing.ts'

const K1 = 'k1=x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0='
const K2 = 'k2=Qm9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ='

let database: DatabaseSync
let said: string[]
const asked: (readonly string[])[] = []

/** As wrangler answers: JSON with its banner before it, one result for each statement. */
const wrangler: Run = (command, words) => {
  expect([command, ...words.slice(0, 4)]).toEqual(['wrangler', 'd1', 'execute', 'DB', '--remote'])
  asked.push(words)
  const file = words[words.indexOf('--file') + 1]
  if (words.includes('--file') && file !== undefined) {
    database.exec(readFileSync(file, 'utf8'))
    return Promise.resolve('Executed.')
  }
  const results = (words[words.indexOf('--command') + 1] ?? '')
    .split(';')
    .filter((statement) => statement.trim() !== '')
    .map((statement) => ({ results: database.prepare(statement).all(), success: true }))
  return Promise.resolve(`▲ [WARNING] a banner\n${JSON.stringify(results, null, 2)}\nand a last word\n`)
}

beforeEach(async () => {
  database = new DatabaseSync(':memory:')
  for (const text of await migrationTexts()) database.exec(text)
  for (const id of ['per_one', 'per_two'])
    database
      .prepare(
        "INSERT INTO people (id, name, email, zone, locale, reply_address, created_at) VALUES (?, 'A', ? || '@x.example', 'UTC', 'en', ?, 0)",
      )
      .run(id, id, id)
  said = []
  asked.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => {
    said.push(String(line))
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test('erase --remote leaves a tombstone for the next minute, and prints what to keep', async () => {
  await erase(['per_one', '--remote'], wrangler)
  expect(database.prepare('SELECT person_id, programme_id FROM tombstones').all()).toEqual([
    { person_id: 'per_one', programme_id: '' },
  ])
  expect(database.prepare("SELECT count(*) AS count FROM timers WHERE subject = 'per_one'").get()).toEqual({
    count: 1,
  })
  const kept = said.at(-1) ?? ''
  expect(JSON.parse(kept)).toMatchObject([{ personId: 'per_one', programmeId: '', erasedAt: null }])

  // Another database, as it was before.
  database.exec('DELETE FROM tombstones; DELETE FROM timers')
  const file = join(await mkdtemp(join(tmpdir(), 'sotto-test-')), 'tombstones.json')
  await writeFile(file, kept)
  await erase(['--again', file, '--remote'], wrangler)
  expect(said.at(-1)).toContain('1 tombstones are there')
  expect(database.prepare('SELECT person_id FROM tombstones WHERE erased_at IS NOT NULL').all()).toHaveLength(
    1,
  )
})

test('erase --remote says so where nobody is erased', async () => {
  database.exec("INSERT INTO owners (person_id, since) VALUES ('per_two', 0)")
  await expect(erase(['per_two', '--remote'], wrangler)).rejects.toThrow('Not erased')
  await expect(erase(['per_nobody', '--remote'], wrangler)).rejects.toThrow('Not erased')
  await expect(erase(["per_a'; DROP TABLE people", '--remote'], wrangler)).rejects.toThrow('PERSON_ID')
  expect(database.prepare('SELECT count(*) AS count FROM tombstones').get()).toEqual({ count: 0 })
})

test('rotate-keys --remote seals anew by the keys of the environment, and writes no word or key on a command line', async () => {
  const place = { table: 'busy_feeds', row: 'per_one', column: 'url' }
  const url = 'https://calendar.example/s3cret.ics'
  const put = database.prepare(
    "INSERT INTO busy_feeds (person_id, url, state, since) VALUES (?, ?, 'known', 0)",
  )
  put.run('per_one', await sealingOf(K1).seal(place, url))
  put.run('per_two', url)

  const nowhere = await mkdtemp(join(tmpdir(), 'sotto-none-'))
  vi.stubEnv('SEALING_KEYS', `${K2},${K1}`)
  await rotateKeys(['--remote'], wrangler, nowhere)
  expect(said).toContain('busy_feeds.url: 2 with k2')
  expect(said).toContain('k1 may be removed: no row needs it.')
  const stored = database.prepare('SELECT person_id, url FROM busy_feeds ORDER BY person_id').all()
  for (const { person_id: row, url: sealed } of stored)
    expect(await sealingOf(K2).open({ ...place, row: String(row) }, String(sealed))).toEqual({
      ok: true,
      value: url,
    })
  const line = JSON.stringify(asked)
  for (const secret of ['s3cret', K1.slice(3), K2.slice(3)]) expect(line).not.toContain(secret)

  vi.stubEnv('SEALING_KEYS', '')
  await expect(rotateKeys(['--remote'], wrangler, nowhere)).rejects.toThrow('SEALING_KEYS is missing')
})
