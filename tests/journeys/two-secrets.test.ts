import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { resendLetter } from '../../worker/actions/letter/resend.ts'
import { keepForm, openKeptForm } from '../../worker/actions/sign-in/keep-form.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { hashOf, signingOf } from '../../worker/signing.ts'
import { findFeed } from '../../worker/storage/feed/feed.ts'
import { idempotencyKeyOf, toEarlierUse } from '../../worker/storage/idempotency.ts'
import { findLetter } from '../../worker/storage/letter/delivery.ts'
import { findToken } from '../../worker/storage/letter/token.ts'
import { cookieOf, stranger } from '../support/client.ts'
import { anOffer, aWorld, settingOf } from '../support/world.ts'

const FRESH = 'a-new-secret-that-only-this-test-knows-0123456789'
const BOTH = `k2=${FRESH},k1=${env.SECRET}`

test('a request is known again by both values of SECRET and from an earlier release, and by none from the database', async () => {
  const { platform } = await aWorld()
  const wish = { start: '2027-03-17T09:00:00Z', pairingId: 'pai_a' }
  const both = { ...platform, ...signingOf(BOTH) }
  const [before, now] = await Promise.all([
    idempotencyKeyOf(platform, 'ses_a', wish),
    idempotencyKeyOf(both, 'ses_a', { pairingId: 'pai_a', start: '2027-03-17T09:00:00Z' }),
  ])
  const plain = await hashOf(`{"pairingId":"pai_a","start":"2027-03-17T09:00:00Z"}`)
  const kindOf = (fingerprint: string, key = now) => toEarlierUse([{ fingerprint, made: null }], key).kind

  expect([before.fingerprint, now.fingerprint, plain].map((each) => kindOf(each))).toEqual([
    ...['same', 'same', 'same'],
  ])
  expect([now.fingerprint, before.fingerprint]).not.toContain(plain)
  const other = await idempotencyKeyOf(both, 'ses_a', { ...wish, start: '2027-03-17T10:00:00Z' })
  const out = await idempotencyKeyOf({ ...platform, ...signingOf(`k2=${FRESH}`) }, 'ses_a', wish)
  expect(kindOf(before.fingerprint, other)).toBe('other')
  expect(kindOf(before.fingerprint, out)).toBe('other')
})

test('with two values of SECRET all that was given goes on, and what is new is of the new one', async () => {
  const world = await aWorld()
  const { platform, nadia, tom } = world
  await anOffer(settingOf(world), world.pairing)
  await subscribe(platform, tom.id)
  const feed = await findFeed(platform.db, tom.id)
  const cookie = await cookieOf(platform, nadia)
  const form = { action: '/people', fields: { name: ['Clara'] } }
  const formId = await keepForm(platform, form, nadia.id)
  const mailed = await stranger(platform).ask('/sign-in', {
    ...{ method: 'POST', body: new URLSearchParams({ email: tom.email }) },
  })
  expect(mailed.status).toBeLessThan(400)

  // The letters leave only now: their links were stored by the old value.
  const both = { ...platform, ...signingOf(BOTH) }
  await deliverDue(both)
  const links = await linksIn(world.mails)
  expect(links.length).toBeGreaterThan(1)
  for (const path of links) expect((await stranger(both).get(path)).status, path).toBe(200)

  const feedToken = feed ? await findToken(both, feed.linkId) : ''
  expect(feedToken).toBe(feed && (await platform.tokenOf(feed.linkId)))
  expect((await stranger(both).get(`/calendar.ics?k=${feedToken}`)).status).toBe(200)
  expect(formId && (await openKeptForm(both, formId, nadia.id))).toEqual(form)

  // A sign-in goes on, and is signed by the new value.
  world.now('2027-03-15T08:30Z')
  const visited = await stranger(both).ask('/today', { headers: { Cookie: cookie } })
  expect(visited.status).toBe(200)
  const renewed = /__Host-sotto=[^;]+/.exec(visited.headers.get('Set-Cookie') ?? '')?.[0] ?? ''

  // With the old one taken away, what was made before is not made anew, and nothing new depended on it.
  const after = { ...platform, ...signingOf(`k2=${FRESH}`) }
  expect((await stranger(after).ask('/today', { headers: { Cookie: renewed } })).status).toBe(200)
  const old = await stranger(after).ask('/today', { headers: { Cookie: cookie }, redirect: 'manual' })
  expect(old.status).toBe(303)
  expect(formId && (await openKeptForm(after, formId, nadia.id))).toBeNull()

  await subscribe(both, nadia.id)
  const own = await findFeed(platform.db, nadia.id)
  const ownToken = own ? await after.tokenOf(own.linkId) : ''
  expect((await stranger(after).get(`/calendar.ics?k=${ownToken}`)).status).toBe(200)
})

test('a letter that is sent again after the change is the same to the octet, and the next one opens too', async () => {
  const world = await aWorld()
  const { platform } = world
  await anOffer(settingOf(world), world.pairing)
  await tick(platform)
  const [first] = world.mails
  const both = { ...platform, ...signingOf(BOTH) }
  const row = await env.DB.prepare("SELECT id FROM outbox WHERE state = 'sent'").first<{
    id: `let_${string}`
  }>()
  const stored = row && (await findLetter(both, row.id, [world.northwind.id]))
  if (!stored) throw new Error('nothing was sent')
  await resendLetter(both, stored, platform.newId('let'))
  await deliverDue(both)
  expect(world.mails.length).toBe(2)
  expect(world.mails[1]?.raw).toBe(first?.raw)
})

/** The links of these mails, as paths. */
async function linksIn(mails: readonly { readonly raw: string }[]): Promise<readonly string[]> {
  const texts = await Promise.all(mails.map(async ({ raw }) => (await decodedMail(raw)).text))
  const found = texts.flatMap((text) => text.match(/\/(?:answer|sign-in|invite)\?k=[\w-]{43}/g) ?? [])
  return [...new Set(found)]
}
