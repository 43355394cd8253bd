import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { developmentRoutes } from '../../worker/http/dev/routes.tsx'
import { routes } from '../../worker/http/routes.ts'
import { hashOf } from '../../worker/platform.ts'
import { aBrowser, linkTo } from '../support/cookie-jar.ts'
import { aRecording, recordingDatabase } from '../support/recording-database.ts'
import { aWorld } from '../support/world.ts'

const OURS = env.ORIGIN
const host = new URL(OURS).host

/** Whether a browser’s Origin is ours. Absent, it depends on the cookies that come along. */
const ORIGINS: readonly (readonly [origin: string | null, isOurs: boolean | 'without a cookie'])[] = [
  [null, 'without a cookie'],
  [OURS, true],
  ['null', false],
  ['', false],
  ['https://evil.example', false],
  [`https://www.${host}`, false],
  [`https://${host}.evil.example`, false],
  [`https://evil-${host}`, false],
  [`http://${host}`, false],
  [`https://${host}:8443`, false],
  [`https://${host}:443`, false],
  [`${OURS}/`, false],
  [OURS.toUpperCase(), false],
  [`https://user@${host}`, false],
  [`${OURS}, https://evil.example`, false],
]
const SITES: readonly (readonly [site: string | null, isOurs: boolean])[] = [
  [null, true],
  ['same-origin', true],
  ['same-site', false],
  ['cross-site', false],
  ['none', false],
  ['SAME-ORIGIN', false],
]
const TYPES: readonly (readonly [type: string | null, isRead: boolean])[] = [
  [null, true],
  ['application/json', true],
  ['Application/JSON; charset=utf-8', true],
  ['application/x-www-form-urlencoded', true],
  ['multipart/form-data; boundary=x', true],
  ['text/csv', true],
  ['text/plain', false],
  ['text/plain; x=application/json', false],
  ['application/xml', false],
  ['application/json, text/plain', false],
  ['', false],
]

const writing = routes.filter(({ method }) => method !== 'GET')
const COOKIES = [null, '__Host-sotto=any', '__Host-sotto-last=any']

const recording = aRecording({ mayWrite: false })
const world = await aWorld()
const counting = { ...world.platform, db: drizzle(recordingDatabase(env.DB, recording)) }
const app = makeApp(() => counting)

type Cell = {
  readonly origin: string | null
  readonly site: string | null
  readonly type: string | null
  readonly cookie: string | null
}

function expected({ origin, site, type, cookie }: Cell): 403 | 415 | null {
  const isOurs = new Map(ORIGINS).get(origin)
  if (isOurs === false || (isOurs === 'without a cookie' && cookie !== null)) return 403
  if (new Map(SITES).get(site) === false) return 403
  return new Map(TYPES).get(type) === false ? 415 : null
}

/** 403 or 415 by the rule against requests of other sites; null: it went on. */
async function said(method: string, path: string, { origin, site, type, cookie }: Cell, asked = app) {
  const headers = new Headers()
  if (origin !== null) headers.set('Origin', origin)
  if (site !== null) headers.set('Sec-Fetch-Site', site)
  if (type !== null) headers.set('Content-Type', type)
  if (cookie !== null) headers.set('Cookie', cookie)
  const answer = await asked.request(
    path,
    { method, headers, body: type === null ? null : new Blob(['{}']) },
    env,
  )
  if (answer.status !== 403 && answer.status !== 415) return null
  const isRule = /cross-site|one of our own pages/.test(await answer.text())
  return answer.status === 415 || isRule ? answer.status : null
}

const everyOrigin: readonly Cell[] = ORIGINS.flatMap(([origin], index) =>
  (index < 2 ? COOKIES : COOKIES.slice(index % 3, (index % 3) + 1)).map((cookie) => ({
    ...{ origin, cookie, site: null, type: 'application/json' },
  })),
)
const everySite: readonly Cell[] = SITES.flatMap(([site]) =>
  [null, OURS].map((origin) => ({ origin, site, cookie: null, type: 'application/json' })),
)
const everyType: readonly Cell[] = TYPES.map(([type]) => ({
  origin: OURS,
  site: 'same-origin',
  cookie: null,
  type,
}))

async function wrongCells(method: string, path: string, cells: readonly Cell[], asked = app) {
  const wrong: string[] = []
  for (const cell of cells) {
    recording.calls.length = 0
    const [is, should] = [await said(method, path, cell, asked), expected(cell)]
    if (is !== should || (should !== null && recording.calls.length > 0))
      wrong.push(`${JSON.stringify(cell)}: ${is}, not ${should}`)
  }
  return wrong
}

test.each(writing.map(({ method, path }) => ({ method, path })))(
  '$method $path is changed from our own pages alone, and refused before the database is asked',
  async ({ method, path }) => {
    const address = path.replaceAll(/:\w+/g, 'nothing')
    expect(await wrongCells(method, address, [...everyOrigin, ...everySite, ...everyType])).toEqual([])
  },
)

test('of a page, a link and the API every combination is tried', async () => {
  const all = ORIGINS.flatMap(([origin]) =>
    SITES.flatMap(([site]) =>
      TYPES.flatMap(([type]) => COOKIES.slice(0, 2).map((cookie) => ({ origin, site, type, cookie }))),
    ),
  )
  expect(await wrongCells('PATCH', '/api/v1/people/nothing', all)).toEqual([])
  expect(
    await wrongCells(
      'POST',
      '/invite',
      all.filter((_, index) => index % 7 === 0),
    ),
  ).toEqual([])
  expect(
    await wrongCells(
      'POST',
      '/sign-in/confirmation',
      all.filter((_, index) => index % 7 === 3),
    ),
  ).toEqual([])
})

test.each(['/dev/clock', '/dev/tick', '/dev/sign-in', '/dev/anything'])(
  'nor does another site change anything at %s of development',
  async (path) => {
    const development = makeApp(() => counting, developmentRoutes)
    const crossing = [...everyOrigin, ...everySite].filter((cell) => expected(cell) === 403)
    expect(await wrongCells('POST', path, crossing, development)).toEqual([])
  },
)

test('another site signs nobody in: its form with a link that it knows is refused, and the link stays unused', async () => {
  const tom = aBrowser(world)
  await tom.post('/sign-in', { email: world.tom.email })
  const k = await linkTo(world, world.tom)
  const form = (headers: Readonly<Record<string, string>>) =>
    makeApp(() => world.platform).request(
      '/sign-in/confirmation',
      { method: 'POST', headers, body: new URLSearchParams({ k }) },
      env,
    )
  for (const Origin of ['https://evil.example', 'null', `https://login.${host}`])
    expect((await form({ Origin, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect(await isUnused(k)).toBe(true)
  const mine = await form({ Origin: OURS })
  expect(mine.status, await mine.text()).toBe(303)
})

test('a method is what it is: no header and no field makes another of it', async () => {
  const nadia = await world.as(world.nadia)
  for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
    const headers = { [name]: 'POST' }
    expect((await nadia.ask('/sign-out', { headers })).status, name).toBe(405)
    expect(
      (await nadia.ask('/api/v1/people/nothing', { method: 'POST', headers: { [name]: 'PATCH' } })).status,
    ).toBe(405)
  }
  const form = { method: 'POST', body: new URLSearchParams({ _method: 'DELETE' }) }
  const link = `/api/v1/programmes/${world.northwind.id}/report/links/nothing`
  for (const path of [`${link}?_method=DELETE`, link]) expect((await nadia.ask(path, form)).status).toBe(405)
  expect((await nadia.get('/api/v1/programmes')).status).toBe(200)
})

async function isUnused(k: string): Promise<boolean> {
  const row = await env.DB.prepare('SELECT used_at FROM sign_ins WHERE token_hash = ?')
    .bind(await hashOf(k))
    .first()
  return row?.['used_at'] === null
}
