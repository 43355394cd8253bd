import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { claim } from '../../worker/actions/people/claim.ts'
import { makeApp } from '../../worker/app.ts'
import { HOUR, instant } from '../../worker/domain/time/time.ts'
import { type Platform, platformOf } from '../../worker/platform.ts'
import { findPersonByAddress } from '../../worker/storage/people/person.ts'
import { freshDatabase } from '../support/database.ts'
import { faultsOf, run } from '../support/faults/each-call.ts'
import { send } from '../support/faults/send.ts'
import { at } from '../support/times.ts'
import { aManager } from '../support/world.ts'

const SECRET = 'Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ0m9='
const NADIA = {
  ...{ secret: SECRET, name: 'Nadia Haddad', email: 'Nadia@Northwind.example' },
  ...{ programme: 'Northwind leadership', zone: 'Paris' },
}

test('the right secret makes an owner and her programme, and signs her in, without any mail', async () => {
  const here = await anInstallation()
  const form = await here.get('/claim')
  expect(form.status).toBe(200)
  expect(await form.text()).toContain('Claim this installation')

  const claimed = await here.claim({})
  expect([claimed.status, claimed.headers.get('Location')]).toEqual([303, '/today'])
  const cookie = claimed.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const today = await (await here.get('/today', { Cookie: cookie })).text()
  expect(today).toContain('Northwind leadership')
  expect(today).toContain('Steps to the first session')
  // What asks for a fresh link is open, and so is what asks for an owner.
  const keys = await here.get('/keys', { Cookie: cookie })
  expect(await keys.text()).toContain('Ask for the details of health')
  const exported = await here.get(`/programmes/${await here.only('programmes')}/export?kind=people`, {
    Cookie: cookie,
  })
  expect(exported.status).toBe(200)

  expect(await findPersonByAddress(here.platform.db, 'nadia@northwind.example')).toMatchObject({
    ...{ name: 'Nadia Haddad', zone: 'Europe/Paris', locale: 'en' },
  })
  expect(await here.counts()).toEqual({ people: 1, owners: 1, programmes: 1, sign_ins: 1, outbox: 0 })
})

test('another secret makes nothing, and what was typed stays in the form, the secret apart', async () => {
  const here = await anInstallation()
  for (const secret of ['', 'wrong', SECRET.slice(1), SECRET.toLowerCase(), `${SECRET}=`]) {
    const answer = await here.claim({ secret })
    expect(answer.status, secret).toBe(422)
    const body = await answer.text()
    expect(body).toContain('This is not the secret of this installation')
    expect(body).toContain('value="Nadia Haddad"')
    expect(body).not.toContain(SECRET)
  }
  expect(await here.counts()).toMatchObject({ people: 0, programmes: 0, sign_ins: 0 })
})

test('a field that cannot be is said at the field, and the secret need not be typed again', async () => {
  const here = await anInstallation()
  const answer = await here.claim({ email: 'nadia', zone: 'Nowhere', programme: ' ' })
  const body = await answer.text()
  expect(answer.status).toBe(422)
  for (const field of ['email', 'zone', 'programme']) expect(body).toContain(`id="${field}-error"`)
  expect(body).toContain(SECRET)
  expect((await here.counts()).people).toBe(0)
})

test('a mail domain that gives the purpose away is not the name in mails', async () => {
  const here = await anInstallation()
  expect((await here.claim({ email: 'nadia@mentoring.example' })).status).toBe(303)
  expect(await env.DB.prepare('SELECT short_name FROM programmes').first('short_name')).toBe('Northwind')
})

test.each(['', '  '])('without a secret, here “%s”, there is no such page', async (ownerClaim) => {
  const here = await anInstallation(ownerClaim)
  expect((await here.get('/claim')).status).toBe(404)
  for (const secret of [ownerClaim, SECRET, '']) expect((await here.claim({ secret })).status).toBe(404)
  expect((await here.counts()).people).toBe(0)
})

test('once anybody is there it is no page, whatever is sent', async () => {
  const here = await anInstallation()
  expect(await (await here.get('/sign-in')).text()).toContain('href="/claim"')
  await aManager(here.platform, 'Rita Novak')
  const before = await here.counts()
  expect((await here.get('/claim')).status).toBe(404)
  expect((await here.claim({})).status).toBe(404)
  expect((await here.claim({ secret: 'wrong' })).status).toBe(404)
  expect(await (await here.get('/sign-in')).text()).not.toContain('href="/claim"')
  expect(await here.counts()).toEqual(before)
})

test('whoever came in between the page and the claim is there first', async () => {
  const { platform, counts } = await anInstallation()
  await aManager(platform, 'Rita Novak')
  const before = await counts()
  const { name, email, programme: programmeName } = NADIA
  const owner = { name, email, programmeName, zone: 'Europe/Paris', locale: 'en' } as const
  expect(await claim(platform, owner)).toEqual({ ok: false, refusal: { reason: 'not-found' } })
  expect(await counts()).toEqual(before)
})

test('of claims at the same moment one makes the owner, and alone is signed in', async () => {
  const here = await anInstallation()
  const others = ['Nadia', 'Nadia', 'Rita', 'Omar'].map((name) =>
    here.claim({ name, email: `${name}@northwind.example` }),
  )
  const statuses = (await Promise.all(others)).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([303, 404, 404, 404])
  expect(await here.counts()).toMatchObject({ people: 1, owners: 1, programmes: 1, sign_ins: 1 })
})

test('a network that tries too many secrets waits until the hour is over, and no other with it', async () => {
  const here = await anInstallation()
  for (let tried = 0; tried < 20; tried += 1) await here.claim({ secret: 'wrong' })
  const late = await here.claim({})
  expect([late.status, Number(late.headers.get('Retry-After')) > 0]).toEqual([429, true])
  expect((await here.counts()).people).toBe(0)
  here.later(HOUR)
  expect((await here.claim({})).status).toBe(303)
})

test('a secret is bounded for its own network alone', async () => {
  const here = await anInstallation()
  for (let tried = 0; tried < 21; tried += 1) await here.claim({ secret: 'wrong' })
  expect((await here.claim({}, { 'CF-Connecting-IP': '203.0.113.9' })).status).toBe(303)
})

test('whichever call of the database is lost, the claim is done wholly or not at all', async () => {
  const sent = { route: 'POST /claim', path: '/claim', form: NADIA }
  const act = (platform: Platform) => send(platform, sent, null)
  const healthy = await run((await anInstallation()).platform, act)
  expect(faultsOf(healthy).length).toBeGreaterThan(4)
  for (const fault of faultsOf(healthy)) {
    const here = await anInstallation()
    const { outcome } = await run(here.platform, act, fault)
    expect(outcome, JSON.stringify(fault)).toMatchObject({ answer: { status: expect.toSatisfy(isOutage) } })
    const { people, owners, programmes, sign_ins } = await here.counts()
    expect([owners, programmes, sign_ins]).toEqual([people, people, people])
    // Who repeats it is let in, or is told that somebody is there: then a mail or `npm run owner-link` lets her in.
    expect((await here.claim({})).status).toBe(people === 0 ? 303 : 404)
    expect((await here.counts()).people).toBe(1)
  }
})

test('another site claims nothing', async () => {
  const here = await anInstallation()
  expect((await here.claim({}, { Origin: 'https://evil.example' })).status).toBe(403)
  expect((await here.counts()).people).toBe(0)
})

function isOutage(status: number): boolean {
  return status === 500 || status === 503
}

async function anInstallation(ownerClaim = SECRET) {
  await freshDatabase()
  let now = at('2027-03-15T08:00Z')
  const platform: Platform = platformOf(
    { ...env, OWNER_CLAIM: ownerClaim },
    { now: () => now, send: async () => ({ ok: true, providerId: 'none' }) },
  )
  const app = makeApp(() => platform)
  const ask = async (path: string, init: RequestInit) =>
    app.request(path, { ...init, headers: { Origin: env.ORIGIN, ...(init.headers as object) } }, env)
  const count = (table: string) =>
    env.DB.prepare(`SELECT count(*) AS count FROM ${table}`).first<number>('count')
  return {
    platform,
    get: (path: string, headers: Readonly<Record<string, string>> = {}) => ask(path, { headers }),
    claim: (form: Partial<typeof NADIA>, headers: Readonly<Record<string, string>> = {}) =>
      ask('/claim', {
        ...{ method: 'POST', headers: { 'CF-Connecting-IP': '192.0.2.1', ...headers } },
        body: new URLSearchParams({ ...NADIA, ...form }),
      }),
    only: (table: string) => env.DB.prepare(`SELECT id FROM ${table}`).first<string>('id'),
    counts: async () => ({
      ...{ people: await count('people'), owners: await count('owners') },
      ...{ programmes: await count('programmes'), sign_ins: await count('sign_ins') },
      outbox: await count('outbox'),
    }),
    later: (ms: number) => {
      now = instant(now + ms)
    },
  }
}
