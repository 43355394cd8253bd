import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import { hashOf } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertSignIn } from '../../worker/storage/sign-in/sign-in.ts'
import { type Answer, stranger } from '../support/client.ts'
import { aWorld } from '../support/world.ts'

const world = await aWorld()
const nadia = await world.as(world.nadia)
const nobody = await world.as(null)
const JSON_TYPE = { 'Content-Type': 'application/json' }
const open = (name: string) => ({ method: 'POST', body: JSON.stringify({ name }), headers: JSON_TYPE })

const crossings = [
  { what: 'another origin', headers: { Origin: 'https://evil.example' } },
  { what: 'an origin that ends as ours does', headers: { Origin: 'https://evil-sotto.example' } },
  { what: 'our origin without TLS', headers: { Origin: env.ORIGIN.replace('https', 'http') } },
  { what: 'no origin to speak of', headers: { Origin: 'null' } },
  { what: 'a cross-site fetch', headers: { 'Sec-Fetch-Site': 'cross-site' } },
  { what: 'a sister’s fetch', headers: { 'Sec-Fetch-Site': 'same-site' } },
  { what: 'an address typed in', headers: { 'Sec-Fetch-Site': 'none' } },
]

test.each(crossings)('with a cookie, a change from $what is refused', async ({ what, headers }) => {
  const answer = await nadia.ask('/api/v1/programmes', {
    ...open(what),
    headers: { ...JSON_TYPE, ...headers },
  })
  expect(answer).toMatchObject({ status: 403, body: { error: { code: 'cross-site' } } })
})

test('with a cookie, a change without an origin is refused', async () => {
  const answer = await nadia.ask('/api/v1/programmes', {
    ...open('No origin'),
    headers: { ...JSON_TYPE, Origin: '' },
  })
  expect(answer).toMatchObject({ status: 403, body: { error: { code: 'cross-site' } } })
})

test.each(['text/plain', 'application/xml', 'text/plain; x=application/json'])(
  'a change as %s is refused',
  async (type) => {
    const answer = await nadia.ask('/api/v1/programmes', {
      ...open('Typed'),
      headers: { 'Content-Type': type },
    })
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'content-type' } } })
  },
)

test('a form as plain text is refused too, though nobody is signed in', async () => {
  const form = { method: 'POST', body: 'email=tom@people.example' }
  const answer = await nobody.ask('/sign-in', { ...form, headers: { 'Content-Type': 'text/plain' } })
  expect(answer.status).toBe(415)
})

test('our own pages may change things', async () => {
  const headers = { ...JSON_TYPE, 'Sec-Fetch-Site': 'same-origin' }
  expect(await nadia.ask('/api/v1/programmes', { ...open('Ours'), headers })).toMatchObject({ status: 201 })
})

test('a refused request changed nothing', async () => {
  const { body } = await nadia.get('/api/v1/programmes')
  expect(Object(body).programmes.map(({ name }: { name: string }) => name)).toEqual([
    'Northwind leadership',
    'Ours',
  ])
})

const answers: readonly {
  readonly what: string
  readonly status: number
  readonly get: () => Promise<Answer>
}[] = [
  { what: 'a page', status: 200, get: () => nobody.get('/sign-in') },
  { what: 'a redirect', status: 303, get: () => nobody.get('/today') },
  { what: 'JSON', status: 200, get: () => nadia.get('/api/v1/programmes') },
  { what: 'a 401', status: 401, get: () => nobody.get('/api/v1/programmes') },
  {
    what: 'a 403',
    status: 403,
    get: () =>
      nadia.ask('/api/v1/programmes', {
        ...open('x'),
        headers: { ...JSON_TYPE, Origin: 'https://e.example' },
      }),
  },
  { what: 'a 404', status: 404, get: () => nobody.get('/nowhere') },
  {
    what: 'a 409',
    status: 409,
    get: () =>
      nadia.post('/api/v1/pairings', {
        mentorId: world.odile.id,
        executiveId: world.bernard.id,
        kind: 'workshop',
      }),
  },
  { what: 'a 422', status: 422, get: () => nadia.post('/api/v1/programmes') },
  { what: 'a 500', status: 500, get: () => applicationWithoutDatabase().get('/sign-in?k=some') },
  { what: 'an application without settings', status: 500, get: responseWithoutSettings },
  { what: 'health', status: 200, get: () => nobody.get('/health') },
]

test.each(answers)('$what carries every header that protects', async ({ status: expected, get }) => {
  const { status, headers } = await get()
  expect(status).toBe(expected)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; script-src 'self' 'sha256-[\w+/]{43}='; style-src 'self'( 'sha256-[\w+/]{43}='){2}; img-src 'self' data:; connect-src 'self';/,
    ),
    'strict-transport-security': expect.stringMatching(/max-age=63072000/),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe|\*/)
})

test('the sign-in cookie is bound to this host, hidden from scripts, and not sent along from elsewhere', async () => {
  const { cookie } = await signIn()
  expect(cookie.split('; ').map((part) => part.split('=')[0])).toEqual(
    expect.arrayContaining(['__Host-sotto', 'Max-Age', 'Path', 'HttpOnly', 'Secure', 'SameSite']),
  )
  expect(cookie).toContain('Path=/;')
  expect(cookie).toContain('SameSite=Lax')
  expect(cookie).not.toContain('Domain')
})

test('a sign-in link signs in once', async () => {
  const { k } = await signIn()
  expect((await confirm(k)).status).toBe(410)
})

test.each([
  {
    how: 'another signature',
    change: (cookie: string) => cookie.slice(0, -3) + (cookie.endsWith('AAA') ? 'BBB' : 'AAA'),
  },
  {
    how: 'another time',
    change: (cookie: string) => cookie.replace(/\.(\d+)\./, (_, at: string) => `.${Number(at) + 1}.`),
  },
  { how: 'another sign-in', change: (cookie: string) => cookie.replace(/sgn_\w{6}/, 'sgn_000000') },
  { how: 'no signature', change: (cookie: string) => cookie.split('.').slice(0, 2).join('.') },
  { how: 'nothing in it', change: () => '__Host-sotto=' },
])('a cookie with $how signs nobody in', async ({ change }) => {
  const { pair } = await signIn()
  expect((await asked(pair)).status).toBe(200)
  expect((await asked(change(pair))).status).toBe(401)
})

test('a sign-in lasts twelve hours, however busy', async () => {
  world.now('2027-03-15T08:00Z')
  const { pair } = await signIn()
  world.now('2027-03-15T19:59Z')
  const kept = await asked(pair)
  expect(kept.status).toBe(200)
  world.now('2027-03-15T20:00Z')
  expect((await asked(pair)).status).toBe(401)
  expect((await asked(kept.headers.get('Set-Cookie')?.split(';')[0] ?? '')).status).toBe(401)
  world.now('2027-03-15T08:00Z')
})

test('signing out takes effect at once, also for a kept cookie', async () => {
  const { pair } = await signIn()
  await nobody.ask('/sign-out', { method: 'POST', headers: { Cookie: pair } })
  expect((await asked(pair)).status).toBe(401)
})

function asked(cookie: string): Promise<Answer> {
  return nobody.ask('/api/v1/programmes', { headers: { Cookie: cookie } })
}

async function signIn() {
  const { db, now, newId, tokenOf } = world.platform
  const id = newId('sgn')
  const k = await tokenOf(id)
  const until = after(now(), 10 * MINUTE)
  const row = {
    id,
    tokenHash: await hashOf(k),
    personId: world.nadia.id,
    askedAt: now(),
    linkUntil: until,
    untilAt: until,
  }
  await inOneBatch(db, [insertSignIn(db, row)])
  const cookie = (await confirm(k)).headers.get('Set-Cookie') ?? ''
  return { k, cookie, pair: cookie.split(';')[0] ?? '' }
}

function confirm(k: string): Promise<Answer> {
  return nobody.ask('/sign-in/confirmation', { method: 'POST', body: new URLSearchParams({ k }) })
}

/** An application that lost its database: every read is a 500. */
function applicationWithoutDatabase() {
  return stranger({ ...world.platform, db: Object.create(null) })
}

/** An application without settings has no platform. */
async function responseWithoutSettings(): Promise<Response> {
  const app = makeApp(() => {
    throw new Error('no settings')
  })
  return app.request('/', {}, env)
}
