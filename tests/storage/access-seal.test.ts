import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { sealAccessLog } from '../../worker/actions/people/seal-access-log.ts'
import { platformOf } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { findBrokenSeal, purgeAccessLog, computeNextSeal } from '../../worker/storage/people/access-seal.ts'
import { freshDatabase } from '../support/database.ts'
import { at } from '../support/times.ts'
import { have } from '../support/world.ts'

const db = drizzle(env.DB)
const JANUARY = '2027-01-10T02:23Z'
const FEBRUARY = '2027-02-10T02:23Z'

test('each night seals only the rows added since the last seal', async () => {
  await freshDatabase()
  expect(await sealed(JANUARY)).toBe(0)

  await looks(3)
  expect(await sealed(JANUARY)).toBe(1)
  expect(await sealed(JANUARY)).toBe(0)
  await looks(2)
  expect(await sealed(FEBRUARY)).toBe(1)

  expect(await rows('SELECT up_to_id, purgeable_below FROM seals ORDER BY up_to_id')).toEqual([
    { up_to_id: 3, purgeable_below: 0 },
    { up_to_id: 5, purgeable_below: 0 },
  ])
  expect(await findBrokenSeal(db)).toBeNull()
})

test.each([
  ['a changed row', ["UPDATE access_log SET actor_id = 'per_other' WHERE id = 4"], 5],
  ['a row taken out', ['DELETE FROM access_log WHERE id = 2'], 3],
  [
    'a row that took the place of another',
    [
      'DELETE FROM access_log WHERE id = 2',
      "INSERT INTO access_log SELECT 2, at, actor_id, role, subject_id, 'GET /other' FROM access_log WHERE id = 1",
    ],
    3,
  ],
])('%s is detected, even without the triggers', async (_, tampering, upToId) => {
  await twoSeals()
  await run('DROP TRIGGER access_log_stays_as_written')
  await run('DROP TRIGGER access_log_is_kept')
  for (const statement of tampering) expect(await run(statement)).toBe('written')

  expect(await findBrokenSeal(db)).toMatchObject({ upToId })
})

test('rows sealed before a day can be purged, and later ones cannot', async () => {
  await twoSeals()
  expect(await run('DELETE FROM access_log WHERE id = 1')).toContain('append-only')

  have(await inOneBatch(db, purgeAccessLog(db, at('2027-02-01T00:00Z'))))
  expect(await rows('SELECT id FROM access_log ORDER BY id')).toEqual([{ id: 4 }, { id: 5 }])
  expect(await findBrokenSeal(db)).toBeNull()
  expect(await run('DELETE FROM access_log WHERE id = 4')).toContain('append-only')
  expect(await run('UPDATE access_log SET at = 0 WHERE id = 4')).toContain('append-only')

  await looks(1)
  expect(await sealed('2027-03-10T02:23Z')).toBe(1)
  expect(await run('DELETE FROM access_log WHERE id = 4')).toContain('append-only')
})

test('unsealed rows cannot be purged', async () => {
  await freshDatabase()
  await looks(3)
  have(await inOneBatch(db, purgeAccessLog(db, at('2028-01-01T00:00Z'))))
  expect(await rows('SELECT count(*) AS count FROM access_log')).toEqual([{ count: 3 }])
})

test('rows up to the bound may be deleted, those above it not', async () => {
  await twoSeals()
  expect(await run('UPDATE seals SET purgeable_below = 3 WHERE up_to_id = 5')).toBe('written')
  expect(await run('DELETE FROM access_log WHERE id = 3')).toBe('written')
  expect(await run('DELETE FROM access_log WHERE id = 4')).toContain('append-only')
})

test('a seal stays as it was written, and the next lies above it', async () => {
  await twoSeals()
  const tries = [
    "UPDATE seals SET head = 'a'",
    'UPDATE seals SET at = 0',
    'UPDATE seals SET up_to_id = up_to_id + 10',
    'DELETE FROM seals',
    'INSERT OR REPLACE INTO seals SELECT * FROM seals',
    'INSERT INTO seals SELECT 4, head, at, purgeable_below FROM seals WHERE up_to_id = 5',
    'UPDATE seals SET purgeable_below = 6 WHERE up_to_id = 5',
  ]
  expect((await Promise.all(tries.map(run))).filter((each) => each === 'written')).toEqual([])

  expect(await run('UPDATE seals SET purgeable_below = 3 WHERE up_to_id = 3')).toBe('written')
  expect(await run('UPDATE seals SET purgeable_below = 2 WHERE up_to_id = 3')).toContain('append-only')
})

test('a log longer than one seal is sealed in several', async () => {
  await freshDatabase()
  await looks(3)
  const first = await computeNextSeal(db, { upToId: 0, head: '' }, 2)
  expect(first).toMatchObject({ upToId: 2 })
  expect(await computeNextSeal(db, first ?? { upToId: 0, head: '' }, 2)).toMatchObject({ upToId: 3 })
})

/** Rows 1 to 3 sealed in January, 4 and 5 in February. */
async function twoSeals(): Promise<void> {
  await freshDatabase()
  await looks(3)
  await sealed(JANUARY)
  await looks(2)
  await sealed(FEBRUARY)
}

function sealed(moment: string): Promise<number> {
  return sealAccessLog(
    platformOf(env, { now: () => at(moment), send: () => Promise.reject(new Error('no mail')) }),
  )
}

async function looks(count: number): Promise<void> {
  for (let each = 0; each < count; each += 1)
    await run(
      "INSERT INTO access_log (at, actor_id, role, subject_id, route) VALUES (7, 'per_1', 'manager', 'per_2', 'GET /people/:id')",
    )
}

async function rows(query: string) {
  return (await env.DB.prepare(query).all()).results
}

async function run(statement: string): Promise<string> {
  try {
    await env.DB.prepare(statement).run()
    return 'written'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
