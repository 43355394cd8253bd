import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { setAvailability } from '../../../worker/actions/slot/set-availability.ts'
import { bring, confirm, exported } from '../../support/imports.ts'
import { hours } from '../../support/times.ts'
import { asManager, aWorld, fabrikamBeside, have } from '../../support/world.ts'

const HEADER = 'name,email,roles,zone,locale,unit,reports_to,assistants,blockers,minutes,aliases,short_name'
const FEW = 'name,email,roles,zone'

test.each([
  ['Paris', 'Europe/Paris'],
  ['new york', 'America/New_York'],
  ['Genève', 'Europe/Zurich'],
  ['Londres', 'Europe/London'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
])('a zone is read by its city, as in a form: %s', async (typed, zone) => {
  const { body } = await bring(await aWorld(), 'people', `${FEW}\nA,a@people.example,mentor,${typed}`)
  expect(rowsOf(body)).toMatchObject([{ verdict: 'made', values: { zone } }])
})

test('one lost letter in a file with a byte order mark is an error at its cell, and the others are read', async () => {
  const octets = Uint8Array.from([
    ...new TextEncoder().encode(`\ufeff${FEW}\nÉva,eva@people.example,mentor,Paris\nZo`),
    0xe9,
    ...new TextEncoder().encode(',zoe@people.example,mentor,Paris'),
  ])
  const { status, body } = await bring(await aWorld(), 'people', octets)
  expect(status).toBe(201)
  expect(rowsOf(body)).toMatchObject([
    { verdict: 'made', values: { name: 'Éva' } },
    { verdict: null, errors: [{ field: 'name', code: 'unreadable' }] },
  ])
})

test('what another program has made of a letter it did not know is refused', async () => {
  const lines = ['Andr\ufffd,a@people.example,mentor,Paris', 'Andr\u0082,b@people.example,mentor,Paris']
  const { body } = await bring(await aWorld(), 'people', [FEW, ...lines].join('\n'))
  expect(rowsOf(body).map(({ errors }) => errors)).toMatchObject([
    [{ field: 'name', code: 'unreadable' }],
    [{ field: 'name', code: 'unreadable' }],
  ])
})

test('a file that calls somebody by another address leaves him that address, so that it finds him again', async () => {
  const world = await aWorld()
  const line = (email: string, aliases: string) =>
    `${HEADER}\nAl,${email},mentor,Europe/Paris,,,,,,,${aliases},`
  await confirm(world, await bring(world, 'people', line('al@people.example', 'al.2@people.example')))
  const other = line('AL.2@people.example', '')
  for (const _ of [1, 2]) {
    const read = await bring(world, 'people', other)
    expect(Object(read.body).counts).toEqual({ made: 0, changed: 0, unchanged: 1 })
    await confirm(world, read)
  }
  const third = line('al.2@people.example', 'al@people.example|al.3@people.example')
  expect(await confirm(world, await bring(world, 'people', third))).toMatchObject({ body: { changed: 1 } })
  expect(Object((await bring(world, 'people', third)).body).counts).toMatchObject({ unchanged: 1 })
  const { results } = await env.DB.prepare(
    `SELECT address FROM addresses WHERE address LIKE 'al%@people.example' ORDER BY address`,
  ).all()
  expect(results.map(({ address }) => address)).toEqual([
    ...['al.2@people.example', 'al.3@people.example', 'al@people.example'],
  ])
})

test('the same file twice is no error where somebody has joined from elsewhere, and his addresses stay', async () => {
  const world = await aWorld()
  const { ugo } = await fabrikamBeside(world)
  const csv = `${HEADER}\nUgo,${ugo.email},mentor,Europe/Paris,en,,,,,,other@people.example,`
  await confirm(world, await bring(world, 'people', csv))
  const again = await bring(world, 'people', csv)
  expect(Object(again.body)).toMatchObject({ errors: 0 })
  expect((await confirm(world, again)).status).toBe(200)
  const addresses = await env.DB.prepare('SELECT address FROM addresses WHERE person_id = ?')
    .bind(ugo.id)
    .all()
  expect(addresses.results).toEqual([{ address: ugo.email }])
})

test('hours that a file leaves out are named before they end', async () => {
  const world = await aWorld()
  const { platform, tom, nadia } = world
  const exceptions = [{ date: '2027-03-22', from: null, to: null }]
  have(await setAvailability(platform, tom.id, hours({ exceptions }), asManager(nadia)))
  const lines = [1, 2].map((day) => `${tom.email},${day},09:00,17:00`).join('\n')
  const read = await bring(world, 'hours', `email,day,from,to\n${lines}`)
  const before = windowsOf(await exported(world, 'hours', 'comma')).filter(
    (each) => each !== '1 09:00–17:00' && each !== '2 09:00–17:00',
  )
  expect(before.length).toBeGreaterThan(0)
  expect(rowsOf(read.body).map(({ changes }) => changes)).toEqual([
    [{ field: 'day', before: before.join('|'), after: '' }],
    [],
  ])
  const page = String((await (await world.as(nadia)).get(`/imports/${Object(read.body).id}`)).body)
  expect(page).toContain(`No longer: ${before.join(', ')}`)
})

test('hours that were changed after the preview are shown again before they are overwritten', async () => {
  const world = await aWorld()
  const { platform, tom, nadia } = world
  const read = await bring(world, 'hours', `email,day,from,to\n${tom.email},1,09:00,10:00`)
  const weekly = [{ day: 5, from: 600, to: 720 }]
  have(await setAvailability(platform, tom.id, hours({ weekly }), asManager(nadia)))
  const { id, name } = Object(read.body)
  const confirmed = await (
    await world.as(nadia)
  ).post(`/api/v1/imports/${id}/confirmation`, {
    seen: name,
  })
  expect(confirmed).toMatchObject({ status: 409, body: { error: { code: 'import-differs' } } })
})

test('the hours of four hundred people, twice a day, come back without a change', async () => {
  const world = await aWorld()
  const people = Array.from({ length: 400 }, (_, index) => `P ${index},p${index}@people.example,mentor,Paris`)
  await confirm(world, await bring(world, 'people', [FEW, ...people].join('\n')))
  const lines = people.flatMap((_, index) =>
    [1, 2, 3, 4, 5].flatMap((day) =>
      ['09:00,12:00', '13:00,17:00'].map((time) => `p${index}@people.example,${day},${time}`),
    ),
  )
  const read = await bring(world, 'hours', ['email,day,from,to', ...lines].join('\n'))
  expect(await confirm(world, read)).toMatchObject({ status: 200, body: { made: 4000 } })
  const again = await bring(world, 'hours', await exported(world, 'hours', 'semicolon'))
  expect(Object(again.body)).toMatchObject({ errors: 0, counts: { made: 0, changed: 0 } })
}, 60_000)

test('many lines of one person are judged in no time', async () => {
  const world = await aWorld()
  const csv = `email,day,from,to\n${`${world.tom.email},1,09:00,10:00\n`.repeat(9000)}`
  const started = performance.now()
  const { body } = await bring(world, 'hours', csv)
  expect(performance.now() - started).toBeLessThan(5000)
  expect(rowsOf(body).at(100)).toMatchObject({ errors: [{ field: 'day', code: 'too-many' }] })
})

type Row = Readonly<Record<'verdict' | 'values' | 'errors' | 'changes', unknown>>

function rowsOf(body: unknown): readonly Row[] {
  return Object(body).rows
}

/** As a preview calls them, of the only person who has hours. */
function windowsOf(csv: string): readonly string[] {
  return csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const [, day, from, to] = line.split(',')
      return from ? `${day} ${from}–${to}` : String(day)
    })
}
