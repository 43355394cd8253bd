import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { paths } from '../../web/pages/paths.ts'
import { makePlan } from '../../worker/actions/plan/make.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import { writeProse } from '../../worker/http/dev/reply.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
} from '../support/world.ts'

/** Nadia reads what concerns Mr Bernard; Tom is his mentor; Rita manages another programme. */
const world = await aWorld()
const { platform, nadia, tom, bernard, odile, northwind, pairing } = world
const session = await aFixedSession(settingOf(world), pairing, '2027-03-17T09:00Z')
const { rita } = await fabrikamBeside(world)
const [nadias, toms, ritas] = [await world.as(nadia), await world.as(tom), await world.as(rita)]
const receivedId = await aWaitingMail()
const letterId = await anInvite()
const offered = await anOfferedPair()
const planned = await aPlannedPair()

const both = [bernard.id, tom.id]
const [about, of] = [{ subjects: both }, { subjects: [bernard.id] }]

/** Every page and response about people: its path, the route it is logged under, and whom it is about. */
const accesses = [
  { route: '/sessions/:id', path: paths.session(session.id), ...about },
  { route: '/sessions/:id/as-they-see-it', path: paths.sessionSeen(session.id), ...about },
  { route: '/sessions/:id/source', path: paths.sessionSource(session.id), ...about },
  { route: '/deliveries/:id/as-they-see-it', path: `/deliveries/${letterId}/as-they-see-it`, ...about },
  { route: '/deliveries/:id/source', path: `/deliveries/${letterId}/source`, ...about },
  { route: '/pairings/:id', path: paths.pairing(pairing.id), ...about },
  { route: '/pairings/:id/offer', path: paths.offer(pairing.id), ...about },
  { route: '/people/:id', path: paths.person(bernard.id), ...of },
  { route: '/people/:id', path: paths.person(tom.id), subjects: [tom.id] },
  { route: '/people/:id', path: paths.person(odile.id), subjects: [odile.id] },
  { route: '/people/:id/departure', path: paths.departure(bernard.id), ...of },
  { route: '/people/:id/erasure', path: paths.erasure(bernard.id), ...of },
  { route: '/people/:id/calendars', path: paths.personCalendars(tom.id), subjects: [tom.id] },
  { route: '/pairings/:id/ending', path: paths.pairingEnding(pairing.id), ...about },
  { route: '/received/:id', path: `/received/${receivedId}`, ...about },
  { route: '/api/v1/people/:id', path: `/api/v1/people/${tom.id}`, subjects: [tom.id] },
  {
    ...{ route: '/api/v1/people/:id/availability', path: `/api/v1/people/${tom.id}/availability` },
    subjects: [tom.id],
  },
  { route: '/api/v1/pairings/:id', path: `/api/v1/pairings/${pairing.id}`, ...about },
  { route: '/api/v1/pairings/:id/path', path: `/api/v1/pairings/${pairing.id}/path`, ...about },
  { route: '/api/v1/pairings/:id/slots', path: `/api/v1/pairings/${pairing.id}/slots`, ...about },
  {
    ...{ route: '/api/v1/offers/:id', path: `/api/v1/offers/${offered.offerId}` },
    subjects: [offered.executiveId, tom.id],
  },
  {
    ...{ route: '/plans/:id/rows/:pairingId', path: `/plans/${planned.planId}/rows/${planned.pairingId}` },
    subjects: [planned.executiveId, tom.id],
  },
  { route: '/api/v1/sessions/:id', path: `/api/v1/sessions/${session.id}`, ...about },
  { route: '/api/v1/sessions/:id/history', path: `/api/v1/sessions/${session.id}/history`, ...about },
  { route: '/api/v1/sessions/:id/outcome', path: `/api/v1/sessions/${session.id}/outcome`, ...about },
]

test.each(accesses)(
  'a manager’s access to $path is logged, with each person it is about and the route',
  async ({ route, path, subjects }) => {
    const before = (await accessLog()).length
    expect((await nadias.get(path)).status).toBe(200)
    expect((await accessLog()).slice(before)).toEqual(
      subjects.map((subject) => ({
        ...{ at: platform.now(), actor_id: nadia.id, role: 'manager', subject_id: subject, route },
      })),
    )
  },
)

test.each(accesses)('a refused access to $path is not logged', async ({ path }) => {
  const before = await accessLog()
  expect((await ritas.get(path)).status).toBe(404)
  expect(await accessLog()).toEqual(before)
})

test('everybody in a file that leaves is logged, but not whoever takes it', async () => {
  const before = (await accessLog()).length
  expect((await nadias.get(`/programmes/${northwind.id}/export?kind=people`)).status).toBe(200)
  const subjects = (await accessLog()).slice(before).map(({ subject_id: subject }) => subject)
  const all = [bernard.id, odile.id, tom.id, offered.executiveId, planned.executiveId]
  expect(subjects.toSorted()).toEqual(all.toSorted())
})

test('a mentor reading his own session, and anybody reading a page about himself, are not logged', async () => {
  const before = await accessLog()
  expect((await toms.get(`/api/v1/sessions/${session.id}`)).status).toBe(200)
  expect((await toms.get(paths.personCalendars(tom.id))).status).toBe(200)
  expect((await nadias.get(paths.person(nadia.id))).status).toBe(200)
  expect(await accessLog()).toEqual(before)
})

async function accessLog(): Promise<readonly { readonly subject_id: string }[]> {
  const query = 'SELECT at, actor_id, role, subject_id, route FROM access_log ORDER BY id'
  return (await env.DB.prepare(query).all<{ readonly subject_id: string }>()).results
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

/** Tom is offered to somebody else. */
async function anOfferedPair() {
  const here = settingOf(world)
  const executive = await aPersonIn(here, 'executive', { name: 'Zoe Lang' })
  const { offer } = await anOffer(here, await aPairing(here, tom, executive))
  return { executiveId: executive.id, offerId: offer?.id ?? '' }
}

/** A plan with one row, for somebody who waits for a date. */
async function aPlannedPair() {
  const here = settingOf(world)
  const executive = await aPersonIn(here, 'executive', { name: 'Yan Moreau' })
  const { id: pairingId } = await aPairing(here, tom, executive)
  const plan = await makePlan(platform, {
    ...{ id: platform.newId('pln'), programmeId: northwind.id, standIns: false, madeBy: nadia.id },
    only: [pairingId],
  })
  return { executiveId: executive.id, pairingId, planId: have(plan).id }
}

/** The letter to Mr Bernard about his session. */
async function anInvite(): Promise<string> {
  const query = 'SELECT id FROM outbox WHERE session_id = ? AND person_id = ?'
  const id = await env.DB.prepare(query).bind(session.id, bernard.id).first<string>('id')
  if (!id) throw new Error('no letter')
  return id
}
