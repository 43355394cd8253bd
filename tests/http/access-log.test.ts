import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { paths } from '../../web/pages/paths.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import { writeProse } from '../../worker/http/dev/reply.ts'
import { aFixedSession, aWorld, fabrikamBeside, settingOf } from '../support/world.ts'

/** Nadia reads what concerns Mr Bernard; Tom is his mentor; Rita manages another programme. */
const world = await aWorld()
const { platform, nadia, tom, bernard, odile, pairing } = world
const session = await aFixedSession(settingOf(world), pairing, '2027-03-17T09:00Z')
const { rita } = await fabrikamBeside(world)
const [nadias, toms, ritas] = [await world.as(nadia), await world.as(tom), await world.as(rita)]
const receivedId = await aWaitingMail()
const letterId = await anInvite()

/** Every page and response about one executive: its path, and the route it is logged under. */
const accesses = [
  { route: '/sessions/:id', path: paths.session(session.id) },
  { route: '/sessions/:id/as-they-see-it', path: paths.sessionSeen(session.id) },
  { route: '/sessions/:id/source', path: paths.sessionSource(session.id) },
  { route: '/deliveries/:id/as-they-see-it', path: `/deliveries/${letterId}/as-they-see-it` },
  { route: '/deliveries/:id/source', path: `/deliveries/${letterId}/source` },
  { route: '/pairings/:id', path: paths.pairing(pairing.id) },
  { route: '/pairings/:id/offer', path: paths.offer(pairing.id) },
  { route: '/people/:id', path: paths.person(bernard.id) },
  { route: '/people/:id/departure', path: paths.departure(bernard.id) },
  { route: '/pairings/:id/ending', path: paths.pairingEnding(pairing.id) },
  { route: '/received/:id', path: `/received/${receivedId}` },
  { route: '/api/v1/sessions/:id', path: `/api/v1/sessions/${session.id}` },
  { route: '/api/v1/sessions/:id/history', path: `/api/v1/sessions/${session.id}/history` },
  { route: '/api/v1/sessions/:id/outcome', path: `/api/v1/sessions/${session.id}/outcome` },
]

test.each(accesses)(
  'a manager’s access to $route is logged, with the executive and the route',
  async ({ route, path }) => {
    const before = (await accessLog()).length
    expect((await nadias.get(path)).status).toBe(200)
    expect((await accessLog()).slice(before)).toEqual([
      { at: platform.now(), actor_id: nadia.id, role: 'manager', subject_id: bernard.id, route },
    ])
  },
)

test.each(accesses)('a refused access to $route is not logged', async ({ path }) => {
  const before = await accessLog()
  expect((await ritas.get(path)).status).toBe(404)
  expect(await accessLog()).toEqual(before)
})

test('a mentor reading his own session, and the page of a person who is no executive, are not logged', async () => {
  const before = await accessLog()
  expect((await toms.get(`/api/v1/sessions/${session.id}`)).status).toBe(200)
  expect((await nadias.get(paths.person(tom.id))).status).toBe(200)
  expect(await accessLog()).toEqual(before)
})

async function accessLog(): Promise<readonly unknown[]> {
  const query = 'SELECT at, actor_id, role, subject_id, route FROM access_log ORDER BY id'
  return (await env.DB.prepare(query).all()).results
}

/** Odile writes a plain mail about his session. */
async function aWaitingMail(): Promise<string> {
  const words = {
    words: 'Could we do the week after?',
    at: platform.now(),
    messageId: '<words@mail.example>',
  }
  const from = { name: odile.name, address: odile.email }
  const raw = new TextEncoder().encode(writeProse(from, bernard.replyAddress, words))
  await receive(platform, { to: bernard.replyAddress, raw, receiver: null })
  const id = await env.DB.prepare('SELECT id FROM received').first<string>('id')
  if (!id) throw new Error('the mail was not kept')
  return id
}

/** The letter to Mr Bernard about his session. */
async function anInvite(): Promise<string> {
  const query = 'SELECT id FROM outbox WHERE session_id = ? AND person_id = ?'
  const id = await env.DB.prepare(query).bind(session.id, bernard.id).first<string>('id')
  if (!id) throw new Error('no letter')
  return id
}
