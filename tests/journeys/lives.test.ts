import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/people/change.ts'
import { changeProgramme } from '../../worker/actions/programme/change.ts'
import { setAvailability } from '../../worker/actions/slot/set-availability.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { toWall } from '../../worker/domain/time/zones.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { findAvailability } from '../../worker/storage/slot/availability.ts'
import { submitted } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { storedLetters } from '../support/stored-letters.ts'
import { hours, weekly, WORKING_DAYS } from '../support/times.ts'
import { aFixedSession, anOffer, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

const SINGAPORE = { zone: 'Asia/Singapore', from: '2027-03-22', to: '2027-03-26' } as const

test('a trip over a fixed date stands on Today and on his page, with free times one press away', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-23T09:00Z')
  const nadia = await world.as(world.nadia)
  expect(await linesOf(world)).toEqual([])

  world.now('2027-03-15T09:00Z')
  const person = `/api/v1/people/${world.bernard.id}`
  expect((await nadia.patch(person, { rules: { trips: [SINGAPORE] } })).status).toBe(200)
  expect(await linesOf(world)).toEqual([
    expect.objectContaining({
      kind: 'trip-over-dates',
      sessionId: session.id,
      personId: world.bernard.id,
      action: 'move',
      why: 'trip',
      since: '2027-03-15T09:00:00Z',
    }),
  ])
  const today = String((await nadia.get('/today')).body)
  expect(today).toContain('17:00–17:30, Singapore time (UTC+8)')
  expect(today).toContain(`href="/sessions/${session.id}#free-times"`)
  expect(String((await nadia.get(`/people/${world.bernard.id}`)).body)).toContain(
    'Claude Bernard is on a trip then',
  )

  const page = String((await nadia.get(`/sessions/${session.id}`)).body)
  const [, date = '', time = ''] =
    /name="date" value="([^"]+)"[^]*?name="time" value="([^"]+)"/.exec(page) ?? []
  expect((await submitted(nadia, `/sessions/${session.id}/time`, { date, time })).status).toBe(303)
  expect((await findSession(world.platform.db, session.id))?.time?.start).not.toBe(session.time?.start)
  expect(await linesOf(world)).toEqual([])
})

test('a trip that was known when a time was fixed says nothing; a change of it does, and “keep it” settles that', async () => {
  const world = await aWorld()
  const by = asManager(world.nadia)
  have(await changePerson(world.platform, world.bernard.id, { rules: { trips: [SINGAPORE] } }, by))
  world.now('2027-03-15T09:00Z')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-23T09:00Z')
  expect(await linesOf(world)).toEqual([])

  world.now('2027-03-15T10:00Z')
  const longer = { ...SINGAPORE, to: '2027-03-28' }
  have(await changePerson(world.platform, world.bernard.id, { rules: { trips: [longer] } }, by))
  expect(await linesOf(world)).toEqual([])
  have(
    await changePerson(
      world.platform,
      world.bernard.id,
      { rules: { trips: [{ ...longer, zone: 'America/New_York' }] } },
      by,
    ),
  )
  const key = `trip-over-dates:${session.id}`
  expect(await linesOf(world)).toEqual([expect.objectContaining({ key })])

  const nadia = await world.as(world.nadia)
  expect((await nadia.post('/api/v1/today/snoozes', { key, until: null })).status).toBe(201)
  expect(await linesOf(world)).toEqual([])
  world.now('2027-03-16T10:00Z')
  have(await changePerson(world.platform, world.bernard.id, { unit: 'Finance' }, by))
  expect(await linesOf(world)).toEqual([])
})

test.each([
  ['“never Tuesdays”', '2027-03-23T09:00Z', { never: [{ day: 2, from: '00:00', to: '24:00' }] }, 'hours'],
  [
    'a trip on whose day of return he is on the way',
    '2027-03-23T17:00Z',
    { trips: [{ ...SINGAPORE, from: '2027-03-20', to: '2027-03-23' }] },
    'trip',
  ],
] as const)('%s covers a fixed date', async (_, start, rules, why) => {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, start)
  world.now('2027-03-15T09:00Z')
  const nadia = await world.as(world.nadia)
  expect((await nadia.patch(`/api/v1/people/${world.bernard.id}`, { rules })).status).toBe(200)
  expect(await linesOf(world)).toEqual([expect.objectContaining({ kind: 'trip-over-dates', why })])
  expect((await nadia.patch(`/api/v1/people/${world.bernard.id}`, { rules: null })).status).toBe(200)
  expect(await linesOf(world)).toEqual([])
})

test('days that the programme closes over a date are listed on its page and on Today, once', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-23T09:00Z')
  world.now('2027-03-15T09:00Z')
  const blackouts = [{ from: '2027-03-22', to: '2027-03-26', reason: 'Quarter end' }]
  const by = asManager(world.nadia)
  have(await changeProgramme(world.platform, world.northwind.id, { policy: { blackouts } }, by))
  expect(await linesOf(world)).toEqual([expect.objectContaining({ why: 'blackout', sessionId: session.id })])
  const page = String((await (await world.as(world.nadia)).get(`/programmes/${world.northwind.id}`)).body)
  expect(page.split(`href="/sessions/${session.id}#free-times"`)).toHaveLength(2)
})

test('a mentor who closes his week reads which dates lie there, and so does the manager; a time on offer there is gone', async () => {
  const world = await aWorld({ policy: { horizon: 6 } })
  const fixed = await anOffer(settingOf(world), world.pairing)
  const [option] = fixed.offer?.options ?? []
  if (!option) throw new Error('nothing offered')
  const answer = await link(world.platform, 'answer', fixed, world.odile)
  world.now('2027-03-15T09:00Z')
  const tom = await world.as(world.tom)
  const closed = await submitted(tom, `/people/${world.tom.id}/closed-weeks`, { closedWeek: '2027-03-17' })
  expect(closed.status).toBe(303)

  const client = await world.as(null)
  const page = String((await client.get(answer)).body)
  for (const { id } of fixed.offer?.options ?? []) expect(page).not.toContain(id)
  const picked = await submitted(client, '/answer', { k: answer.split('k=')[1] ?? '', choice: option.id })
  expect(picked.status).toBe(409)
  // An assistant reads that it is gone, and nothing of whose hours it was.
  expect(String(picked.body)).toContain('This time is taken, or no longer open.')
  expect(String(picked.body)).not.toContain('open hours')
  expect(await findSession(world.platform.db, fixed.id)).toMatchObject({ status: 'offered' })
  const nadia = await world.as(world.nadia)
  expect(String((await nadia.get(`/people/${world.tom.id}`)).body)).toContain('(on offer)')
})

test('a time that was withdrawn is not listed by the API, nor written again to a new address', async () => {
  const world = await aWorld({ policy: { horizon: 6 } })
  const session = await anOffer(settingOf(world), world.pairing)
  await tick(world.platform)
  const options = session.offer?.options ?? []
  const last = options.at(-1)?.start ?? 0
  world.now('2027-03-15T09:00Z')
  const closedDay = toWall('Europe/Paris', instant(last)).day
  const kept = options.filter(({ start }) => toWall('Europe/Paris', start).day !== closedDay)
  const by = asManager(world.nadia)
  const blackouts = [{ from: closedDay, to: closedDay, reason: 'Quarter end' }]
  have(await changeProgramme(world.platform, world.northwind.id, { policy: { blackouts } }, by))
  expect(kept.length).toBeGreaterThan(0)

  const nadia = await world.as(world.nadia)
  const { body } = await nadia.get(`/api/v1/offers/${session.offer?.id}`)
  expect(body).toMatchObject({
    status: 'open',
    options: kept.map(({ id }) => expect.objectContaining({ id })),
  })

  await nadia.patch(`/api/v1/people/${world.odile.id}`, { email: 'right@people.example' })
  const [row] = await storedLetters(world.platform, sql`dedupe_key LIKE 'corrected:%'`)
  expect(row?.letter).toMatchObject({ options: kept.map(({ id }) => expect.objectContaining({ id })) })
})

test('a mentor who narrows his hours reads which fixed dates lie outside, and nothing of the other side', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-23T13:00Z')
  world.now('2027-03-15T09:00Z')
  const mornings = hours({ weekly: weekly(WORKING_DAYS, '09:00', '12:00') })
  have(await setAvailability(world.platform, world.tom.id, mornings, { id: world.tom.id, door: 'mentor' }))
  const by = asManager(world.nadia)
  have(await changePerson(world.platform, world.bernard.id, { rules: { trips: [SINGAPORE] } }, by))

  const own = String((await (await world.as(world.tom)).get('/availability')).body)
  expect(own).toContain('Now outside your hours.')
  expect(own).not.toContain('trip')
  const nadia = await world.as(world.nadia)
  expect(String((await nadia.get(`/people/${world.tom.id}`)).body)).toContain(
    `/sessions/${session.id}#free-times`,
  )
  const page = String((await nadia.get(`/sessions/${session.id}`)).body)
  expect(page).toContain('Now outside Tom Leroy’s hours')
  expect(page).toContain('Claude Bernard is on a trip then')
})

test('a mentor moves: his hours go along by the wall clock, or by their instants where that is asked', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const person = `/api/v1/people/${world.tom.id}`
  expect((await nadia.patch(person, { zone: 'America/New_York' })).status).toBe(200)
  expect((await nadia.get(`${person}/availability`)).body).toMatchObject({
    zone: 'America/New_York',
    weekly: expect.arrayContaining([{ day: 1, from: '09:00', to: '17:00' }]),
  })
  const back = await nadia.patch(person, { zone: 'Europe/Paris', hours: 'instants' })
  expect(back.status).toBe(200)
  // On 15 March 2027 New York has summer time and Paris has not: five hours.
  expect((await nadia.get(`${person}/availability`)).body).toMatchObject({
    zone: 'Europe/Paris',
    weekly: expect.arrayContaining([{ day: 1, from: '14:00', to: '22:00' }]),
  })
  const lost = await nadia.patch(person, { hours: 'instants' })
  expect(lost).toMatchObject({ status: 422, body: { error: { fields: { hours: expect.any(String) } } } })
  const odd = await nadia.patch(person, { zone: 'UTC', hours: 'sun' })
  expect(odd).toMatchObject({ status: 422, body: { error: { fields: { hours: /wall-clock/ } } } })
})

test('hours that an earlier move left behind are taken along when that is asked', async () => {
  const world = await aWorld()
  const person = `/api/v1/people/${world.tom.id}`
  const nadia = await world.as(world.nadia)
  const left = hours({ zone: 'America/New_York' })
  have(await setAvailability(world.platform, world.tom.id, left, asManager(world.nadia)))
  await nadia.patch(person, { zone: 'Europe/Paris' })
  expect(await findAvailability(world.platform.db, world.tom.id)).toMatchObject({ zone: 'America/New_York' })
  await nadia.patch(person, { zone: 'Europe/Paris', hours: 'wall-clock' })
  expect(await findAvailability(world.platform.db, world.tom.id)).toMatchObject({ zone: 'Europe/Paris' })
})

test('a date outside the hours of somebody who moved is a line of its own; inside them nothing is said', async () => {
  const world = await aWorld()
  const early = await aFixedSession(settingOf(world), world.pairing, '2027-03-23T09:00Z')
  world.now('2027-03-15T09:00Z')
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.tom.id}`, { zone: 'America/New_York', hours: 'instants' })
  expect(await linesOf(world)).toEqual([])

  world.now('2027-03-15T10:00Z')
  await nadia.patch(`/api/v1/people/${world.tom.id}`, { zone: 'Asia/Singapore' })
  expect(await linesOf(world)).toEqual([
    expect.objectContaining({
      kind: 'zone-changed',
      sessionId: early.id,
      personId: world.tom.id,
      action: 'move',
    }),
  ])
  const today = String((await nadia.get('/today')).body)
  expect(today).toContain('Tom Leroy has moved')
})

test('the page asks what becomes of the hours, with both shown, and keeps what was typed', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const basics = {
    ...{ name: 'Tom Leroy-Martin', email: world.tom.email, zone: 'America/New_York', locale: 'en' },
    ...{ 'role-mentor': 'yes', unit: '', aliases: '', reportsTo: '' },
  }
  const asked = await submitted(nadia, `/people/${world.tom.id}`, basics)
  expect(asked.status).toBe(422)
  const page = String(asked.body)
  expect(page).toContain('The same hours by the clock there: Monday 09:00–17:00, New York time')
  expect(page).toContain('The same moments, at another hour there: Monday 04:00–12:00, New York time')
  expect(page).toContain('value="Tom Leroy-Martin"')
  expect(await findAvailability(world.platform.db, world.tom.id)).toMatchObject({ zone: 'Europe/Paris' })

  const saved = await submitted(nadia, `/people/${world.tom.id}`, { ...basics, hours: 'instants' })
  expect(saved.status).toBe(303)
  expect(await findAvailability(world.platform.db, world.tom.id)).toMatchObject({
    zone: 'America/New_York',
    weekly: expect.arrayContaining([{ day: 1, from: 240, to: 720 }]),
  })
  expect(String((await nadia.get(`/people/${world.tom.id}`)).body)).toContain('New York time')
  expect((await submitted(nadia, `/people/${world.tom.id}`, basics)).status).toBe(303)
})

test('nobody is asked about hours that the page does not show', async () => {
  const world = await aWorld()
  const { platform, odile, nadia } = world
  have(await setAvailability(platform, odile.id, hours({ zone: 'Europe/Paris' }), asManager(nadia)))
  const basics = { name: odile.name, email: odile.email, zone: 'America/New_York', 'role-assistant': 'yes' }
  const moved = await submitted(await world.as(nadia), `/people/${odile.id}`, basics)
  expect(moved.status).toBe(303)
  expect(await findAvailability(platform.db, odile.id)).toMatchObject({ zone: 'America/New_York' })
})

test('trips that overlap, and a notice longer than what can be booked, are refused at their fields', async () => {
  const world = await aWorld({ policy: { horizon: 10 } })
  const nadia = await world.as(world.nadia)
  const person = `/api/v1/people/${world.bernard.id}`
  const other = { zone: 'UTC', from: '2027-03-25', to: '2027-03-30' }
  const fieldsOf = (answer: { readonly body: unknown }) => Object(Object(answer.body).error).fields
  const overlapping = await nadia.patch(person, { rules: { trips: [SINGAPORE, other] } })
  expect(overlapping.status).toBe(422)
  expect(fieldsOf(overlapping)).toEqual({ 'rules.trips.1.from': expect.stringContaining('overlaps') })
  const travel = await nadia.patch(person, {
    rules: { trips: [{ ...other, from: '2027-03-26' }, SINGAPORE] },
  })
  expect(travel.status).toBe(200)

  const late = await nadia.patch(person, { rules: { notice: 241 } })
  expect([late.status, fieldsOf(late)]).toEqual([422, { 'rules.notice': expect.stringContaining('10 days') }])
  const programme = `/api/v1/programmes/${world.northwind.id}`
  const short = await nadia.patch(programme, { policy: { horizon: 1, notice: 25 } })
  expect([short.status, fieldsOf(short)]).toEqual([422, { 'policy.notice': expect.any(String) }])
  expect((await nadia.patch(programme, { policy: { horizon: 1 } })).status).toBe(200)
  const joined = {
    programmeId: world.northwind.id,
    roles: ['executive'],
    name: 'A B',
    email: 'a@b.example',
    zone: 'UTC',
  }
  expect((await nadia.post('/api/v1/people', { ...joined, rules: { notice: 25 } })).status).toBe(422)

  const rules = await submitted(nadia, `/people/${world.bernard.id}/rules`, {
    ...{ 'trip-0-zone': 'UTC', 'trip-0-from': '2027-03-25', 'trip-0-to': '2027-03-30' },
    ...{ 'trip-1-zone': 'UTC', 'trip-1-from': '2027-03-22', 'trip-1-to': '2027-03-26', 'rule-notice': '25' },
  })
  expect(rules.status).toBe(422)
  expect(String(rules.body)).toContain('id="trip-0-from-error"')
  expect(String(rules.body)).toContain('This is longer than the 1 days ahead')
})

async function linesOf({ as, nadia, northwind }: World): Promise<readonly unknown[]> {
  const { body } = await (await as(nadia)).get(`/api/v1/today?programme=${northwind.id}`)
  return Array.from<{ kind: string }>(Object(body).items).filter(({ kind }) => kind !== 'no-next-date')
}
