import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { type Asker, type Route, routes } from '../../worker/http/routes.ts'
import { addressesIn } from '../support/addresses.ts'
import { cookieOf } from '../support/client.ts'
import { answersWhileAway, expectBusy } from '../support/while-away.ts'
import { aWorld } from '../support/world.ts'

const named = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`
const listed = routes.map(named)
const looking = routes.filter(({ method }) => method === 'GET')

/** Over as soon as anybody is there. */
const OVER = '/claim'

/** A programme with a future session, a past one, an open offer, and a link of each kind. */
const world = await aWorld()
const addresses = await addressesIn(world)
const nadia = await world.as(world.nadia)
const tom = await world.as(world.tom)
const odile = await world.as(world.odile)
const nobody = await world.as(null)
const cookies = {
  nadia: await cookieOf(world.platform, world.nadia),
  tom: await cookieOf(world.platform, world.tom),
  odile: await cookieOf(world.platform, world.odile),
}
const answered = makeApp(() => world.platform)
  .routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
  .map(({ method, path }) => `${method} ${path}`)

/** Somebody who may look. */
function readerOf(actors: Route['actors']): keyof typeof cookies {
  const isOnly = (asker: Asker) => actors.includes(asker) && !actors.includes('manager')
  return isOnly('mentor') ? 'tom' : isOnly('assistant') ? 'odile' : 'nadia'
}

test('every route stands in the access table', () => {
  expect(answered.filter((route) => !listed.includes(route))).toEqual([])
})

test('every line of the access table has a route behind its guard', () => {
  const guardAndRoute = listed.filter((line) => answered.filter((route) => route === line).length >= 2)
  expect(listed.filter((line) => !guardAndRoute.includes(line))).toEqual([])
})

test('no route stands in the access table twice', () => {
  expect(listed.filter((line, index) => listed.indexOf(line) !== index)).toEqual([])
})

test.each(looking.map(({ path, actors }) => ({ path, actors })))(
  'looking at $path writes nothing',
  async ({ path, actors }) => {
    const address = addresses[path] ?? path
    expect(address, 'an address to look at').not.toContain(':')
    const reader = { nadia, tom, odile }[readerOf(actors)]
    const before = await contents()

    const answers = [
      await reader.get(address),
      await reader.ask(address, { method: 'HEAD' }),
      await nobody.get(address),
    ]
    const odd = answers.map(({ status }) => status).filter((status) => status >= 400 && status !== 401)
    expect(odd).toEqual(path === OVER ? [404, 404, 404] : [])
    expect(await contents()).toEqual(before)
  },
)

test.each(looking.map(({ path, actors }) => ({ path, actors })))(
  'looking at $path while the database is away says so, and when to come back',
  async ({ path, actors }) => {
    const cookie = cookies[readerOf(actors)]
    const asked = { method: 'GET', path: addresses[path] ?? path, cookie }
    for (const answer of await answersWhileAway(world.platform, asked)) await expectBusy(answer, asked)
  },
)

test('the comparison of the tables sees a write', async () => {
  const before = await contents()
  await nadia.post('/api/v1/programmes', { name: 'Another' })
  expect(await contents()).not.toEqual(before)
})

/** docs/promises.md#t5: the append-only access log, and counters, are no product state. */
const NOT_STATE = ['access_log', 'counters', 'sqlite_sequence']

async function contents(): Promise<Readonly<Record<string, unknown>>> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
  ).all<{ name: string }>()
  const names = tables.results
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('_cf') && !NOT_STATE.includes(name))
  const rows = await env.DB.batch(names.map((name) => env.DB.prepare(`SELECT * FROM ${name}`)))
  return Object.fromEntries(names.map((name, index) => [name, rows[index]?.results]))
}
