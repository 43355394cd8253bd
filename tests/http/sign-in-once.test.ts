import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { hashOf } from '../../worker/platform.ts'
import { cookieOf } from '../support/client.ts'
import { aBrowser, confirm, linkTo } from '../support/cookie-jar.ts'
import { aWorld } from '../support/world.ts'

const world = await aWorld()
const app = makeApp(() => world.platform)
const AT_ONCE = 64

async function aLink(person = world.tom): Promise<string> {
  await aBrowser(world).post('/sign-in', { email: person.email })
  return linkTo(world, person)
}

async function press(k: string, cookie: string | null = null): Promise<Response> {
  const headers = { Origin: env.ORIGIN, ...(cookie && { Cookie: cookie }) }
  return app.request(
    '/sign-in/confirmation',
    { method: 'POST', headers, body: new URLSearchParams({ k }) },
    env,
  )
}

async function rowOf(k: string) {
  return env.DB.prepare('SELECT id, used_at AS usedAt FROM sign_ins WHERE token_hash = ?')
    .bind(await hashOf(k))
    .first<{ id: string; usedAt: number | null }>()
}

/** Whom a cookie signs in, by the status of a page for people who are. */
async function statusWith(cookie: string): Promise<number> {
  const { status } = await app.request('/api/v1/programmes', { headers: { Cookie: cookie } }, env)
  return status
}

const pairOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

test(`a link that is pressed ${AT_ONCE} times at once signs one of them in`, async () => {
  const k = await aLink()
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => press(k)))
  const statuses = Map.groupBy(answers, ({ status }) => status)
  expect([statuses.get(303)?.length, statuses.get(410)?.length]).toEqual([1, AT_ONCE - 1])
  expect(answers.filter(({ headers }) => headers.getSetCookie().length > 0)).toHaveLength(1)
})

test('to look at it spends nothing, with GET or HEAD, however often and whoever looks', async () => {
  const k = await aLink()
  const cookie = await cookieOf(world.platform, world.nadia)
  for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'OPTIONS'])
    for (const headers of [{}, { Cookie: cookie }, { 'User-Agent': 'scanner' }]) {
      const looked = await app.request(`/sign-in?k=${k}`, { method, headers }, env)
      expect(looked.headers.getSetCookie()).toEqual([])
    }
  expect((await app.request(`/sign-in/confirmation?k=${k}`, {}, env)).status).toBe(405)
  expect((await rowOf(k))?.usedAt).toBeNull()
  expect((await press(k)).status).toBe(303)
})

test('a link signs in the browser in which it is pressed, and no other', async () => {
  const [asking, opening] = [aBrowser(world), aBrowser(world)]
  await asking.post('/sign-in', { email: world.tom.email })
  await confirm(await linkTo(world, world.tom), false, opening)
  expect((await opening.get('/mine')).status).toBe(200)
  expect((await asking.get('/mine')).status).toBe(303)
})

test('a cookie that somebody planted before is worth nothing after a sign-in: each has an id of its own', async () => {
  const planted = await cookieOf(world.platform, world.nadia)
  const signedIn = await press(await aLink(), planted)
  const own = pairOf(signedIn)
  expect(own).not.toBe(planted)
  expect([await statusWith(planted), await statusWith(own)]).toEqual([401, 200])

  const invented = `__Host-sotto=${world.platform.newId('sgn')}.${world.platform.now()}.${'A'.repeat(43)}`
  const other = pairOf(await press(await aLink(), invented))
  expect([await statusWith(invented), await statusWith(other)]).toEqual([401, 200])
})

test('the cookie that names the last sign-in signs nobody in', async () => {
  const [own = '', last = ''] = (await press(await aLink())).headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
  expect(last).toMatch(/^__Host-sotto-last=/)
  expect(await statusWith(own)).toBe(200)
  expect(await statusWith(last.replace('-last', ''))).toBe(401)
})

test('a name without its prefix counts on a development origin only', async () => {
  const own = pairOf(await press(await aLink()))
  expect(await statusWith(own.replace('__Host-', ''))).toBe(401)

  const plain = {
    ...world.platform,
    settings: { ...world.platform.settings, origin: 'http://127.0.0.1:8787' },
  }
  const headers = { Origin: 'http://127.0.0.1:8787' }
  const form = { method: 'POST', headers, body: new URLSearchParams({ k: await aLink() }) }
  const answer = await makeApp(() => plain).request('/sign-in/confirmation', form, env)
  const names = answer.headers.getSetCookie().map((each) => each.split('=')[0])
  expect(names).toEqual(['__Host-sotto', 'sotto', '__Host-sotto-last', 'sotto-last'])
  for (const cookie of answer.headers.getSetCookie()) {
    expect(cookie).toMatch(/; Path=\/;.*HttpOnly;.*SameSite=Lax/)
    expect(cookie.includes('; Secure')).toBe(cookie.startsWith('__Host-'))
  }
})
