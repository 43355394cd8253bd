import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { dump } from '../../support/dump.ts'
import { everyRequest, type Sample } from '../../support/every-request.ts'
import { aCast, everythingOf, type Things, THINGS } from '../../support/everything.ts'
import { textAt } from '../../support/response-shapes.ts'
import { aManager, aMentor, aProgramme, aWorld, type Setting, settingOf } from '../../support/world.ts'

/** A manager of two programmes, and a key that writes and names the first alone. */
const world = await aWorld()
const here = settingOf(world)
const rita = await aManager(world.platform, 'Rita Novak')
const there: Setting = {
  ...{ platform: world.platform, manager: rita },
  programme: await aProgramme(world.platform, rita, 'Fabrikam'),
}
const named = await everythingOf(
  here,
  await aCast(here, ['Olga Nowak', 'Emil Zola', 'Ana Ruiz', 'Bo Lindt', 'Cy Young', 'Di Marco'], world.tom),
  '2027-03-15T08:00Z',
)
const outside = await everythingOf(
  there,
  await aCast(
    there,
    ['Oona Lynch', 'Kim Lee', 'Lou Bach', 'Mo Amin', 'Ned Poe', 'Pia Falk'],
    await aMentor(there, 'Ugo Conti'),
  ),
  '2027-03-15T08:00Z',
)
await env.DB.prepare(
  "INSERT INTO memberships (programme_id, person_id, role, since) VALUES (?, ?, 'manager', ?)",
)
  .bind(there.programme.id, world.nadia.id, world.platform.now())
  .run()
const nadia = await world.as(world.nadia)
const wish = {
  name: 'The intranet',
  access: 'write',
  programmeIds: [here.programme.id],
  expiresOn: '2027-06-30',
}
const token = textAt((await nadia.post('/api/v1/keys', wish)).body, 'key')
const program = await world.as(null)

let done = 0

const writes = (things: Things) =>
  everyRequest(things).filter(({ route }) => route.includes(' /api/') && !route.startsWith('GET '))

test.each(writes(named).map(({ route }, index) => ({ route, index })))(
  '$route $index: a key changes nothing outside the programmes that it names',
  async ({ index }) => {
    for (const sample of outwards(index)) {
      const before = await rows()
      const { status } = await asked(sample)
      if (status < 300) done += 1
      const after = await rows()
      const changed = [...before, ...after].filter((row) => !before.has(row) || !after.has(row))
      expect({ ...sample, changed: changed.filter(isOutside) }).toEqual({ ...sample, changed: [] })
    }
  },
)

test('it does change what it names, by many of these requests', () => {
  expect(done).toBeGreaterThan(writes(named).length / 3)
})

/** The request about what is outside, about one thing that is, and about what the key names. */
function outwards(index: number): readonly Sample[] {
  const own = writes(named)[index]
  const mixed = THINGS.map((thing) => writes({ ...named, [thing]: outside[thing] })[index])
  const all = [writes(outside)[index], ...mixed, own].flatMap((sample) => sample ?? [])
  return [...new Map(all.map((sample) => [JSON.stringify(sample), sample])).values()]
}

async function asked({ route, path, json, csv }: Sample) {
  const [method = ''] = route.split(' ')
  return program.ask(path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': csv === undefined ? 'application/json' : 'text/csv',
    },
    body: csv ?? JSON.stringify(json),
  })
}

async function rows(): Promise<ReadonlySet<string>> {
  const tables = Object.entries(await dump())
  return new Set(tables.flatMap(([table, all]) => all.map((row) => JSON.stringify({ table, ...row }))))
}

const idsOutside = THINGS.map((thing) => outside[thing])

/** Of another programme than the named one, or about something of it. */
function isOutside(text: string): boolean {
  const row: Readonly<Record<string, unknown>> = JSON.parse(text)
  const programme = row['table'] === 'programmes' ? row['id'] : row['programme_id']
  const isElsewhere = typeof programme === 'string' && programme !== here.programme.id
  return isElsewhere || idsOutside.some((id) => text.includes(id))
}
