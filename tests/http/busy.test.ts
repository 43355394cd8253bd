import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test, vi } from 'vitest'

import { outbox } from '../../schema/index.ts'
import { makeApp } from '../../worker/app.ts'
import { routes } from '../../worker/http/routes.ts'
import { requestsAbout } from '../support/api-requests.ts'
import { cookieOf } from '../support/client.ts'
import { keyOf, webhookOf } from '../support/everything.ts'
import { aFault, failingDatabase, overloaded } from '../support/failing-database.ts'
import { aFile, brought } from '../support/imports.ts'
import { link } from '../support/links.ts'
import { textAt } from '../support/response-shapes.ts'
import { answersWhileAway, answerWith, type Asked, expectBusy } from '../support/while-away.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  settingOf,
} from '../support/world.ts'

const world = await aWorld()
const { platform, northwind, tom, bernard, odile, pairing } = world
const here = settingOf(world)
const mia = await aMentor(here, 'Mia Berg')
const session = await aFixedSession(here, pairing, '2027-03-17T09:00Z')
const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit', assistantIds: [odile.id] })
const offered = await anOffer(here, await aPairing(here, tom, yann))
const zoe = await aPersonIn(here, 'executive', { name: 'Zoe Fabre' })
const idle = await aPairing(here, tom, zoe)
const { rita, fabrikam } = await fabrikamBeside(world)
const beside = { platform, programme: fabrikam, manager: rita }
const cookie = await cookieOf(platform, world.nadia)
const requests = requestsAbout({ world, mia, session, offered, ...(await kept()) })

/** Reads are walked in routes.test.ts; a closed programme takes no further writes, so it comes last. */
const writes = routes
  .filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'))
  .toSorted((one, other) => Number(one.path.endsWith('closure')) - Number(other.path.endsWith('closure')))
  .map(({ method, path }) => ({ method, path, route: `${method} ${path}` }))

const forms: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['/sign-in', { email: world.nadia.email }],
  ['/sign-in/confirmation', { k: 'none' }],
  ['/sign-out', {}],
  ['/today/snoozes', { key: 'none', until: '2027-03-20' }],
  [`/sessions/${session.id}/place`, { kind: 'room', room: 'Room 4.12' }],
  [`/sessions/${session.id}/answers`, { personId: bernard.id, partstat: 'ACCEPTED' }],
  [`/sessions/${session.id}/time`, { date: '2027-03-18', time: '11:00', mentorId: tom.id }],
  [`/pairings/${idle.id}/offers`, {}],
  [`/pairings/${idle.id}/sessions`, { date: '2027-03-19', time: '10:00' }],
  [`/people/${bernard.id}/rules`, {}],
  [`/people/${tom.id}/availability`, { zone: 'Europe/Paris' }],
  ['/people', { name: 'Ann', email: 'ann@people.example', zone: 'UTC', 'role-mentor': 'yes' }],
  ['/programmes', { name: 'Another' }],
  [`/programmes/${northwind.id}/plans`, {}],
  ['/feed', {}],
  [`/sessions/${session.id}/cancellation`, {}],
]

test.each(writes)('$route while the database is away is refused as busy, at each call', async (each) => {
  const {
    path = '/api/v1/programmes',
    body = {},
    ...sent
  } = requests[each.route] ?? { body: { name: 'A third' } }
  await allBusy({ method: each.method, path, body, ...sent, cookie })
})

test.each(forms)('a form to %s while the database is away says so, at each call', async (path, form) => {
  await allBusy({ method: 'POST', path, form, cookie })
})

test('so do the pages behind mailed links, each in the language of whoever opens it', async () => {
  const k = new URL(await link(platform, 'answer', offered, odile), env.ORIGIN).searchParams.get('k') ?? ''
  const form = { k, choice: offered.offer?.options[0]?.id ?? '' }
  await allBusy({ method: 'POST', path: '/answer', form, cookie: null })

  const asked = { method: 'GET', path: `/answer?k=${k}`, cookie: null, language: 'fr-CH, en' } as const
  const [answer] = await answersWhileAway(platform, asked)
  expect(await answer?.text()).toContain('Le service est occupé.')
})

test('health says 503 whatever the database says, also before there is a platform', async () => {
  const unknown = () => new Error('no such thing')
  const away = { ...platform, db: drizzle(failingDatabase(env.DB, aFault(1, { error: unknown }))) }
  const unready = () => Promise.reject(new DrizzleQueryError('select 1', [], overloaded()))
  const answers = [
    await makeApp(() => away).request('/health', {}, env),
    await makeApp(unready).request('/health', {}, env),
    await makeApp(unready).request('/api/v1/programmes', {}, env),
    await makeApp(unready).request('/sign-in', { headers: { 'Accept-Language': 'fr' } }, env),
  ]
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503])
  expect(answers.every(({ headers }) => Number(headers.get('Retry-After')) > 0)).toBe(true)
  const [, , api, page] = await Promise.all(answers.map((each) => each.text()))
  expect(JSON.parse(api ?? '')).toMatchObject({ error: { code: 'busy' } })
  expect(page).toContain('Le service est occupé.')
})

test.each([
  ['POST', 'offers', () => ({ id: platform.newId('off') })],
  ['POST', 'sessions', () => ({ id: platform.newId('ses'), start: '2027-04-06T10:00:00Z' })],
] as const)(
  '%s /%s that failed at any call, before or after it, may be repeated',
  async (method, what, wishOf) => {
    for (const when of ['before', 'after'] as const)
      for (let at = 1; at <= 3; at += 1) {
        const executive = await aPersonIn(beside, 'executive', { name: `Exec ${what}-${when}-${at}` })
        const mine = await aPairing(beside, await aMentor(beside, `Ment ${what}-${when}-${at}`), executive)
        const asked: Asked = {
          ...{ method, path: `/api/v1/${what}`, cookie: await cookieOf(platform, rita) },
          body: { ...wishOf(), pairingId: mine.id },
        }
        const failed = await answerWith(platform, asked, aFault(at, { when }))
        await expectBusy(failed, asked)

        const answers = [await again(asked), await again(asked)]
        expect(answers.map(({ status }) => status)).toEqual([201, 201])
        expect(await answers[0]?.text()).toBe(await answers[1]?.text())
        const { results } = await env.DB.prepare('SELECT version FROM sessions WHERE pairing_id = ?')
          .bind(mine.id)
          .all()
        expect(results).toEqual([{ version: 1 }])
      }
  },
)

test('what is logged of it has a code and a request, and nothing that anybody typed', async () => {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {})
  const said = 'Canary of 4711'
  const body = { name: said }
  const asked = { method: 'POST', path: '/api/v1/programmes', body, cookie }
  const error = () =>
    new DrizzleQueryError('insert into programmes', [said], new Error(`D1_ERROR: ${said}; SQLITE_BUSY`))
  await answersWhileAway(platform, asked, { error })

  const lines = spy.mock.calls.map(([line]) => String(line))
  spy.mockRestore()
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.join('\n')).not.toContain('Canary')
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({
      door: 'fetch',
      request: expect.stringMatching(/^req_/),
      code: 'locked',
    })
})

async function allBusy(asked: Asked): Promise<void> {
  const answers = await answersWhileAway(platform, asked)
  expect(answers.length, asked.path).toBeGreaterThan(0)
  for (const answer of answers) await expectBusy(answer, asked)
}

function again(asked: Asked): Promise<Response> {
  return answerWith(platform, asked, aFault(Infinity))
}

async function kept() {
  const nadia = await world.as(world.nadia)
  await nadia.post(`/api/v1/offers/${offered.offer?.id}/answer`, { start: '2027-03-18T20:00:00Z' })
  const [letter] = await platform.db.select().from(outbox)
  const plan = await nadia.post(`/api/v1/programmes/${northwind.id}/plans`)
  const formats = await nadia.get(`/api/v1/programmes/${northwind.id}/formats`)
  const tracks = await nadia.get(`/api/v1/programmes/${northwind.id}/tracks`)
  const today = await nadia.get('/api/v1/today')
  const ofReport = await nadia.post(`/api/v1/programmes/${northwind.id}/report/links`, {
    ...{ label: 'Board', locale: 'en' },
  })
  return {
    letterId: letter?.id ?? '',
    planId: textAt(plan.body, 'id'),
    formatId: textAt(formats.body, 'formats', 0, 'id'),
    trackId: textAt(tracks.body, 'tracks', 0, 'id'),
    reportLinkId: textAt(ofReport.body, 'id'),
    keyId: await keyOf(nadia, northwind.id),
    ...(await webhookOf(nadia, northwind.id)),
    importId: (await brought(world, aFile('people', `email\n${bernard.email}`))).id,
    formatIds: [1, 2, 3].map((at) => textAt(formats.body, 'formats', at, 'id')),
    key: textAt(today.body, 'items', 0, 'key'),
  }
}
