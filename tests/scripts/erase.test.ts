import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'

import { migrationTexts } from '../../scripts/migrate.ts'
import { againSql, eraseSql, isId, LIST_SQL, readTombstones } from '../../scripts/tombstones.ts'
import { instant } from '../../worker/domain/time/time.ts'

const NOW = 1_800_000_000_000

test('the deployed Worker is asked by a row without a name, and its clock looks at once', async () => {
  const database = await migrated()
  database.exec(eraseSql('per_one', NOW))
  const stored = database.prepare(LIST_SQL).all()
  expect(stored).toEqual([{ personId: 'per_one', programmeId: '', at: NOW, byId: null, erasedAt: null }])
  expect(database.prepare('SELECT subject, kind FROM timers').all()).toEqual([
    { subject: 'per_one', kind: 're-arm' },
  ])
  expect(readTombstones(JSON.stringify(stored))).toEqual(stored)
})

test('nobody who owns the installation or manages a programme alone is asked for', async () => {
  const database = await migrated()
  database.exec("INSERT INTO owners (person_id, since) VALUES ('per_one', 0)")
  database.exec(eraseSql('per_one', NOW))
  manages(database, 'per_two')
  database.exec(eraseSql('per_two', NOW))
  expect(database.prepare(LIST_SQL).all()).toEqual([])
  manages(database, 'per_one')
  database.exec(eraseSql('per_two', NOW))
  expect(database.prepare(LIST_SQL).all()).toHaveLength(1)
})

test('after a restore the file brings the tombstones back, once, as carried out', async () => {
  const database = await migrated()
  const kept = { personId: 'per_one', programmeId: '', at: instant(NOW), byId: null, erasedAt: null } as const
  database.exec(againSql([kept], NOW + 1))
  database.exec(againSql([kept], NOW + 2))
  expect(database.prepare(LIST_SQL).all()).toEqual([{ ...kept, erasedAt: NOW + 1 }])
})

test('an id that somebody made, with hyphens in it, is one too', () => {
  expect(isId('per').safeParse('per_claude-bernard-of-northwind').success).toBe(true)
  for (const text of ['per_', 'pai_claude', "per_a' OR 1", 'per_a b'])
    expect(isId('per').safeParse(text).success, text).toBe(false)
})

test('a file that holds anything but ids and moments is refused', () => {
  expect(() => readTombstones(`[{"personId":"per_'; DROP TABLE people"}]`)).toThrow('personId')
})

async function migrated(): Promise<DatabaseSync> {
  const database = new DatabaseSync(':memory:')
  for (const text of await migrationTexts()) database.exec(text)
  for (const id of ['per_one', 'per_two'])
    database
      .prepare(
        "INSERT INTO people (id, name, email, zone, locale, reply_address, created_at) VALUES (?, 'A', ? || '@x.example', 'UTC', 'en', ?, 0)",
      )
      .run(id, id, id)
  database.exec(
    "INSERT INTO programmes (id, name, short_name, policy, created_at) VALUES ('prg_one', 'One', 'One', '{}', 0)",
  )
  return database
}

function manages(database: DatabaseSync, id: string): void {
  database
    .prepare(
      "INSERT INTO memberships (programme_id, person_id, role, since) VALUES ('prg_one', ?, 'manager', 0)",
    )
    .run(id)
}
