import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test, vi } from 'vitest'

import { main } from '../../scripts/audit.ts'
import { type Kept, type Read, verify } from '../../scripts/audit/verify.ts'
import { migrationTexts } from '../../scripts/migrate.ts'
import { openSqlite } from '../../scripts/sqlite.ts'
import { headOfLeaves, leafOf, type Look } from '../../worker/domain/record/proof.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { wranglerOf } from '../support/recorded-wrangler.ts'

const DAY = 86_400_000
const NOW = Date.parse('2027-03-15T08:00Z')
const texts = await migrationTexts()
const guards = new Map(
  (await migrated())
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
    .flatMap(({ name, sql }) =>
      /^(access_log|seals|events)_/.test(String(name)) ? [[String(name), String(sql)] as const] : [],
    ),
)

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = 0
})

test('a log that nobody touched is whole, and says which head to keep', async () => {
  const { database, heads } = await sealedLog()
  const audit = await audited(database)
  expect(audit).toMatchObject({ faults: [], lines: 8, seals: 3, unsealed: 2 })
  expect(audit.head).toMatchObject({ upToId: 6, head: heads[2]?.head })
  expect((await audited(database, heads)).faults).toEqual([])
})

test.each([
  [
    'a line that was changed',
    "UPDATE access_log SET actor_id = 'per_other' WHERE id = 4",
    'head-does-not-fit 4',
  ],
  ['a line that was deleted', 'DELETE FROM access_log WHERE id = 3', 'head-does-not-fit 4'],
  [
    'a line put in the place of another',
    "DELETE FROM access_log WHERE id = 3; INSERT INTO access_log VALUES (3, 1, 'per_a', 'manager', 'per_b', 'GET /other')",
    'head-does-not-fit 4',
  ],
  [
    'a line added under an old id',
    "INSERT INTO access_log VALUES (-1, 1, 'per_a', 'manager', 'per_b', 'GET /other'); UPDATE access_log SET id = 0 WHERE id = -1; UPDATE access_log SET id = 100 WHERE id = 2; UPDATE access_log SET id = 2 WHERE id = 0",
    'head-does-not-fit 2',
  ],
  [
    'two lines that changed places',
    'UPDATE access_log SET id = 100 WHERE id = 3; UPDATE access_log SET id = 3 WHERE id = 4; UPDATE access_log SET id = 4 WHERE id = 100',
    'head-does-not-fit 4',
  ],
  ['a line of the newest day that was deleted', 'DELETE FROM access_log WHERE id = 8', 'lines-gone 6'],
  ['a seal that is gone', 'DELETE FROM seals WHERE up_to_id = 4', 'head-does-not-fit 6'],
  [
    'a boundary raised over what has to stay',
    'UPDATE seals SET purgeable_below = 4 WHERE up_to_id = 4; DELETE FROM access_log WHERE id <= 4',
    'purged-too-early 4',
  ],
  [
    'a boundary inside a seal',
    'UPDATE seals SET purgeable_below = 3 WHERE up_to_id = 4',
    'purged-beyond-a-seal 3',
  ],
  [
    'a line whose actor is no person any more',
    "UPDATE access_log SET actor_id = 'Eve' WHERE id = 4",
    'head-does-not-fit 4',
  ],
  [
    'a line whose actor is another kind of thing',
    "UPDATE access_log SET actor_id = 'key_a' WHERE id = 4",
    'head-does-not-fit 4',
  ],
  [
    'a seal dated back, so that its lines may go sooner',
    'UPDATE seals SET at = 1 WHERE up_to_id = 2',
    'sealed-before-written 2',
  ],
  ['a seal dated back', 'UPDATE seals SET at = 0 WHERE up_to_id = 6', 'seals-out-of-order 6'],
  ['an event that is gone', 'DELETE FROM events WHERE version = 2', 'events-gone 0'],
])('%s is found', async (_, attack, found) => {
  const { database } = await sealedLog()
  await withoutTriggers(database, attack)
  const { faults } = await audited(database)
  expect(faults.map(({ fault, id }) => `${fault} ${id}`)).toContain(found)
})

test('a seal computed anew over a changed line breaks the next one, and differs from the head that somebody kept', async () => {
  const { database, heads } = await sealedLog()
  await withoutTriggers(database, "UPDATE access_log SET actor_id = 'per_other' WHERE id = 4", [4])
  expect(codes(await audited(database))).toEqual(['head-does-not-fit 6'])
  expect(codes(await audited(database, [heads[1] ?? heads[0]]))).toContain('kept-head-differs 4')
})

test('a whole chain computed anew is whole in itself: only a head that was kept elsewhere tells', async () => {
  const { database, heads } = await sealedLog()
  await withoutTriggers(database, "UPDATE access_log SET actor_id = 'per_other' WHERE id = 1", [2, 4, 6])
  expect(codes(await audited(database))).toEqual([])
  for (const kept of heads)
    expect(codes(await audited(database, [kept]))).toEqual([`kept-head-differs ${kept.id}`])
})

test('a trigger that was dropped, or made again without its condition, is named', async () => {
  const { database } = await sealedLog()
  database.exec('DROP TRIGGER access_log_stays_as_written')
  database.exec('DROP TRIGGER seals_are_kept')
  database.exec(
    "CREATE TRIGGER seals_are_kept BEFORE DELETE ON seals WHEN 0 BEGIN SELECT RAISE(ABORT, 'append-only'); END",
  )
  const { faults } = await audited(database)
  expect(faults.map(({ what }) => what)).toEqual([
    'the trigger access_log_stays_as_written is not there as it was made',
    'the trigger seals_are_kept is not there as it was made',
  ])
  expect([...guards.keys()].filter((name) => name.startsWith('events_')).length).toBeGreaterThan(1)
})

test('lines that nothing has sealed for days are told', async () => {
  const { database } = await sealedLog()
  expect(codes(await audited(database, [], NOW + 9 * DAY))).toEqual(['not-sealed 6'])
})

test('what was purged by rule is no fault', async () => {
  const { database } = await sealedLog()
  database.exec(
    'UPDATE seals SET purgeable_below = 4 WHERE up_to_id = 4; DELETE FROM access_log WHERE id <= 4',
  )
  expect(codes(await audited(database, [], NOW + 366 * DAY))).not.toContain('purged-too-early 4')
})

test('the command asks the deployed database, ends with 1 for a fault, and prints no name', async () => {
  const { database, heads } = await sealedLog()
  const said: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line)))
  vi.stubEnv('TEST_NOW', new Date(NOW).toISOString())
  const { ran } = wranglerOf(database)
  const [kept] = heads
  await main(['--remote', '--head', `${kept.head}@${kept.id}`], ran)
  expect(said.join('\n')).toContain('The chain is whole.')
  expect(process.exitCode).toBe(0)

  await withoutTriggers(database, "UPDATE access_log SET actor_id = 'per_other' WHERE id = 4")
  await main(['--remote', '--json'], ran)
  expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ faults: [{ fault: 'head-does-not-fit', id: 4 }] })
  expect(process.exitCode).toBe(1)
  await expect(main(['--head', 'nothing', '--remote'], ran)).rejects.toThrow('npm run audit:verify')
})

function codes({ faults }: Awaited<ReturnType<typeof verify>>): readonly string[] {
  return faults.map(({ fault, id }) => `${fault} ${id}`)
}

function audited(database: DatabaseSync, kept: readonly Kept[] = [], now = NOW) {
  const read: Read = (query) => Promise.resolve(database.prepare(query).all())
  return verify(read, { now, kept, guards })
}

/** Six lines in three seals of two, and two that are not sealed; three events. */
async function sealedLog() {
  const database = await migrated()
  database.exec(
    "INSERT INTO people (id, name, email, zone, locale, reply_address, created_at) VALUES ('per_a', 'A', 'a@x.example', 'UTC', 'en', 'a', 0)",
  )
  const look = database.prepare(
    "INSERT INTO access_log (at, actor_id, role, subject_id, route) VALUES (?, 'per_a', 'manager', 'per_b', 'GET /people/:id')",
  )
  const event = database.prepare(
    "INSERT INTO events (subject, version, at, actor_id, door, code, detail) VALUES ('ses_a', ?, 1, 'per_a', 'manager', 'offered', '{}')",
  )
  for (const version of [1, 2, 3]) event.run(version)
  for (let nth = 0; nth < 8; nth += 1) look.run(NOW - DAY + nth)
  const put = database.prepare('INSERT INTO seals (up_to_id, head, at) VALUES (?, ?, ?)')
  const heads = await headsOf(database, [2, 4, 6])
  for (const [nth, { id, head }] of heads.entries()) put.run(id, head, NOW - (3 - nth) * 1000)
  const [first = { id: 0, head: '' }, ...rest] = heads
  return { database, heads: [first, ...rest] as const }
}

async function sealAnew(database: DatabaseSync, ends: readonly number[]): Promise<void> {
  const stored = database.prepare('UPDATE seals SET head = ? WHERE up_to_id = ?')
  const all = await headsOf(database, [2, 4, 6], new Set(ends))
  for (const { id, head } of all) stored.run(head, id)
}

/** Those of `anew` are computed; the others stay as they are. */
async function headsOf(
  database: DatabaseSync,
  ends: readonly number[],
  anew: ReadonlySet<number> = new Set(ends),
): Promise<readonly Kept[]> {
  const heads: Kept[] = []
  let last: Kept = { id: 0, head: '' }
  for (const id of ends) {
    const rows = database
      .prepare('SELECT * FROM access_log WHERE id > ? AND id <= ? ORDER BY id')
      .all(last.id, id)
    const leaves = await Promise.all(rows.map((row) => leafOf(lookOf(row), hashOf)))
    const stored = database.prepare('SELECT head FROM seals WHERE up_to_id = ?').get(id)
    last = {
      id,
      head: anew.has(id) ? await headOfLeaves(last.head, leaves, hashOf) : String(stored?.['head']),
    }
    heads.push(last)
  }
  return heads
}

function lookOf(row: Readonly<Record<string, unknown>>): Look {
  return {
    ...{ id: Number(row['id']), at: instant(Number(row['at'])), role: String(row['role']) },
    ...{
      actorId: `per_${String(row['actor_id']).slice(4)}`,
      subjectId: `per_${String(row['subject_id']).slice(4)}`,
    },
    route: String(row['route']),
  }
}

/** As somebody would who has the database in hand: he computes these seals anew, and puts the triggers back. */
async function withoutTriggers(
  database: DatabaseSync,
  attack: string,
  sealed: readonly number[] = [],
): Promise<void> {
  for (const name of guards.keys()) database.exec(`DROP TRIGGER ${name}`)
  database.exec(attack)
  await sealAnew(database, sealed)
  for (const sql of guards.values()) database.exec(sql)
}

async function migrated(): Promise<DatabaseSync> {
  const database = await openSqlite()
  for (const text of texts) database.exec(text)
  return database
}

function hashOf(text: string): Promise<string> {
  return Promise.resolve(createHash('sha256').update(text).digest('base64url'))
}
