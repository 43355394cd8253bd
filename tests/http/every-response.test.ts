import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { routes } from '../../worker/http/routes.ts'
import { cookieOf } from '../support/client.ts'
import { linkTo } from '../support/cookie-jar.ts'
import { everyRequest, type Sample } from '../support/every-request.ts'
import { aCast, everythingOf } from '../support/everything.ts'
import { aRecording, recordingDatabase } from '../support/recording-database.ts'
import { fabrikamBeside, aWorld, settingOf } from '../support/world.ts'

const world = await aWorld()
const here = settingOf(world)
const cast = await aCast(
  here,
  ['Olga Nowak', 'Emil Zola', 'Ana Ruiz', 'Bo Lindt', 'Cy Young', 'Di Marco'],
  world.tom,
)
const things = await everythingOf(here, cast, '2027-03-15T08:00Z')
const { fabrikam } = await fabrikamBeside(world)
const cookies = {
  nadia: await cookieOf(world.platform, world.nadia),
  tom: await cookieOf(world.platform, world.tom),
  olga: await cookieOf(world.platform, cast.assistant),
}
/** What would be written is refused, so that each request finds the same world. */
const app = makeApp(() => ({
  ...world.platform,
  db: drizzle(recordingDatabase(env.DB, aRecording({ mayWrite: false }))),
}))

/** The same, where it matters what is written. */
const writing = makeApp(() => world.platform)

type Asked = {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

async function ask({ method, path, headers = {} }: Asked, body: BodyInit | null = null, by = app) {
  const context = createExecutionContext()
  const sent = { Origin: env.ORIGIN, ...headers }
  const answer = await by.request(path, { method, headers: sent, body }, env, context)
  const text = await answer.text()
  await waitOnExecutionContext(context)
  return { answer, text }
}

async function askSample({ route, path, form, json, csv, headers }: Sample, cookie: string | null) {
  const [method = ''] = route.split(' ')
  const type = csv === undefined ? (json === undefined ? null : 'application/json') : 'text/csv'
  const body = csv ?? (json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json))
  const asked = { ...(cookie && { Cookie: cookie }), ...(type && { 'Content-Type': type }), ...headers }
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return ask({ method, path, headers: asked }, hasBody ? (body ?? null) : null)
}

const isOneOf = (text: string | null, ...all: readonly string[]) => all.some((each) => each === text)

/** What is wrong with the head of an answer. */
function wrongIn(path: string, { headers }: Response): readonly string[] {
  const policy = new Map(
    (headers.get('Content-Security-Policy') ?? '').split('; ').map((each) => {
      const [name = '', ...values] = each.split(' ')
      return [name, values] as const
    }),
  )
  const isFile = path.startsWith('/assets/')
  const cache = headers.get('Cache-Control')
  const location = headers.get('Location')
  const checks: Readonly<Record<string, boolean>> = {
    'default-src': policy.get('default-src')?.join(' ') === "'none'",
    'script-src': (policy.get('script-src') ?? []).every((each) =>
      /^'(?:self|sha256-[\w+/]{43}=)'$/.test(each),
    ),
    'style-src': (policy.get('style-src') ?? []).every((each) =>
      /^'(?:self|sha256-[\w+/]{43}=)'$/.test(each),
    ),
    'other sources': ['connect-src', 'form-action'].every((each) => policy.get(each)?.join(' ') === "'self'"),
    'frame-ancestors': policy.get('frame-ancestors')?.join(' ') === "'none'",
    'base-uri': policy.get('base-uri')?.join(' ') === "'none'",
    'nothing unsafe': !/unsafe|\*|http/.test(headers.get('Content-Security-Policy') ?? '*'),
    HSTS:
      Number(/^max-age=(\d+); includeSubDomains/.exec(headers.get('Strict-Transport-Security') ?? '')?.[1]) >=
      31_536_000,
    nosniff: headers.get('X-Content-Type-Options') === 'nosniff',
    'no frames': headers.get('X-Frame-Options') === 'DENY',
    referrer: headers.get('Referrer-Policy') === 'same-origin',
    COOP: headers.get('Cross-Origin-Opener-Policy') === 'same-origin',
    CORP: headers.get('Cross-Origin-Resource-Policy') === 'same-origin',
    permissions: ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture'].every((each) =>
      headers.get('Permissions-Policy')?.split(', ').includes(`${each}=()`),
    ),
    robots: headers.get('X-Robots-Tag') === 'noindex, nofollow',
    cache: isFile
      ? isOneOf(cache, 'no-store', 'public, max-age=86400', 'public, max-age=31536000, immutable')
      : cache === 'no-store',
    'no name of a program': !headers.has('Server') && !headers.has('X-Powered-By'),
    'nothing for other origins': !Array.from(headers.keys()).some((name) =>
      /^access-control-|^timing-allow/.test(name),
    ),
    'leads to ourselves': location === null || /^\/(?![/\\])[\x21-\x7e]*$/.test(location),
    cookies: headers.getSetCookie().every(isStrict),
  }
  return Object.entries(checks).flatMap(([what, isRight]) => (isRight ? [] : [what]))
}

/** Of this host alone, over TLS, hidden from scripts, and not sent along from elsewhere. */
function isStrict(cookie: string): boolean {
  const [pair = '', ...flags] = cookie.split('; ')
  const plain = flags.filter((flag) => !/^Max-Age=\d+$/.test(flag)).toSorted()
  return (
    /^__Host-sotto(?:-last|-programme)?=[\w.-]*$/.test(pair) &&
    plain.join() === 'HttpOnly,Path=/,SameSite=Lax,Secure'
  )
}

const samples = everyRequest(things)

const isDesk = ({ path }: Sample) => path.startsWith('/desk') || path.startsWith('/mine/record')

/** Tom asks by HEAD what the others ask by GET: it has the same head, and no body. */
test.each([
  { who: 'a manager', cookie: cookies.nadia, asked: samples, isHead: false },
  { who: 'a mentor', cookie: cookies.tom, asked: samples, isHead: true },
  { who: 'an assistant', cookie: cookies.olga, asked: samples.filter(isDesk), isHead: false },
  { who: 'nobody', cookie: null, asked: samples, isHead: false },
])(
  'every response to $who carries every header that protects, whatever its status',
  async ({ cookie, asked, isHead }) => {
    const [wrong, statuses] = [new Array<string>(), new Set<number>()]
    for (const sample of asked) {
      const route = isHead ? sample.route.replace(/^GET/, 'HEAD') : sample.route
      const { answer, text } = await askSample({ ...sample, route }, cookie)
      statuses.add(answer.status)
      const body = route.startsWith('HEAD') && text !== '' ? ['a body'] : []
      for (const each of [...wrongIn(sample.path, answer), ...body])
        wrong.push(`${route} ${answer.status}: ${each}`)
    }
    expect(wrong).toEqual([])
    expect(statuses.size, [...statuses].join()).toBeGreaterThan(1)
  },
)

const big = 'x'.repeat(1_000_001)
const json = { 'Content-Type': 'application/json' }
const xml = { 'Content-Type': 'text/xml' }
const evilOrigin = { Origin: 'https://evil.example' }
const preflight = { ...evilOrigin, 'Access-Control-Request-Method': 'POST' }
const ODD: readonly (Asked & { readonly what: string; readonly status: number; readonly body?: string })[] = [
  { what: 'an unknown path', status: 404, method: 'GET', path: '/nowhere' },
  { what: 'an unknown file', status: 404, method: 'GET', path: '/assets/nothing.js' },
  { what: 'a path in capitals', status: 404, method: 'GET', path: '/SIGN-IN' },
  { what: 'two slashes', status: 404, method: 'GET', path: '//evil.example/people' },
  { what: 'a slash and its mirror', status: 404, method: 'GET', path: '/%5Cevil.example' },
  { what: 'an escaped way up', status: 404, method: 'GET', path: '/x/..%2Fsign-in' },
  { what: 'a method that is not there', status: 405, method: 'DELETE', path: '/sign-in' },
  { what: 'a method that nobody knows', status: 405, method: 'PROPFIND', path: '/sign-in' },
  { what: 'another site', status: 403, method: 'POST', path: '/sign-in', headers: evilOrigin },
  { what: 'a large body', status: 413, method: 'POST', path: '/api/v1/people', headers: json, body: big },
  { what: 'another kind of body', status: 415, method: 'POST', path: '/sign-in', headers: xml, body: '<a/>' },
  { what: 'a preflight', status: 401, method: 'OPTIONS', path: '/api/v1/people', headers: preflight },
]

test.each(ODD)('$what is a $status with every header', async ({ status, body = null, ...asked }) => {
  const { answer } = await ask(asked, body)
  expect(answer.status).toBe(status)
  expect(wrongIn('', answer)).toEqual([])
})

test('a file that the browser has is a 304 with every header', async () => {
  const file = { method: 'GET', path: '/assets/mark.svg' }
  const etag = (await ask(file)).answer.headers.get('ETag') ?? ''
  const { answer } = await ask({ ...file, headers: { 'If-None-Match': etag } })
  expect(answer.status).toBe(304)
  expect(wrongIn(file.path, answer)).toEqual([])
})

test('an application without database or settings answers with every header', async () => {
  const [away, unset] = [
    makeApp(() => ({ ...world.platform, db: Object.create(null) })),
    makeApp(() => {
      throw new Error('no settings')
    }),
  ]
  for (const [by, path, status] of [
    [away, '/sign-in?k=some', 500],
    [away, '/health', 503],
    [unset, '/', 500],
    [unset, '/api/v1/people', 500],
  ] as const) {
    const { answer, text } = await ask({ method: 'GET', path }, null, by)
    expect(answer.status).toBe(status)
    expect(wrongIn(path, answer)).toEqual([])
    expect(text).not.toMatch(/no settings|Error|undefined|at \w+ \(/)
  }
})

test('all cookies that are set are of this host, hidden from scripts, and bound to our site', async () => {
  const seen = new Map<string, string>()
  const keep = async (asked: Asked, body: BodyInit | null = null) => {
    const { answer } = await ask(asked, body, writing)
    expect(wrongIn(asked.path, answer)).toEqual([])
    for (const cookie of answer.headers.getSetCookie()) seen.set(/^[^=]+/.exec(cookie)?.[0] ?? '', cookie)
  }
  const Cookie = await cookieOf(world.platform, world.nadia)
  await keep({ method: 'GET', path: `/people?programme=${things.programmeId}`, headers: { Cookie } })
  const link = await aLink()
  await keep({ method: 'POST', path: '/sign-in/confirmation' }, new URLSearchParams({ k: link }))
  expect([...seen.keys()].toSorted()).toEqual(['__Host-sotto', '__Host-sotto-last', '__Host-sotto-programme'])
  const signedIn = `${Cookie}; __Host-sotto-programme=${things.programmeId}`
  await keep({ method: 'POST', path: '/sign-out', headers: { Cookie: signedIn } })
  for (const name of ['__Host-sotto', '__Host-sotto-programme'])
    expect(seen.get(name)).toMatch(new RegExp(`^${name}=; Max-Age=0;`))
})

const remembered = (cookie: string) => ({ Cookie: `${cookies.nadia}; __Host-sotto-programme=${cookie}` })

test('the programme that she worked in last is remembered if it is hers, and nothing else ever is', async () => {
  const at = (programme: string) => ({
    method: 'GET',
    path: `/people?programme=${encodeURIComponent(programme)}`,
  })
  const hers = await ask({ ...at(things.programmeId), headers: { Cookie: cookies.nadia } })
  expect(hers.answer.headers.getSetCookie().join()).toContain(`__Host-sotto-programme=${things.programmeId};`)
  const odd = [
    fabrikam.id,
    'prg_00000000000000000000000000',
    'x; Domain=evil.example',
    '<script>',
    'a\r\nSet-Cookie: b=c',
    '%0d%0aX: y',
  ]
  for (const id of odd) {
    const asked = await ask({ ...at(id), headers: { Cookie: cookies.nadia } })
    expect(asked.answer.headers.getSetCookie(), id).toEqual([])
    const sent = await ask({
      method: 'GET',
      path: '/people',
      headers: remembered(id.replaceAll(/[\r\n;]/g, '')),
    })
    expect(sent.answer.status).toBe(200)
    expect(sent.answer.headers.getSetCookie().join(), id).toMatch(/^__Host-sotto-programme=; Max-Age=0/)
    expect(sent.text).not.toContain(id)
  }
  const again = await ask({ method: 'GET', path: '/people', headers: remembered(things.programmeId) })
  expect(again.answer.headers.getSetCookie()).toEqual([])
  const older = await ask({
    method: 'GET',
    path: '/people',
    headers: { Cookie: `${cookies.nadia}; sotto-programme=${things.programmeId}` },
  })
  expect(older.answer.headers.getSetCookie()).toEqual([])
})

test('no host of a request stands in a page, a redirect or a mail', async () => {
  const evil = {
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
    Forwarded: 'host=evil.example',
    'X-Original-URL': '/people',
    'X-Rewrite-URL': '/people',
    Referer: 'https://evil.example/people',
  }
  for (const path of ['/', '/sign-in', '/people', '/today', '/nowhere', '/api/v1/openapi.json']) {
    const url = `https://evil.example${path}`
    for (const headers of [evil, { ...evil, Cookie: cookies.nadia }]) {
      const { answer, text } = await ask({ method: 'GET', path: url, headers }, null, writing)
      const all = `${JSON.stringify([...answer.headers])}${text}`
      expect(/evil.example.{0,80}/.exec(all)?.[0] ?? null, path).toBeNull()
      expect(wrongIn(path, answer)).toEqual([])
    }
  }
  const form = new URLSearchParams({ email: world.tom.email })
  await ask({ method: 'POST', path: 'https://evil.example/sign-in', headers: evil }, form, writing)
  const letters = await env.DB.prepare(
    "SELECT count(*) AS n FROM outbox WHERE letter LIKE '%evil.example%'",
  ).first('n')
  expect(letters).toBe(0)
})

test('the table of routes is asked whole', () => {
  const asked = new Set(samples.map(({ route }) => route))
  expect(routes.map(({ method, path }) => `${method} ${path}`).filter((each) => !asked.has(each))).toEqual([])
})

/** A link that signs Nadia in, as a mail has it. */
async function aLink(): Promise<string> {
  const form = new URLSearchParams({ email: world.nadia.email })
  await ask({ method: 'POST', path: '/sign-in' }, form, writing)
  return linkTo(world, world.nadia)
}
