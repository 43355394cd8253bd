import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { recordCounter } from '../../../worker/actions/session/counter.ts'
import { iso } from '../../../worker/domain/time/time.ts'
import { textAt, describedBody } from '../../support/response-shapes.ts'
import { between } from '../../support/times.ts'
import { aFixedSession, anOffer, aPairing, aPersonIn, aWorld, settingOf } from '../../support/world.ts'

test('a session is booked, answered, moved, called off and reopened, and its history tells so', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const place = { kind: 'link', url: 'https://meet.people.example/4711' }
  const wish = { pairingId: world.pairing.id, start: '2027-03-17T10:00:00+01:00', minutes: 25, place }

  const booked = describedBody('POST /api/v1/sessions', await nadia.post('/api/v1/sessions', wish))
  const path = `/api/v1/sessions/${textAt(booked, 'id')}`
  const invite = { partstat: 'NEEDS-ACTION', answeredBy: null, answeredVia: null }
  expect(booked).toEqual({
    id: textAt(booked, 'id'),
    pairingId: world.pairing.id,
    programmeId: world.northwind.id,
    mentorId: world.tom.id,
    executiveId: world.bernard.id,
    status: 'fixed',
    start: '2027-03-17T09:00:00Z',
    end: '2027-03-17T09:25:00Z',
    zone: 'Europe/Paris',
    minutes: 25,
    place,
    sequence: 0,
    bumps: 0,
    invites: [
      { personId: world.bernard.id, ...invite },
      { personId: world.tom.id, ...invite },
    ],
    ...{ options: [], heldUntil: null, offerId: null, proposals: [], formatId: null },
    hasQuestion: false,
  })

  const answer = { personId: world.bernard.id, partstat: 'ACCEPTED' }
  const answered = describedBody(
    'POST /api/v1/sessions/:id/answers',
    await nadia.post(`${path}/answers`, answer),
  )
  expect(answered).toMatchObject({
    invites: [{ ...answer, answeredBy: world.nadia.id, answeredVia: 'manager' }, invite],
  })
  const moved = describedBody(
    'POST /api/v1/sessions/:id/time',
    await nadia.post(`${path}/time`, { start: '2027-03-18T09:00:00Z' }),
  )
  expect(moved).toMatchObject({
    start: '2027-03-18T09:00:00Z',
    end: '2027-03-18T09:25:00Z',
    sequence: 1,
    invites: [invite, invite],
  })
  const reopened = describedBody(
    'POST /api/v1/sessions/:id/cancellation',
    await nadia.post(`${path}/cancellation`, { reopen: true }),
  )
  expect(reopened).toMatchObject({ status: 'offered', start: null, end: null, invites: [] })
  const cancelled = describedBody(
    'POST /api/v1/sessions/:id/cancellation',
    await nadia.post(`${path}/cancellation`),
  )
  expect(cancelled).toMatchObject({ status: 'cancelled' })

  const history = describedBody('GET /api/v1/sessions/:id/history', await nadia.get(`${path}/history`))
  expect(history).toMatchObject({
    history: [
      { version: 5, code: 'cancelled' },
      { version: 4, code: 'reopened' },
      { version: 3, code: 'moved', detail: { start: '2027-03-18T09:00:00Z' } },
      { version: 2, code: 'answered', detail: { person: world.bernard.id, partstat: 'ACCEPTED' } },
      { version: 1, code: 'booked', actorId: world.nadia.id, door: 'manager', at: '2027-03-15T08:00:00Z' },
    ],
  })
})

test('a proposed time is taken up or refused by the manager', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const path = `/api/v1/sessions/${id}`
  const propose = (start: string, end: string) => {
    const by = { id: world.bernard.id, door: 'calendar' } as const
    return recordCounter(world.platform, id, { time: between(start, end), personId: by.id, by })
  }

  await propose('2027-03-17T10:00Z', '2027-03-17T10:30Z')
  const before = await nadia.get(path)
  expect(before).toMatchObject({
    body: { proposals: [{ start: '2027-03-17T10:00:00Z', personId: world.bernard.id, via: 'calendar' }] },
  })
  const counters = `${path}/counters/${textAt(before.body, 'proposals', 0, 'id')}`
  const refused = describedBody(
    'POST /api/v1/sessions/:id/counters/:counterId/refusal',
    await nadia.post(`${counters}/refusal`),
  )
  expect(refused).toMatchObject({ start: '2027-03-17T09:00:00Z', proposals: [] })

  await propose('2027-03-17T19:00Z', '2027-03-17T19:30Z')
  const late = `${path}/counters/${textAt((await nadia.get(path)).body, 'proposals', 0, 'id')}/acceptance`
  expect(await nadia.post(late)).toMatchObject({
    status: 409,
    body: { error: { code: 'outside-availability' } },
  })
  const accepted = describedBody(
    'POST /api/v1/sessions/:id/counters/:counterId/acceptance',
    await nadia.post(late, { reason: 'Both agreed.' }),
  )
  expect(accepted).toMatchObject({ start: '2027-03-17T19:00:00Z', sequence: 1, proposals: [] })
})

test('what took place is logged by the mentor, and the next round opens', async () => {
  const world = await aWorld()
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  world.now('2027-03-17T09:40Z')
  const tom = await world.as(world.tom)
  const outcome = {
    result: 'happened',
    commitment: 'Read one thread a day.',
    lastDone: 'yes',
    benefit: 'align',
    needsManager: true,
  }

  const logged = describedBody(
    'POST /api/v1/sessions/:id/outcome',
    await tom.post(`/api/v1/sessions/${id}/outcome`, outcome),
  )
  expect(logged).toMatchObject({ status: 'happened', start: '2027-03-17T09:00:00Z' })
  const row = await env.DB.prepare('SELECT result, benefit, needs_manager FROM outcomes').first()
  expect(row).toEqual({ result: 'happened', benefit: 'align', needs_manager: 1 })
  const sessions = describedBody(
    'GET /api/v1/sessions',
    await (await world.as(world.nadia)).get('/api/v1/sessions'),
  )
  expect(sessions).toMatchObject({
    sessions: expect.arrayContaining([expect.objectContaining({ status: 'offered' })]),
  })
})

test('a list of sessions has those that touch the window, and those with a held time in it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const here = settingOf(world)
  const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
  const zoe = await aPersonIn(here, 'executive', { name: 'Zoe Fabre' })
  const fixed = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
  const next = await aFixedSession(here, await aPairing(here, world.tom, zoe), '2027-03-24T09:00Z')
  const offered = await anOffer(here, await aPairing(here, world.tom, yann))
  const idsOf = async (window: string) => {
    const answer = await nadia.get(`/api/v1/sessions?programme=${world.northwind.id}${window}`)
    const listed = JSON.stringify(describedBody('GET /api/v1/sessions', answer)).matchAll(/"id":"(ses_\w+)"/g)
    return Array.from(listed, ([, id]) => id).toSorted()
  }

  expect(await idsOf('')).toEqual([fixed.id, next.id, offered.id].toSorted())
  expect(await idsOf('&from=2027-03-17T09:29:00Z&to=2027-03-19T00:00:00Z')).toEqual(
    [fixed.id, offered.id].toSorted(),
  )
  expect(await idsOf('&from=2027-03-17T09:30:00Z&to=2027-03-24T09:00:00Z')).toEqual([offered.id])

  const [first] = (offered.offer?.options ?? []).map(({ start, end }) => ({
    start: iso(start),
    end: iso(end),
  }))
  expect(await idsOf(`&to=${first?.start}`)).not.toContain(offered.id)
  expect(await idsOf(`&from=${first?.start}&to=${first?.end}`)).toContain(offered.id)
  expect(await idsOf('&from=2027-06-01T00:00:00Z&to=2027-07-01T00:00:00Z')).toEqual([])
})

test('a round with nothing held yet is listed where the window is open now, and nowhere else', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  describedBody(
    'POST /api/v1/sessions/:id/cancellation',
    await nadia.post(`/api/v1/sessions/${id}/cancellation`, { reopen: true }),
  )
  const listed = async (window: string) =>
    JSON.stringify((await nadia.get(`/api/v1/sessions?${window}`)).body).includes(id)

  expect(await listed('from=2027-03-15T00:00:00Z&to=2027-03-16T00:00:00Z')).toBe(true)
  expect(await listed('from=2027-03-16T00:00:00Z&to=2027-04-16T00:00:00Z')).toBe(false)
  expect(await listed('from=2027-03-01T00:00:00Z&to=2027-03-15T08:00:00Z')).toBe(false)
})
