import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { makePlan } from '../../worker/actions/plan/make.ts'
import { makeApp } from '../../worker/app.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Programme } from '../../worker/domain/programme/programme.ts'
import { type Route, routes } from '../../worker/http/routes.ts'
import type { Platform } from '../../worker/platform.ts'
import { findFeed } from '../../worker/storage/feed/feed.ts'
import { insertReceived } from '../../worker/storage/mail/received.ts'
import { listFormats } from '../../worker/storage/path/format.ts'
import { cookieOf } from '../support/client.ts'
import { link } from '../support/links.ts'
import { answersWhileAway, expectBusy } from '../support/while-away.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const named = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`
const listed = routes.map(named)
const looking = routes.filter(({ method }) => method === 'GET')

/** A programme with a future session, a past one, an open offer, and a link of each kind. */
const world = await aWorld()
const addresses = await addressesIn(world)
const nadia = await world.as(world.nadia)
const tom = await world.as(world.tom)
const nobody = await world.as(null)
const cookies = {
  nadia: await cookieOf(world.platform, world.nadia),
  tom: await cookieOf(world.platform, world.tom),
}
const answered = makeApp(() => world.platform)
  .routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
  .map(({ method, path }) => `${method} ${path}`)

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
    const reader = actors.includes('mentor') && !actors.includes('manager') ? tom : nadia
    const before = await contents()

    const answers = [
      await reader.get(address),
      await reader.ask(address, { method: 'HEAD' }),
      await nobody.get(address),
    ]
    expect(answers.map(({ status }) => status).filter((status) => status >= 400 && status !== 401)).toEqual(
      [],
    )
    expect(await contents()).toEqual(before)
  },
)

test.each(looking.map(({ path, actors }) => ({ path, actors })))(
  'looking at $path while the database is away says so, and when to come back',
  async ({ path, actors }) => {
    const isMentors = actors.includes('mentor') && !actors.includes('manager')
    const cookie = isMentors ? cookies.tom : cookies.nadia
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

async function addressesIn({ platform, pairing, bernard, odile, northwind, ...rest }: World) {
  const here = settingOf({ platform, pairing, bernard, odile, northwind, ...rest })
  const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
  const zoe = await aPersonIn(here, 'executive', { name: 'Zoe Fabre' })
  const fixed = await aFixedSession(here, pairing, '2027-03-17T09:00Z')
  const offered = await anOffer(here, await aPairing(here, rest.tom, yann))
  const past = await aFixedSession(here, await aPairing(here, rest.tom, zoe), '2027-03-15T08:00Z')
  rest.now('2027-03-15T09:00Z')

  await aPairing(here, rest.tom, await aPersonIn(here, 'executive', { name: 'Vera Lang' }))
  const plan = have(
    await makePlan(platform, {
      id: platform.newId('pln'),
      programmeId: northwind.id,
      standIns: false,
      madeBy: rest.nadia.id,
    }),
  )
  const of = (id: string) => (path: string) => [path, path.replace(':id', id)] as const
  return Object.fromEntries([
    ...['/sessions/:id', '/api/v1/sessions/:id', '/api/v1/sessions/:id/history'].map(of(fixed.id)),
    ...['/pairings/:id', '/pairings/:id/offer', '/api/v1/pairings/:id', '/api/v1/pairings/:id/slots'].map(
      of(pairing.id),
    ),
    ...['/people/:id', '/people/:id/departure', '/api/v1/people/:id'].map(of(bernard.id)),
    ...['/api/v1/people/:id/availability'].map(of(rest.tom.id)),
    ...['/api/v1/offers/:id'].map(of(offered.offer?.id ?? '')),
    ...['/people/:id/calendars'].map(of(rest.tom.id)),
    ...['/received/:id'].map(of(await aWaitingMail(platform, bernard))),
    ...['/plans/:id', '/api/v1/plans/:id'].map(of(plan.id)),
    ['/plans/:id/rows/:pairingId', `/plans/${plan.id}/rows/${plan.rows[0]?.pairingId}`],
    ['/assets/:file', '/assets/mark.svg'],
    ['/calendar.ics', await feedOf(platform, rest.tom)],
    ...['/programmes/:id', '/api/v1/programmes/:id'].map(of(northwind.id)),
    ...['/programmes/:id/closure'].map(of(northwind.id)),
    ...['/programmes/:id/formats', '/api/v1/programmes/:id/formats'].map(of(northwind.id)),
    ...['/formats/:id', '/api/v1/formats/:id'].map(of(await aFormatOf(platform, northwind))),
    ['/sessions/:id/time', `/sessions/${fixed.id}/time?wall=2027-03-18T10%3A00&zone=Europe/Paris&minutes=30`],
    ['/calendar/feed', '/calendar/feed?start=2027-03-15&end=2027-03-22'],
    ['/answer', await link(platform, 'answer', offered, yann)],
    ['/invite', await link(platform, 'invite', fixed, bernard)],
    ['/confirm', await link(platform, 'confirm', fixed, bernard)],
    ['/log', await link(platform, 'log', past, rest.tom)],
    ['/pulse', await link(platform, 'invite', fixed, bernard)],
    ['/own', await link(platform, 'own', fixed, bernard)],
    ['/meeting', await link(platform, 'meeting', fixed, rest.tom)],
  ])
}

async function aFormatOf({ db }: Platform, { id }: Programme): Promise<string> {
  const [first] = await listFormats(db, id)
  return first?.id ?? ''
}

async function feedOf(platform: Platform, { id }: Person): Promise<string> {
  await subscribe(platform, id)
  const linkId = await findFeed(platform.db, id)
  return `/calendar.ics?k=${linkId ? await platform.tokenOf(linkId) : ''}`
}

async function aWaitingMail(platform: Platform, { id: personId }: Person): Promise<string> {
  const id = platform.newId('rcv')
  const mail = { fingerprint: id, at: platform.now(), personId, sessionId: null, class: 'none', reading: {} }
  await insertReceived(platform.db, { id, ...mail, state: 'waiting', why: 'prose' })
  return id
}
