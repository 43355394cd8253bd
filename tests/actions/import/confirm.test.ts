import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { nameOf } from '../../../worker/actions/import/judge.ts'
import { changePerson } from '../../../worker/actions/people/change.ts'
import { MAX_IMPORT_LINES } from '../../../worker/domain/limits.ts'
import { runCron } from '../../../worker/jobs/jobs.ts'
import { findImport } from '../../../worker/storage/import/import.ts'
import { listMembers } from '../../../worker/storage/people/membership.ts'
import { countingDatabase, type Total } from '../../support/counting-database.ts'
import { aFile, brought, confirmed, judged } from '../../support/imports.ts'
import {
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../../support/world.ts'

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

test.each([
  [400, 4],
  [MAX_IMPORT_LINES, 40],
])(
  '%s people are imported, imported again without a change, and all changed, within what D1 allows',
  async (size, seconds) => {
    const world = await aWorld()
    const total: Total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
    const platform = { ...world.platform, db: drizzle(countingDatabase(env.DB, total)) }
    const counted = { ...world, platform }
    const csv = manyPeople(size, world.odile.email)
    const started = performance.now()
    const first = await brought(counted, aFile('people', csv))
    expect(have(await confirmed(counted, first))).toMatchObject({ made: size })
    const again = await judged(counted, await brought(counted, aFile('people', csv)))
    expect({ ...again.counts, errors: again.errors }).toEqual({
      made: 0,
      changed: 0,
      unchanged: size,
      errors: 0,
    })
    const elsewhere = aFile('people', csv.replaceAll(',Europe/Paris,', ',Asia/Singapore,'))
    expect(have(await confirmed(counted, await brought(counted, elsewhere)))).toMatchObject({ changed: size })

    const moved = env.DB.prepare("SELECT count(*) AS count FROM people WHERE zone = 'Asia/Singapore'")
    expect(await moved.first('count')).toBe(size)
    expect(total.mostTogether).toBeLessThan(100)
    expect(total.mostBound).toBeLessThanOrEqual(100)
    expect(total.longestBound).toBeLessThan(2_000_000)
    expect((performance.now() - started) / 1000).toBeLessThan(seconds)
  },
  60_000,
)

test('many are written as each alone', async () => {
  const columns = 'name,email,roles,zone,unit,reports_to,assistants,blockers,minutes,aliases'
  const made = Array.from({ length: 25 }, (_, index) => {
    const superior = index > 0 ? 'q0@people.example' : ''
    const [name, role] = [`Person ${index}`, index % 2 ? 'mentor|sponsor' : 'executive']
    return `${name},q${index}@people.example,${role},Europe/Paris,Legal,${superior},ODILE,booked|handled,25,a${index}@people.example`
  })
  const changed = made.map((line, index) =>
    line
      .replace('Europe/Paris', 'Asia/Kathmandu')
      .replace('mentor|sponsor', 'mentor')
      .replace(',ODILE,booked|handled,25,', ',,on-the-go,,')
      .replace(`a${index}@`, `b${index}@`),
  )
  const rowsOf = async (filesOf: (lines: readonly string[]) => readonly (readonly string[])[]) => {
    const world = await aWorld()
    const bringAll = async (files: readonly (readonly string[])[]) => {
      for (const lines of files) {
        const csv = [columns, ...lines].join('\n').replaceAll('ODILE', world.odile.email)
        have(await confirmed(world, await brought(world, aFile('people', csv))))
      }
    }
    await bringAll(filesOf(made))
    await env.DB.batch([env.DB.prepare(STOPPED), env.DB.prepare(NOT_DELIVERED)])
    await bringAll(filesOf(changed))
    const { results } = await env.DB.prepare(ROWS).all()
    return results
  }
  const together = await rowsOf((lines) => [lines])
  expect(together).toHaveLength(25)
  expect(together[0]).toMatchObject({
    cleared: expect.stringContaining('permanent'),
    letters: expect.stringContaining('retired'),
  })
  expect(together).toEqual(await rowsOf((lines) => lines.map((each) => [each])))
})

test('hundreds of addresses that are lost cost a few statements', async () => {
  const world = await aWorld()
  const total: Total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
  const platform = { ...world.platform, db: drizzle(countingDatabase(env.DB, total)) }
  const counted = { ...world, platform }
  const csv = (aliasOf: (index: number) => string) =>
    Array.from({ length: 300 }, (_, index) => `P,q${index}@people.example,mentor,UTC,${aliasOf(index)}`)
  const header = 'name,email,roles,zone,aliases'
  for (const aliasOf of [(index: number) => `a${index}@people.example`, () => ''])
    have(
      await confirmed(counted, await brought(counted, aFile('people', [header, ...csv(aliasOf)].join('\n')))),
    )
  expect(total.mostTogether).toBeLessThan(40)
})

test('a new assistant of hundreds is asked at once for some, and for the others by the next tick', async () => {
  const world = await aWorld()
  const { platform, odile, northwind } = world
  const here = settingOf(world)
  const executives = Array.from({ length: 42 }, (_, index) => `Executive ${index},q${index}@people.example`)
  const people = (assistant: string) =>
    [
      'name,email,roles,zone,assistants',
      ...executives.map((each) => `${each},executive,UTC,${assistant}`),
    ].join('\n')
  have(await confirmed(world, await brought(world, aFile('people', people(odile.email)))))
  const paul = await aPersonIn(here, 'assistant', { name: 'Paul Petit' })
  const first = (await listMembers(platform.db, northwind.id)).filter(({ email }) => email.startsWith('q'))
  for (const executive of first)
    await anOffer(here, await aPairing(here, await aMentor(here, `Guide of ${executive.name}`), executive))
  const asked = () =>
    env.DB.prepare('SELECT count(*) AS count FROM offers WHERE asked_id = ?').bind(paul.id).first('count')

  const total: Total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
  const counted = { ...world, platform: { ...platform, db: drizzle(countingDatabase(env.DB, total)) } }
  have(await confirmed(counted, await brought(counted, aFile('people', people(paul.email)))))
  expect(total.calls).toBeLessThan(500)
  expect(await asked()).toBe(40)
  for (const minute of ['01', '02', '03']) {
    world.now(`2027-03-15T08:${minute}Z`)
    await runCron(platform, '* * * * *')
  }
  expect(await asked()).toBe(42)
}, 120_000)

const STOPPED = `INSERT INTO suppressions (address, person_id, since, kind, detail)
  SELECT address, person_id, 15, 'permanent', '5.1.1' FROM addresses WHERE address LIKE 'a%@people.example'`
const NOT_DELIVERED = `INSERT INTO outbox (id, dedupe_key, person_id, letter, state, due_at, created_at)
  SELECT 'let_' || person_id, person_id, person_id, json_object('reader', json_object('email', address)), 'failed', 15, 15
  FROM addresses WHERE address LIKE 'a%@people.example'`

/** All that is stored of the people of a file, without ids and moments. */
const ROWS = `SELECT people.name AS own_name, people.email, people.zone, people.locale, people.version, members.name, short_name,
    unit, blockers, rules, leaves_on, left_at, notify, notes,
    (SELECT email FROM people AS above WHERE above.id = reports_to) AS superior,
    (SELECT group_concat(role) FROM memberships WHERE person_id = people.id) AS roles,
    (SELECT group_concat(address) FROM addresses WHERE person_id = people.id) AS addresses,
    (SELECT count(*) FROM assistants WHERE executive_id = people.id AND until_at IS NULL) AS answering,
    (SELECT count(*) FROM assistants WHERE executive_id = people.id) AS answered,
    (SELECT group_concat(address || kind || (cleared_at > 15) || clearer.email) FROM suppressions
      JOIN people AS clearer ON clearer.id = cleared_by WHERE person_id = people.id) AS cleared,
    (SELECT group_concat(state || error || (retired_at > 15)) FROM outbox WHERE outbox.person_id = people.id) AS letters,
    (SELECT group_concat(code || iif(code = 'person-changed', json_remove(detail, '$.programme'), '')) FROM events WHERE subject = people.id) AS events
  FROM people JOIN members ON members.person_id = people.id WHERE people.email LIKE 'q%@people.example' ORDER BY people.email`

function manyPeople(size: number, assistant: string): string {
  const lines = Array.from({ length: size }, (_, index) => {
    const superior = index % 10 === 0 ? '' : `p${(index + 17) % size}@people.example`
    const role = index % 10 === 0 ? 'mentor' : 'executive'
    const answering = index % 3 === 0 ? assistant : ''
    return `Person ${index},p${index}@people.example,${role},Europe/Paris,${superior},${answering}`
  })
  return ['name,email,roles,zone,reports_to,assistants', ...lines].join('\n')
}

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
