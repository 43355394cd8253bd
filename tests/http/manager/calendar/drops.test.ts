import { expect, test } from 'vitest'

import { offerTimes } from '../../../../worker/actions/offer/make.ts'
import { setAvailability } from '../../../../worker/actions/slot/set-availability.ts'
import type { Mail } from '../../../../worker/domain/letter/mail-port.ts'
import { iso } from '../../../../worker/domain/time/time.ts'
import { decodedMail } from '../../../../worker/http/dev/readable.ts'
import { AS_NADIA, CLAUDE, NADIA, northwind, TOM, UMA } from '../../../support/northwind.ts'
import { signedInBrowser } from '../../../support/signed-in-browser.ts'

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
