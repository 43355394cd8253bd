import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { doors } from '../../worker/doors.ts'
import type { Platform } from '../../worker/platform.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { cookieOf } from '../support/client.ts'
import { countingDatabase, type Total } from '../support/counting-database.ts'
import { link } from '../support/links.ts'
import { aFixedSession, anOffer, aWorld, settingOf, type World } from '../support/world.ts'

/** What the database is asked one after the other before the answer leaves: the sign-in and the commit are among it. */
const MOST_FOR_A_CHANGE = 3
const MOST_FOR_TODAY = 2

const JSON_BODY = { 'Content-Type': 'application/json' }
const FORM_BODY = { 'Content-Type': 'application/x-www-form-urlencoded' }

type Ask = { readonly path: string; readonly body?: object; readonly isForm?: boolean }

test.each<[string, (world: World) => Ask | Promise<Ask>]>([
  ['an offer, for programs', ({ pairing }) => ({ path: '/api/v1/offers', body: { pairingId: pairing.id } })],
  [
    'a booking, for programs',
    ({ pairing }) => ({
      path: '/api/v1/sessions',
      body: { pairingId: pairing.id, start: '2027-03-17T09:00:00Z' },
    }),
  ],
  [
    'a time picked by the manager, for programs',
    async (world) => {
      const { offer } = await anOffer(settingOf(world), world.pairing)
      return { path: `/api/v1/offers/${offer?.id}/answer`, body: { optionId: offer?.options[0]?.id } }
    },
  ],
  [
    '“ask me after”, for programs',
    async (world) => {
      const { offer } = await anOffer(settingOf(world), world.pairing)
      return { path: `/api/v1/offers/${offer?.id}/answer`, body: { notBefore: '2027-04-20' } }
    },
  ],
  [
    'a move, for programs',
    async (world) => {
      const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
      return { path: `/api/v1/sessions/${session.id}/time`, body: { start: '2027-03-18T10:00:00Z' } }
    },
  ],
  [
    'an answer for the executive, for programs',
    async (world) => {
      const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
      const body = { personId: world.bernard.id, partstat: 'ACCEPTED' }
      return { path: `/api/v1/sessions/${session.id}/answers`, body }
    },
  ],
  [
    'a cancellation, for programs',
    async (world) => {
      const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
      return { path: `/api/v1/sessions/${session.id}/cancellation`, body: {} }
    },
  ],
  ['an offer from its page', ({ pairing }) => form(`/pairings/${pairing.id}/offers`, {})],
  [
    'a booking from the page of a pairing',
    ({ pairing }) => form(`/pairings/${pairing.id}/sessions`, { date: '2027-03-17', time: '10:00' }),
  ],
  [
    'a move from the page of a session',
    async (world) => {
      const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
      const typed = { date: '2027-03-18', time: '11:00', mentorId: session.mentorId }
      return form(`/sessions/${session.id}/time`, typed)
    },
  ],
  [
    'a drop on the calendar',
    async (world) => {
      const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
      const body = { wall: '2027-03-18T11:00', zone: 'Europe/Paris', mentorId: session.mentorId }
      return { path: `/sessions/${session.id}/time`, body }
    },
  ],
])('%s asks the database three times at most', async (_, askOf) => {
  const world = await aWorld()
  const ask = await askOf(world)
  const { status, calls } = await callsOf(world.platform, ask, await cookieOf(world.platform, world.nadia))

  expect([200, 201, 303]).toContain(status)
  expect(calls).toBeLessThanOrEqual(MOST_FOR_A_CHANGE)
})

test('a time tapped in a mail asks the database three times at most', async () => {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  const address = await link(world.platform, 'answer', session, world.odile)
  const k = new URL(address, env.ORIGIN).searchParams.get('k') ?? ''
  const ask = form('/answer', { k, choice: session.offer?.options[0]?.id ?? '' })
  const { status, calls } = await callsOf(world.platform, ask, null)

  expect(status).toBe(200)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ status: 'fixed' })
  expect(calls).toBeLessThanOrEqual(MOST_FOR_A_CHANGE)
})

test('an invite accepted on its page asks the database three times at most', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const address = await link(world.platform, 'invite', session, world.bernard)
  const k = new URL(address, env.ORIGIN).searchParams.get('k') ?? ''
  const { status, calls } = await callsOf(world.platform, form('/invite', { k, answer: 'accept' }), null)

  expect(status).toBe(200)
  expect(calls).toBeLessThanOrEqual(MOST_FOR_A_CHANGE)
})

test('Today asks the database twice', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  const cookie = await cookieOf(world.platform, world.nadia)
  const { status, calls } = await callsOf(world.platform, { path: '/today' }, cookie)

  expect(status).toBe(200)
  expect(calls).toBeLessThanOrEqual(MOST_FOR_TODAY)
})

function form(path: string, body: object): Ask {
  return { path, body, isForm: true }
}

/** Calls until the answer is there; what goes on after it is no matter to whoever waits. */
async function callsOf(platform: Platform, { path, body, isForm = false }: Ask, cookie: string | null) {
  const total: Total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
  const counting = { ...platform, db: drizzle(countingDatabase(env.DB, total)) }
  const headers = {
    Origin: env.ORIGIN,
    ...(isForm ? FORM_BODY : JSON_BODY),
    ...(cookie && { Cookie: cookie }),
  }
  const sent = isForm ? new URLSearchParams(Object.entries(body ?? {})) : JSON.stringify(body)
  const init = body ? { method: 'POST', body: sent } : {}
  const request = new Request<unknown, IncomingRequestCfProperties>(new URL(path, env.ORIGIN), {
    ...init,
    headers,
    redirect: 'manual',
  })
  const context = createExecutionContext()
  const response = await doors(
    makeApp(() => counting),
    () => platform,
  ).fetch(request, env, context)
  const { calls } = total
  await response.text()
  await waitOnExecutionContext(context)
  return { status: response.status, calls }
}
