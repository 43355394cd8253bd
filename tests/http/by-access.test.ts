import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { base64urlOf } from '../../worker/base64url.ts'
import { asserted, aSigner, aTeam, part, type Signer } from '../support/access.ts'
import { cookieOf } from '../support/client.ts'
import { at } from '../support/times.ts'
import { aPersonIn, aWorld, settingOf } from '../support/world.ts'

const AUDIENCE = '0123456789abcdef'.repeat(4)
const NOW = at('2027-03-15T08:00Z')
const SECONDS = NOW / 1000
let teams = 0

const world = await aWorld()
const here = settingOf(world)
const sven = await aPersonIn(here, 'sponsor', { name: 'Sven Olsson' })
await aPersonIn(here, 'mentor', { name: 'Uma Rao', aliases: ['uma@alias.example'] })
const [first, second] = await Promise.all([aSigner('k1'), aSigner('k2')])

test('whoever Access names is signed in as by a link that was mailed to the address', async () => {
  const { get } = anInstallation()
  expect(await (await get('/today', { email: world.nadia.email.toUpperCase() })).text()).toContain(
    'Northwind',
  )
  expect((await get('/mine', { email: world.tom.email })).status).toBe(200)
  expect((await get('/mine', { email: 'uma@alias.example' })).status).toBe(200)
  expect((await get('/desk', { email: world.odile.email })).status).toBe(200)
  expect((await get('/api/v1/programmes', { email: world.nadia.email })).status).toBe(200)
  // No more than a sign-in: roles are asked as always.
  expect((await get('/today', { email: world.tom.email })).status).toBe(404)
  const led = await get('/', { email: sven.email })
  expect(led.headers.get('Location')).toBe(`/programmes/${world.northwind.id}/report`)
})

test.each([
  ['an executive, who has links alone', world.bernard.email],
  ['an address that nobody has', 'nobody@elsewhere.example'],
  ['what is no address', 'nadia'],
  ['a service token, which has no address', undefined],
])('%s is not signed in, and the page says what there is instead', async (_, email) => {
  const { get } = anInstallation()
  const answer = await get('/today', { email })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-in?back=%2Ftoday'])
  const page = await (await get('/sign-in', { email })).text()
  expect(page).toContain('(Cloudflare Access) did not tell us who you are')
})

const HOUR_S = 3600
const WRONG: readonly (readonly [string, object])[] = [
  ['another application', { aud: ['f'.repeat(64)] }],
  ['another application as text', { aud: 'f'.repeat(64) }],
  ['no application', { aud: [] }],
  ['another team', { iss: 'https://evil.cloudflareaccess.com' }],
  ['the team with a slash', { iss: 'https://team-9.cloudflareaccess.com/' }],
  ['one that is over', { exp: SECONDS }],
  ['one of yesterday', { exp: SECONDS - 24 * HOUR_S }],
  ['one that is not yet', { nbf: SECONDS + 120 }],
  ['one that was made later', { iat: SECONDS + 120 }],
  ['the team’s own sign-in', { type: 'org' }],
  ['no type', { type: undefined }],
  ['no end', { exp: undefined }],
  ['an end in words', { exp: String(SECONDS + HOUR_S) }],
]

test.each(WRONG)('an assertion for %s signs nobody in', async (_, claims) => {
  const { get } = anInstallation()
  expect((await get('/today', { email: world.nadia.email }, { claims })).status).toBe(303)
})

test('an application among others, as text, and a clock that is a minute off are right', async () => {
  const { get } = anInstallation()
  for (const claims of [
    { aud: ['other', AUDIENCE] },
    { aud: AUDIENCE },
    { nbf: SECONDS + 59, iat: SECONDS + 59 },
  ])
    expect((await get('/today', { email: world.nadia.email }, { claims })).status).toBe(200)
})

test('another signature, or none, signs nobody in', async () => {
  const { team, send } = anInstallation()
  const claims = claimsOf(team, { email: world.nadia.email })
  const right = await asserted(first, { claims })
  expect((await send('/today', right)).status).toBe(200)
  const [head = '', body = '', mac = ''] = right.split('.')
  const other = part({ ...claims, email: world.tom.email })
  const stranger = await aSigner('k1')
  for (const forged of [
    `${head}.${other}.${mac}`,
    await asserted(stranger, { claims }),
    `${head}.${body}.`,
    `${head}.${body}`,
    `${head}.${body}.${mac}.${mac}`,
    `${head}.${body}.${base64urlOf(new Uint8Array(256))}`,
    `${part({ alg: 'none', kid: 'k1' })}.${body}.`,
    `${part({ alg: 'none', kid: 'k1' })}.${body}.${mac}`,
    await hmacOf(claims),
    await asserted(first, { claims, header: { alg: 'HS256' } }),
    await asserted(first, { claims, header: { alg: 'RS512' } }),
    await asserted(first, { claims, header: { alg: undefined } }),
    await asserted(first, { claims, header: { kid: undefined } }),
    ...['', '.', '..', 'a.b.c', 'é.é.é', `${head}.${part('text')}.${mac}`, 'x'.repeat(100_000)],
  ])
    expect((await send('/today', forged)).status, forged.slice(0, 80)).toBe(303)
})

test('keys are read once an hour, and for a key that is not known once a minute at most', async () => {
  const { get, keys } = anInstallation()
  const nadia = { email: world.nadia.email }
  for (let count = 0; count < 3; count += 1) expect((await get('/today', nadia)).status).toBe(200)
  expect(keys.asked()).toBe(1)
  for (let count = 0; count < 3; count += 1)
    expect((await get('/today', nadia, { signer: second })).status).toBe(303)
  expect(keys.asked()).toBe(1)

  keys.signsWith(second)
  world.now('2027-03-15T08:01Z')
  expect((await get('/today', nadia, { signer: second })).status).toBe(200)
  expect(keys.asked()).toBe(2)
  // The first was taken back.
  expect((await get('/today', nadia)).status).toBe(303)
  world.now('2027-03-15T09:00Z')
  expect((await get('/today', nadia, { signer: second })).status).toBe(200)
  expect(keys.asked()).toBe(2)
  world.now('2027-03-15T09:01Z')
  await get('/today', nadia, { signer: second })
  expect(keys.asked()).toBe(3)
  world.now('2027-03-15T08:00Z')
})

test('a team that cannot be asked leaves the cookie and the mailed link, and the log has a code', async () => {
  const { get, keys } = anInstallation()
  keys.isThere(false)
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const nadia = { email: world.nadia.email }
  const cookie = await cookieOf(world.platform, world.nadia)
  expect((await get('/today', nadia)).status).toBe(303)
  expect((await get('/today', nadia, { headers: { Cookie: cookie } })).status).toBe(200)
  const lines = logged.mock.calls.map(([line]) => String(line))
  logged.mockRestore()
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ door: 'fetch', code: 'access-certs-unreachable' })
  keys.isThere(true)
  world.now('2027-03-15T08:01Z')
  expect((await get('/today', nadia)).status).toBe(200)
  world.now('2027-03-15T08:00Z')
})

test('where Access is not set, nothing is asserted', async () => {
  const { get, keys } = anInstallation({ isSet: false })
  expect((await get('/today', { email: world.nadia.email })).status).toBe(303)
  expect(await (await get('/sign-in', {})).text()).not.toContain('Cloudflare Access')
  expect(keys.asked()).toBe(0)
})

test('of two people the one counts whom Access names', async () => {
  const { get } = anInstallation()
  const headers = { Cookie: await cookieOf(world.platform, world.tom) }
  expect((await get('/today', { email: world.nadia.email }, { headers })).status).toBe(200)
  expect((await get('/mine', { email: world.nadia.email }, { headers })).status).toBe(404)
})

test('what asks for a fresh link asks for a mailed one', async () => {
  const { get, post } = anInstallation()
  const nadia = { email: world.nadia.email }
  const path = `/programmes/${world.northwind.id}/export?kind=people`
  const led = await get(path, nadia)
  expect([led.status, led.headers.get('Location')?.split('?')[0]]).toEqual([303, '/sign-in/again'])
  expect((await get('/sign-in/again', nadia)).status).toBe(200)
  expect((await post('/keys', nadia)).headers.get('Location')).toContain('/sign-in/again')
  const api = await post('/api/v1/keys', nadia)
  expect(await api.json()).toMatchObject({ error: { code: 'link-too-old' } })
  const headers = { Cookie: await cookieOf(world.platform, world.nadia) }
  expect((await get(path, nadia, { headers })).status).toBe(200)
})

test('another site changes nothing by the cookie of Access, with or without an Origin', async () => {
  const { post } = anInstallation()
  const nadia = { email: world.nadia.email }
  for (const headers of [{ Origin: 'https://evil.example' }, { Origin: '' }, {}])
    expect((await post('/programmes', nadia, { headers })).status, JSON.stringify(headers)).toBe(403)
  expect((await post('/programmes', nadia, { headers: { Origin: env.ORIGIN } })).status).toBe(422)
})

test('the pages about sign-ins open, and signing out ends that of Access', async () => {
  const { get, post } = anInstallation()
  const nadia = { email: world.nadia.email }
  for (const path of ['/sign-ins', '/keys', '/mine/record'])
    expect((await get(path, nadia)).status, path).toBe(200)
  const out = await post('/sign-out', nadia, { headers: { Origin: env.ORIGIN } })
  expect([out.status, out.headers.get('Location')]).toEqual([303, '/cdn-cgi/access/logout'])
})

test('links and keys need no Access', async () => {
  const { get } = anInstallation()
  expect((await get('/invite?k=none', {}, { isAsserted: false })).status).toBe(404)
  expect((await get('/health', {}, { isAsserted: false })).status).toBe(200)
})

type Who = { readonly email?: string | undefined }
type How = {
  readonly claims?: object
  readonly signer?: Signer
  readonly headers?: Readonly<Record<string, string>>
  readonly isAsserted?: boolean
}

function claimsOf(team: string, { email }: Who) {
  return {
    ...{ iss: team, aud: [AUDIENCE], sub: 'a-user', country: 'FR', email },
    ...{ iat: SECONDS - 60, nbf: SECONDS - 60, exp: SECONDS + 24 * HOUR_S, type: 'app' },
  }
}

/** By a shared secret that everybody can read: the public key. */
async function hmacOf(claims: object): Promise<string> {
  const signed = `${part({ alg: 'HS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`
  const known = new Uint8Array((await crypto.subtle.exportKey('spki', first.pair.publicKey)) as ArrayBuffer)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', known, algorithm, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed))
  return `${signed}.${base64urlOf(new Uint8Array(mac))}`
}

function anInstallation({ isSet = true }: { readonly isSet?: boolean } = {}) {
  teams += 1
  const team = `https://team-${teams}.cloudflareaccess.com`
  const access = { team, audience: AUDIENCE }
  const keys = aTeam(access)
  keys.signsWith(first)
  const settings = { ...world.platform.settings, access: isSet ? access : null }
  const app = makeApp(() => ({ ...world.platform, fetch: keys.fetch, settings }))

  const send = (path: string, assertion: string | null, init: RequestInit = {}) =>
    app.request(
      path,
      {
        ...init,
        headers: {
          ...(assertion !== null && { 'Cf-Access-Jwt-Assertion': assertion }),
          ...(init.headers as object),
        },
      },
      env,
    )
  const by = async (who: Who, { claims = {}, signer = first, isAsserted = true }: How) =>
    isAsserted ? asserted(signer, { claims: { ...claimsOf(team, who), ...claims } }) : null
  return {
    ...{ team, keys, send },
    get: async (path: string, who: Who, how: How = {}) =>
      send(path, await by(who, how), { headers: how.headers ?? {} }),
    post: async (path: string, who: Who, how: How = {}) =>
      send(path, await by(who, how), {
        ...{ method: 'POST', headers: how.headers ?? { Origin: env.ORIGIN } },
        ...(path.startsWith('/api/') ? {} : { body: new URLSearchParams({}) }),
      }),
  }
}
