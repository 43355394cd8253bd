import { expect, test } from 'vitest'

import { offerTimes } from '../../../worker/actions/offer/make.ts'
import { bookSession } from '../../../worker/actions/session/book.ts'
import { recordCounter } from '../../../worker/actions/session/counter.ts'
import { wallText } from '../../../worker/domain/time/days.ts'
import { findSession } from '../../../worker/storage/session/session.ts'
import type { Client } from '../../support/client.ts'
import { at } from '../../support/times.ts'
import { aPairing, aPersonIn, aWorld, have, settingOf, type World } from '../../support/world.ts'

/** Refused times of Mr Bernard and Tom, with the code and the sentence for a manager in Paris. */
const REFUSED = [
  ['2027-03-22T09:15:00Z', 'slot-taken', 'Tom Leroy is taken until 10:30, Paris time (UTC+1).'],
  ['2027-03-22T09:30:00Z', 'buffer', 'until 10:40'],
  ['2027-03-22T17:00:00Z', 'outside-availability', 'That is outside Tom Leroy’s open hours.'],
  ['2027-03-23T08:00:00Z', 'outside-executive-hours', 'That is outside Claude Bernard’s hours.'],
  ['2027-03-30T09:00:00Z', 'blackout', 'quarter end, until Friday 2 April 2027'],
  ['2027-03-16T07:30:00Z', 'too-soon', 'Tuesday 16 March 2027, 09:00'],
  ['2027-06-30T09:00:00Z', 'beyond-horizon', 'Monday 10 May 2027'],
] as const

test('a booking, a move by form, by drag and by the API, and a counter-proposal are refused alike, with who and until when', async () => {
  const world = await quarterEnd()
  const nadia = await world.as(world.nadia)
  const refusals: Record<string, readonly (readonly [number, string | null, string])[]> = {}
  for (const [start] of REFUSED)
    refusals[start] = [shown(await nadia.post('/api/v1/sessions', { pairingId: world.pairing.id, start }))]
  const session = await aSession(world, '2027-03-24T09:00:00Z')
  for (const [start] of REFUSED)
    refusals[start] = [
      ...(refusals[start] ?? []),
      ...(await Promise.all(movingDoors(world, nadia, session, start))),
    ]

  for (const [start, code, words] of REFUSED)
    for (const [status, said, sentence] of refusals[start] ?? []) {
      expect({ start, status, code: said ?? code }).toEqual({ start, status: 409, code })
      expect(sentence).toContain(words)
    }
  expect(refusals[REFUSED[0][0]]).toHaveLength(5)
}, 60_000)

test('a refused time is not listed, and every door accepts a listed one', async () => {
  const world = await quarterEnd()
  const nadia = await world.as(world.nadia)
  const slots = await nadia.get(`/api/v1/pairings/${world.pairing.id}/slots?limit=2000`)
  const listed = startsIn(slots.body)
  expect(listed.length).toBeGreaterThan(100)
  expect(REFUSED.filter(([start]) => listed.includes(start))).toEqual([])

  const [first = '', second = '', third = ''] = listed
  const booked = await nadia.post('/api/v1/sessions', { pairingId: world.pairing.id, start: first })
  expect(booked).toMatchObject({ status: 201, body: { start: first } })
  const id = idIn(booked.body)
  expect(await nadia.post(`/api/v1/sessions/${id}/time`, { start: second })).toMatchObject({
    body: { start: second },
  })
  expect(await drag(nadia, id, third)).toMatchObject({ status: 200, body: { start: third } })
})

test('an expired hold blocks nobody, before and after the job clears it; an answer to it says so', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const lea = await aPersonIn(settingOf(world), 'executive', { name: 'Lea Duval' })
  const other = await aPairing(settingOf(world), world.tom, lea)
  const held = at('2027-03-25T09:00Z')
  const times = [{ start: held, end: at('2027-03-25T09:30Z') }]
  const offer = { id: world.platform.newId('off'), pairingId: other.id, minutes: 30, options: 1, times }
  const offered = have(await offerTimes(world.platform, offer, { id: world.nadia.id, door: 'manager' }))
  const wish = { pairingId: world.pairing.id, start: '2027-03-25T09:00:00Z' }

  expect(shown(await nadia.post('/api/v1/sessions', wish))).toMatchObject([
    409,
    'slot-taken',
    expect.anything(),
  ])
  world.now('2027-03-18T23:00Z')
  const later = await world.as(world.nadia)
  expect(await later.post('/api/v1/sessions', wish)).toMatchObject({ status: 201 })
  const optionId = offered.offer?.options[0]?.id
  const late = await later.post(`/api/v1/offers/${offer.id}/answer`, { optionId })
  expect(shown(late)).toEqual([409, 'offer-expired', expect.stringContaining('You can ask for new ones.')])
  expect((await later.post('/api/v1/offers', { pairingId: other.id })).status).toBe(201)
})

async function quarterEnd(): Promise<World> {
  const blackouts = [{ from: '2027-03-29', to: '2027-04-02', reason: 'quarter end' }]
  const world = await aWorld({ policy: { blackouts } })
  const nadia = await world.as(world.nadia)
  const never = [{ day: 2, from: '00:00', to: '10:00' }]
  expect((await nadia.patch(`/api/v1/people/${world.bernard.id}`, { rules: { never } })).status).toBe(200)
  const lea = await aPersonIn(settingOf(world), 'executive', { name: 'Lea Duval' })
  const other = await aPairing(settingOf(world), world.tom, lea)
  const taken = {
    id: world.platform.newId('ses'),
    pairingId: other.id,
    start: at('2027-03-22T09:00Z'),
    minutes: 30,
  }
  have(await bookSession(world.platform, { ...taken, reason: null }, { id: world.nadia.id, door: 'manager' }))
  return world
}

async function aSession({ platform, pairing, nadia }: World, start: string) {
  const wish = {
    id: platform.newId('ses'),
    pairingId: pairing.id,
    start: at(start),
    minutes: 30,
    reason: null,
  }
  return have(await bookSession(platform, wish, { id: nadia.id, door: 'manager' })).id
}

function movingDoors(world: World, nadia: Client, id: `ses_${string}`, start: string) {
  return [
    nadia.post(`/api/v1/sessions/${id}/time`, { start }).then(shown),
    drag(nadia, id, start).then(shown),
    form(nadia, id, start),
    counter(world, nadia, id, start),
  ]
}

function drag(nadia: Client, id: string, start: string) {
  const wall = wallText('Europe/Paris', at(start))
  return nadia.post(`/sessions/${id}/time`, { wall: `${wall}:00`, zone: 'Europe/Paris' })
}

async function form(
  nadia: Client,
  id: string,
  start: string,
): Promise<readonly [number, string | null, string]> {
  const [date = '', time = ''] = wallText('Europe/Paris', at(start)).split('T')
  const page = await nadia.ask(`/sessions/${id}/time`, {
    method: 'POST',
    body: new URLSearchParams({ date, time }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  return [page.status, null, /class="notice refused"[^>]*>([^<]*)</.exec(String(page.body))?.[1] ?? '']
}

/** His calendar proposes the time, and the manager accepts. */
async function counter({ platform, bernard }: World, nadia: Client, id: `ses_${string}`, start: string) {
  const by = { id: bernard.id, door: 'calendar' as const }
  const time = { start: at(start), end: null }
  have(await recordCounter(platform, id, { time, personId: bernard.id, by }))
  const proposals = (await findSession(platform.db, id))?.proposals ?? []
  const proposal = proposals.find((each) => each.start === at(start))
  return shown(await nadia.post(`/api/v1/sessions/${id}/counters/${proposal?.id}/acceptance`))
}

function shown({
  status,
  body,
}: {
  readonly status: number
  readonly body: unknown
}): readonly [number, string, string] {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : {}
  const { code, message } = { code: '', message: '', ...(typeof error === 'object' ? error : {}) }
  return [status, code, message]
}

function startsIn(body: unknown): readonly string[] {
  return [...JSON.stringify(body).matchAll(/"start":"([^"]+)"/g)].map(([, start]) => start ?? '')
}

function idIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : ''
}
