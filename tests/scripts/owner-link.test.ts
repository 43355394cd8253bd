import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'

import { migrationTexts } from '../../scripts/migrate.ts'
import { main, ownerLink } from '../../scripts/owner-link.ts'

const NOW = 1_800_000_000_000

test('a link for the owner is a sign-in of ten minutes, of which only the hash is stored', async () => {
  const database = await migrated()
  addPerson(database, 'per_first', 1)
  addPerson(database, 'per_later', 2)
  const { sql, token } = ownerLink(NOW)
  expect(sql).not.toContain(token)
  expect(database.prepare(sql).all()).toMatchObject([{ person_id: 'per_first' }])
  expect(database.prepare('SELECT * FROM sign_ins').all()).toMatchObject([
    {
      person_id: 'per_first',
      token_hash: createHash('sha256').update(token).digest('base64url'),
      link_until: NOW + 600_000,
      used_at: null,
    },
  ])
})

test('an installation that nobody owns gives no link', async () => {
  const database = await migrated()
  expect(database.prepare(ownerLink(NOW).sql).all()).toEqual([])
  await expect(main(false, () => Promise.resolve('[{ "results": [] }]'))).rejects.toThrow(
    /claim it at \/claim .+ or set FIRST_MANAGER/,
  )
})

async function migrated(): Promise<DatabaseSync> {
  const database = new DatabaseSync(':memory:')
  for (const text of await migrationTexts()) database.exec(text)
  return database
}

function addPerson(database: DatabaseSync, id: string, since: number): void {
  database
    .prepare(
      "INSERT INTO people (id, name, email, zone, locale, reply_address, created_at) VALUES (?, 'A', ? || '@x.example', 'UTC', 'en', ?, 0)",
    )
    .run(id, id, id)
  database.prepare('INSERT INTO owners (person_id, since) VALUES (?, ?)').run(id, since)
}
