import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { nameOf } from '../../../worker/actions/import/judge.ts'
import { changePerson } from '../../../worker/actions/people/change.ts'
import { runCron } from '../../../worker/jobs/jobs.ts'
import { findImport } from '../../../worker/storage/import/import.ts'
import { listMembers } from '../../../worker/storage/people/membership.ts'
import { aFile, brought, confirmed, judged } from '../../support/imports.ts'
import { asManager, aWorld, have, type World } from '../../support/world.ts'

const PEOPLE = [
  'name,email,roles,zone,reports_to,assistants,minutes',
  'Vera Lang,vera.lang@people.example,executive,Europe/Paris,zoe.fabre@people.example,paul@people.example,25',
  'Zoe Fabre,zoe.fabre@people.example,executive,Asia/Kathmandu,,,',
  'Paul Petit,paul@people.example,assistant,Europe/Paris,,,',
].join('\n')

test('people of one file may name each other, whatever their order, and nobody hears of it', async () => {
  const world = await aWorld()
  const kept = await brought(world, aFile('people', PEOPLE))
  expect(have(await confirmed(world, kept))).toEqual({ made: 3, changed: 0, unchanged: 0 })

  const [vera, zoe, paul] = await membersNamed(world, 'Vera Lang', 'Zoe Fabre', 'Paul Petit')
  expect(vera).toMatchObject({ reportsTo: zoe?.id, rules: { minutes: 25 }, roles: ['executive'] })
  const duties = await env.DB.prepare('SELECT executive_id, assistant_id FROM assistants').all()
  expect(duties.results).toContainEqual({ executive_id: vera?.id, assistant_id: paul?.id })
  expect(await count('outbox')).toBe(0)
})

test('one confirmation does it once: of two at the same time both answer the same, and so does a third', async () => {
  const world = await aWorld()
  const kept = await brought(world, aFile('people', PEOPLE))
  const before = (await eventsWith('person-added')) ?? 0
  const both = await Promise.all([confirmed(world, kept), confirmed(world, kept)])
  const third = await confirmed(world, kept)
  expect([...both, third].map(have)).toEqual([1, 2, 3].map(() => ({ made: 3, changed: 0, unchanged: 0 })))
  expect(await membersNamed(world, 'Vera Lang')).toHaveLength(1)
  expect(await eventsWith('person-added')).toBe(before + 3)
})

test('while one line has an error nothing is written', async () => {
  const world = await aWorld()
  const before = await contents()
  const kept = await brought(world, aFile('people', `${PEOPLE}\nNobody,nobody,executive,Europe/Paris,,,`))
  expect(await confirmed(world, kept)).toEqual({
    ok: false,
    refusal: { reason: 'lines-with-errors', lines: 1 },
  })
  expect(await contents()).toEqual(before)
})

test('who was changed after the preview is judged anew, and a page that showed something else is told', async () => {
  const world = await aWorld()
  const { platform, bernard, nadia } = world
  const kept = await brought(world, aFile('people', `name,email\nClaude Bernhard,${bernard.email}`))
  const seen = await nameOf(await judged(world, kept))
  have(await changePerson(platform, bernard.id, { name: 'Claude Bernhard' }, asManager(nadia)))

  expect(await confirmed(world, kept, seen)).toEqual({ ok: false, refusal: { reason: 'import-differs' } })
  expect((await judged(world, kept)).counts).toEqual({ made: 0, changed: 0, unchanged: 1 })
  expect(have(await confirmed(world, kept, await nameOf(await judged(world, kept))))).toMatchObject({
    unchanged: 1,
  })
})

test('of a confirmed import only its counts stay; of one that is not nothing after a day', async () => {
  const world = await aWorld()
  const { platform } = world
  const done = await brought(world, aFile('people', PEOPLE))
  const waiting = await brought(world, aFile('people', PEOPLE))
  have(await confirmed(world, done))
  const { results } = await env.DB.prepare('SELECT DISTINCT import_id AS id FROM import_rows').all()
  expect(results).toEqual([{ id: waiting.id }])

  world.now('2027-03-16T08:00Z')
  expect(await findImport(platform.db, waiting.id, platform.now())).toBeNull()
  expect(have(await confirmed(world, done))).toMatchObject({ made: 3 })
  await runCron(platform, '23 2 * * *')
  expect([await count('import_rows'), await count('imports')]).toEqual([0, 1])
})

test('people, hours and pairings of one import are done together', async () => {
  const world = await aWorld()
  const { platform, northwind } = world
  const people = [
    'name,email,roles,zone',
    'Mia Berg,mia@people.example,mentor,Europe/Paris',
    'Ada Ives,ada@people.example,executive,Europe/Paris',
  ]
  const kept = await brought(
    world,
    aFile('pairings', 'mentor,executive,kind,place\nmia@people.example,ada@people.example,workshop,Room 4'),
    aFile('hours', 'email,day,from,to\nmia@people.example,1,9:00,12:00\nmia@people.example,2027-03-22,,'),
    aFile('people', people.join('\n')),
  )
  expect(have(await confirmed(world, kept))).toEqual({ made: 5, changed: 0, unchanged: 0 })
  const [mia, ada] = await membersNamed(world, 'Mia Berg', 'Ada Ives')
  const pairing = await env.DB.prepare(
    'SELECT mentor_id, executive_id, kind, status, place FROM pairings WHERE mentor_id = ?',
  )
    .bind(mia?.id)
    .all()
  expect(pairing.results).toEqual([
    {
      ...{ mentor_id: mia?.id, executive_id: ada?.id, kind: 'workshop', status: 'proposed' },
      place: '{"kind":"room","room":"Room 4"}',
    },
  ])
  expect(await listMembers(platform.db, northwind.id)).toHaveLength(4 + 2)
})

test('four hundred people are brought in, and brought in again without a change', async () => {
  const world = await aWorld()
  const { odile } = world
  const lines = Array.from({ length: 400 }, (_, index) => {
    const superior = index % 10 === 0 ? '' : `p${(index + 17) % 400}@people.example`
    const assistant = index % 3 === 0 ? odile.email : ''
    const role = index % 10 === 0 ? 'mentor' : 'executive'
    return `Person ${index},p${index}@people.example,${role},Europe/Paris,${superior},${assistant}`
  })
  const csv = ['name,email,roles,zone,reports_to,assistants', ...lines].join('\n')
  expect(have(await confirmed(world, await brought(world, aFile('people', csv))))).toMatchObject({
    made: 400,
  })
  expect((await judged(world, await brought(world, aFile('people', csv)))).counts).toEqual({
    ...{ made: 0, changed: 0, unchanged: 400 },
  })
  const changed = csv.replaceAll(',Europe/Paris,', ',Asia/Singapore,')
  expect(have(await confirmed(world, await brought(world, aFile('people', changed))))).toMatchObject({
    changed: 400,
  })
  expect(
    await env.DB.prepare('SELECT count(*) FROM people WHERE zone = ?')
      .bind('Asia/Singapore')
      .first('count(*)'),
  ).toBe(400)
})

async function membersNamed({ platform, northwind }: World, ...names: readonly string[]) {
  const all = await listMembers(platform.db, northwind.id)
  return names.flatMap((name) => all.filter((each) => each.name === name))
}

async function count(table: string): Promise<number> {
  return (await env.DB.prepare(`SELECT count(*) AS count FROM ${table}`).first<number>('count')) ?? 0
}

async function eventsWith(code: string): Promise<number | null> {
  return env.DB.prepare('SELECT count(*) AS count FROM events WHERE code = ?')
    .bind(code)
    .first<number>('count')
}

async function contents(): Promise<unknown> {
  const tables = [
    'people',
    'members',
    'memberships',
    'addresses',
    'events',
    'pairings',
    'assistants',
    'timers',
  ]
  const rows = await env.DB.batch(tables.map((name) => env.DB.prepare(`SELECT * FROM ${name}`)))
  return rows.map(({ results }) => results)
}
