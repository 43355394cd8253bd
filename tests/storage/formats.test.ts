import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { isId } from '../../worker/domain/ids.ts'
import { fitOf, type Format } from '../../worker/domain/path/format.ts'
import { STANDARD_FORMATS } from '../../worker/domain/path/house.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { formatStatement, listFormats } from '../../worker/storage/path/format.ts'
import { freshDatabase } from '../support/database.ts'
import { aFormat } from '../support/formats.ts'
import { at } from '../support/times.ts'

const FORMATS = '20261124150100_formats.sql'
const db = drizzle(env.DB)

test('a programme older than the list of formats gets all that are built in, each once', async () => {
  await reset()
  const earlier = env.MIGRATIONS.filter(({ name }) => name < FORMATS)
  expect(earlier.length).toBeLessThan(env.MIGRATIONS.length)
  await applyD1Migrations(env.DB, earlier)
  for (const id of ['prg_1', 'prg_2'])
    await env.DB.prepare(
      `INSERT INTO programmes (id, name, short_name, policy, created_at) VALUES (?, 'Old', 'Old', '{}', 7)`,
    )
      .bind(id)
      .run()
  await applyD1Migrations(env.DB, env.MIGRATIONS)

  for (const id of ['prg_1', 'prg_2'] as const) {
    const formats = await listFormats(db, id)
    expect(formats.map(({ standard }) => standard).toSorted()).toEqual(STANDARD_FORMATS.toSorted())
    expect(formats.slice(0, 2).map(({ standard }) => standard)).toEqual(['read-with-me', 'one-question'])
    expect(new Set(formats.map(({ position }) => position)).size).toBe(formats.length)
    expect(formats.map(({ words }) => words)).toEqual(formats.map(({ standard }) => ({ standard })))
    expect(formats.every((each) => isId('fmt', each.id))).toBe(true)
  }
})

test.each([
  ['a link that is not https', { link: 'http://files.northwind.example/' }],
  ['a link of the executive that is not https', { executiveLink: 'http://files.northwind.example/' }],
  ['a length no session has', { minutes: 4 }],
  ['a title that is too long', { outwardTitle: 'a'.repeat(61) }],
  ['a standard that is no name of one', { standard: 'Brown bag!' as 'read-with-me' }],
])('%s is refused by the table itself', async (_, parts) => {
  await aProgramme()
  await expect(stored(aFormat(parts))).rejects.toThrow()
  const fit = { ...fitOf(aFormat(), []), stage: 'posting', aims: ['scale'] } as const
  const whole = aFormat({
    outwardTitle: 'Monthly look',
    fit,
    executiveLink: 'https://files.northwind.example/',
  })
  await stored(whole)
  expect(await listFormats(db, 'prg_1')).toEqual([whole])
})

test('no programme has a standard format twice', async () => {
  await aProgramme()
  const standard = { standard: 'read-with-me', words: { standard: 'read-with-me' } } as const
  await stored(aFormat(standard))
  const twice = stored(aFormat({ ...standard, id: 'fmt_other' }))
  await expect(twice).rejects.toThrow()
})

function stored(format: Format) {
  return inOneBatch(db, formatStatement(db, { before: null, after: format }, at('2027-03-15T08:00Z')))
}

async function aProgramme(): Promise<void> {
  await freshDatabase()
  const made = `INSERT INTO programmes (id, name, short_name, policy, created_at) VALUES ('prg_1', 'New', 'New', '{}', 7)`
  await env.DB.prepare(made).run()
}
