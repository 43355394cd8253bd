import { expect, test } from 'vitest'

import { offerTimes } from '../../../../worker/actions/offer/make.ts'
import { setAvailability } from '../../../../worker/actions/slot/set-availability.ts'
import type { Mail } from '../../../../worker/domain/letter/mail-port.ts'
import { iso } from '../../../../worker/domain/time/time.ts'
import { decodedMail } from '../../../../worker/http/dev/readable.ts'
import { AS_NADIA, CLAUDE, NADIA, northwind, TOM, UMA } from '../../../support/northwind.ts'
import { signedInBrowser } from '../../../support/signed-in-browser.ts'
import { at, weekly } from '../../../support/times.ts'

const JSON_TYPE = { 'Content-Type': 'application/json' }

/** 10:15 in Paris on the Monday of the session, as the grid sends it. */
const drop = { wall: '2027-03-22T10:15', zone: 'Europe/Paris', minutes: 30 }

test('a drop asks a question that names who, when and with whom, and asking moves nothing', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const asked = await nadia.get(`/sessions/${session.id}/time?${queryOf(drop)}`, JSON_TYPE)

  expect(await asked.json()).toEqual({
    question: 'Move Claude Bernard’s session to Mon 22 March 2027, 10:15–10:45 with Tom Leroy?',
    effect: 'Both get the new time.',
  })
  expect(await world.session(session.id)).toEqual(session)
})

test('on another mentor’s column the question says who hears what, and what the executive’s clock will show', async () => {
  const world = await northwind({ people: { [CLAUDE]: { zone: 'America/New_York' } } })
  const session = await world.fixed('2027-03-22T15:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const there = { ...drop, wall: '2027-03-22T15:15', mentorId: UMA }
  const asked = await nadia.get(`/sessions/${session.id}/time?${queryOf(there)}`, JSON_TYPE)

  expect(await asked.json()).toEqual({
    question: 'Move Claude Bernard’s session to Mon 22 March 2027, 15:15–15:45 with Uma Rao?',
    effect:
      'Claude Bernard is told of the change, Uma Rao gets an invite, Tom Leroy a cancellation. For Claude Bernard: Mon 22 March 2027, 10:15–10:45, New York time (UTC−4).',
  })
})

test('a drop the judge refuses asks nothing: the sentence is about the column’s mentor', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await setAvailability(world.platform, UMA, { zone: 'UTC', weekly: [], exceptions: [] }, AS_NADIA)
  const nadia = await signedInBrowser(world.platform, NADIA)
  const path = `/sessions/${session.id}/time`
  const asked = await nadia.get(`${path}?${queryOf({ ...drop, mentorId: UMA })}`, JSON_TYPE)
  const dropped = await nadia.json(path, { ...drop, mentorId: UMA })

  for (const answer of [asked, dropped]) {
    expect(answer.status).toBe(409)
    expect(await answer.json()).toEqual({
      error: { code: 'outside-availability', message: 'That is outside Uma Rao’s open hours.' },
    })
  }
})

test('nobody is handed to a mentor of his own reporting line by a drag', async () => {
  const world = await northwind({ people: { [CLAUDE]: { reportsTo: UMA } } })
  const session = await world.fixed('2027-03-22T10:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const dropped = await nadia.json(`/sessions/${session.id}/time`, { ...drop, mentorId: UMA })

  expect(await dropped.json()).toMatchObject({ error: { code: 'reporting-line' } })
  expect(await world.session(session.id)).toEqual(session)
})

test('dropped on another mentor, the executive keeps his event one revision on, the old mentor’s ends, the new one’s begins', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const before = await Promise.all(world.sent.map(eventIn))
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect((await nadia.json(`/sessions/${id}/time`, { ...drop, mentorId: UMA })).status).toBe(200)
  await world.deliver()
  expect(world.sent).toHaveLength(before.length)
  world.setNow('2027-03-15T08:01Z')
  await world.deliver()

  const [claude, tom] = ['claude', 'tom'].map((name) => before.find(({ to }) => to.startsWith(name)))
  const after = await Promise.all(world.sent.slice(before.length).map(eventIn))
  const start = '2027-03-22T09:15:00Z'
  expect(after.toSorted((one, other) => (one.to < other.to ? -1 : 1))).toEqual([
    { to: claude?.to, method: 'REQUEST', uid: claude?.uid, sequence: 1, start },
    { to: tom?.to, method: 'CANCEL', uid: tom?.uid, sequence: 1, start: '2027-03-22T10:00:00Z' },
    { to: 'uma@northwind.example', method: 'REQUEST', uid: expect.any(String), sequence: 0, start },
  ])
  expect(new Set(after.map(({ uid }) => uid)).size).toBe(3)
})

/** New York's clocks go forward at two on 14 March, and back at two on 7 November. */
const NEW_YORK = { people: { [NADIA]: { zone: 'America/New_York' } } }

test('a drop keeps the length of a session over a change of clocks, and a stretched one keeps its start', async () => {
  const world = await northwind(NEW_YORK)
  world.setNow('2027-03-12T08:00Z')
  await everHere(world)
  // From 1:45 to 3:15 on the clock, which is half an hour.
  const spring = await world.fixed('2027-03-14T06:45Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const fed: Feed = await (await nadia.get('/calendar/feed?start=2027-03-08&end=2027-03-15')).json()
  expect(fed.sessions).toMatchObject([
    { start: '2027-03-14T01:45:00', end: '2027-03-14T03:15:00', minutes: 30 },
  ])
  const asks = async (id: string, sent: Readonly<Record<string, string | number>>) => {
    const query = queryOf({ zone: 'America/New_York', mentorId: '', ...sent })
    return (await nadia.get(`/sessions/${id}/time?${query}`, JSON_TYPE)).json()
  }
  expect(await asks(spring.id, { wall: '2027-03-15T10:00' })).toMatchObject({
    question: expect.stringContaining('Mon 15 March 2027, 10:00–10:30'),
  })
  expect(await asks(spring.id, { minutes: 45 })).toMatchObject({
    question: expect.stringContaining('01:45 (UTC−5) – 03:30 (UTC−4)'),
  })
})

test('the second half past one of a night stays the second: stretched, or dropped on another mentor', async () => {
  const world = await northwind(NEW_YORK)
  world.setNow('2027-11-04T08:00Z')
  await everHere(world)
  const { id } = await world.fixed('2027-11-07T06:30Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const path = `/sessions/${id}/time`
  const there = { zone: 'America/New_York', mentorId: '' }
  expect((await nadia.json(path, { ...there, minutes: 45 })).status).toBe(200)
  const [start, end] = ['2027-11-07T06:30Z', '2027-11-07T07:15Z'].map((each) => at(each))
  expect((await world.session(id)).time).toEqual({ start, end })
  const handed = { ...there, wall: '2027-11-07T01:30', mentorId: UMA }
  expect((await nadia.json(path, handed)).status).toBe(200)
  expect(await world.session(id)).toMatchObject({ mentorId: UMA, time: { start, end } })
  expect((await nadia.json(path, there)).status).toBe(400)
})

/** Both mentors are open by night too. */
async function everHere({ platform }: Awaited<ReturnType<typeof northwind>>): Promise<void> {
  const always = { zone: 'UTC', weekly: weekly([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00'), exceptions: [] }
  for (const id of [TOM, UMA, CLAUDE]) await setAvailability(platform, id, always, AS_NADIA)
}

test('the grid shows held times as being arranged, until the hold ends', async () => {
  const world = await northwind()
  const wish = { id: `off_${'0'.repeat(22)}`, pairingId: `pai_${'0'.repeat(22)}` } as const
  await offerTimes(world.platform, { ...wish, minutes: null, options: 2 }, { id: NADIA, door: 'manager' })
  const feed = async () => {
    const nadia = await signedInBrowser(world.platform, NADIA)
    const { sessions }: Feed = await (
      await nadia.get('/calendar/feed?start=2027-03-15&end=2027-04-05')
    ).json()
    return sessions.map(({ title, status, movable, mentorId }) => ({ title, status, movable, mentorId }))
  }

  const held = { title: 'Claude Bernard', status: 'offered', movable: false, mentorId: TOM }
  expect(await feed()).toEqual([held, held])
  world.setNow('2027-03-25T08:00Z')
  expect(await feed()).toEqual([])
})

type Feed = { readonly sessions: readonly Readonly<Record<string, unknown>>[] }

function queryOf(fields: Readonly<Record<string, string | number>>): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))
}

async function eventIn({ to, raw }: Mail) {
  const { event } = await decodedMail(raw)
  if (!event) throw new Error(`no event for ${to}`)
  const { method, uid, sequence, time } = event
  return { to, method, uid, sequence, start: time && iso(time.start) }
}
