import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { recordCounter } from '../../worker/actions/record-counter.ts'
import { routes } from '../../worker/http/access.ts'
import { operations } from '../../worker/http/api/operations.ts'
import { link } from '../support/links.ts'
import { between } from '../support/times.ts'
import { textAt, told } from '../support/told.ts'
import { aFixedSession, anOffer, aPairing, aPersonIn, aWorld, settingOf } from '../support/world.ts'

test('a programme is opened by whoever will manage it, with the usual policy but for what is said', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)

  const made = told(
    'POST /api/v1/programmes',
    await nadia.post('/api/v1/programmes', { name: 'Tailspin reading', policy: { cadence: 14 } }),
  )
  expect(made).toMatchObject({
    name: 'Tailspin reading',
    shortName: 'Tailspin',
    policy: { cadence: 14, minutes: 30 },
  })

  const again = await nadia.get(`/api/v1/programmes/${textAt(made, 'id')}`)
  expect(told('GET /api/v1/programmes/:id', again)).toEqual(made)
  const all = told('GET /api/v1/programmes', await nadia.get('/api/v1/programmes'))
  expect(all).toMatchObject({ programmes: [{ name: 'Northwind leadership' }, { name: 'Tailspin reading' }] })
})

test('a change of a programme leaves the rest of its policy alone, also of two at a time', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}`

  await Promise.all([
    nadia.patch(path, { policy: { notice: 48 } }),
    nadia.patch(path, { policy: { buffers: { before: 5, after: 5 } } }),
    nadia.patch(path, { shortName: 'NW' }),
  ])
  const changed = told(
    'PATCH /api/v1/programmes/:id',
    await nadia.patch(path, { policy: { wording: 'plain' } }),
  )
  expect(changed).toMatchObject({
    name: 'Northwind leadership',
    shortName: 'NW',
    policy: { notice: 48, buffers: { before: 5, after: 5 }, wording: 'plain', cadence: 21 },
  })
})

test('somebody is added with all that is known of him, and found among the people', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = {
    programmeId: world.northwind.id,
    roles: ['executive'],
    name: 'Ines Sorel',
    email: ' Ines.Sorel@People.Example ',
    aliases: ['is@people.example'],
    zone: 'Asia/Singapore',
    locale: 'fr',
    unit: 'Finance',
    reportsTo: world.bernard.id,
    assistantIds: [world.odile.id],
    blockers: ['booked'],
    sessionMinutes: 25,
    rules: { travelBuffer: 15, never: [{ day: 1, from: '00:00', to: '10:00' }] },
  }

  const { programmeId: _, ...person } = wish
  const added = told('POST /api/v1/people', await nadia.post('/api/v1/people', wish))
  const people = told('GET /api/v1/people', await nadia.get(`/api/v1/people?programme=${world.northwind.id}`))
  expect(people).toMatchObject({
    people: expect.arrayContaining([
      {
        ...person,
        id: textAt(added, 'id'),
        email: 'ines.sorel@people.example',
        rules: { ...wish.rules, minutes: 25 },
      },
    ]),
  })
})

test('a known address joins the programme as the same human, and nothing of him changes', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const made = told('POST /api/v1/programmes', await nadia.post('/api/v1/programmes', { name: 'Tailspin' }))
  const wish = { programmeId: textAt(made, 'id'), roles: ['mentor'], name: 'Another name', zone: 'UTC' }

  const added = await nadia.post('/api/v1/people', { ...wish, email: world.bernard.email.toUpperCase() })
  expect(told('POST /api/v1/people', added)).toEqual({ id: world.bernard.id })
  const people = await nadia.get(`/api/v1/people?programme=${wish.programmeId}`)
  expect(people).toMatchObject({
    body: {
      people: expect.arrayContaining([
        expect.objectContaining({ name: 'Claude Bernard', roles: ['mentor'] }),
      ]),
    },
  })
})

test('a person is changed in what is named; a rule that is null goes back to the programme’s', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/people/${world.bernard.id}`

  await nadia.patch(path, { email: 'c.bernard@people.example', rules: { perDay: 2, notice: 48 } })
  const changed = told(
    'PATCH /api/v1/people/:id',
    await nadia.patch(path, { rules: { perDay: null }, sessionMinutes: 20 }),
  )
  expect(changed).toMatchObject({
    name: 'Claude Bernard',
    email: 'c.bernard@people.example',
    sessionMinutes: 20,
    rules: { notice: 48, minutes: 20 },
    assistantIds: [world.odile.id],
  })
  expect(changed).not.toHaveProperty('rules.perDay')
})

test('of many changes of one person at a time none is lost', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/people/${world.tom.id}`
  const rules = [{ perDay: 3 }, { perWeek: 7 }, { notice: 36 }]

  const changes = await Promise.all(rules.map((rule) => nadia.patch(path, { rules: rule })))
  const kept = rules.filter((_, index) => changes[index]?.status === 200)
  expect(kept.length).toBeGreaterThan(0)
  expect((await nadia.patch(path, {})).body).toMatchObject({ rules: Object.assign({}, ...kept) })
})

test('an assistant who is replaced opens nothing any more, and the new one answers', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const nobody = await world.as(null)
  const omar = await aPersonIn(settingOf(world), 'assistant', { name: 'Omar Diallo' })
  const old = await link(
    world.platform,
    'answer',
    await anOffer(settingOf(world), world.pairing),
    world.odile,
  )
  expect((await nobody.get(old)).status).toBe(200)

  const changed = await nadia.patch(`/api/v1/people/${world.bernard.id}`, { assistantIds: [omar.id] })
  expect(told('PATCH /api/v1/people/:id', changed)).toMatchObject({ assistantIds: [omar.id] })
  expect((await nobody.get(old)).status).toBeGreaterThanOrEqual(400)

  const mails = world.mails.length
  await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
  expect(world.mails.slice(mails).map(({ to }) => to)).toEqual([omar.email])
})

test('open hours are set as a whole, by the mentor himself or his manager, and times follow them', async () => {
  const world = await aWorld()
  const tom = await world.as(world.tom)
  const hours = {
    zone: 'Europe/Paris',
    weekly: [
      { day: 2, from: '09:00', to: '10:00' },
      { day: 2, from: '22:00', to: '24:00' },
    ],
    exceptions: [{ date: '2027-03-16' }, { date: '2027-03-23', from: '14:00', to: '15:00' }],
  }

  const set = await tom.put(`/api/v1/people/${world.tom.id}/availability`, hours)
  expect(told('PUT /api/v1/people/:id/availability', set)).toEqual(hours)
  const slots = await (
    await world.as(world.nadia)
  ).get(`/api/v1/pairings/${world.pairing.id}/slots?to=2027-03-31T00:00:00Z`)
  const times =
    JSON.stringify(told('GET /api/v1/pairings/:id/slots', slots)).match(/2027-03-\d\dT\d\d:\d\d/g) ?? []
  expect(new Set(times.map((time) => time.slice(0, 13)))).toEqual(
    new Set(['2027-03-23T13', '2027-03-23T14', '2027-03-30T07', '2027-03-30T08']),
  )
})

test('a pairing is proposed, says where it meets, and calls off what lies ahead when it ends', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const yann = await aPersonIn(settingOf(world), 'executive', { name: 'Yann Petit' })
  const wish = { mentorId: world.tom.id, executiveId: yann.id, kind: 'workshop' }

  const made = told('POST /api/v1/pairings', await nadia.post('/api/v1/pairings', wish))
  const path = `/api/v1/pairings/${textAt(made, 'id')}`
  expect(made).toMatchObject({ ...wish, programmeId: world.northwind.id, status: 'proposed', place: null })
  const place = { kind: 'room', room: '4.12' }
  expect(told('PATCH /api/v1/pairings/:id', await nadia.patch(path, { place }))).toMatchObject({
    place,
    status: 'proposed',
  })

  const booked = await nadia.post('/api/v1/sessions', {
    pairingId: textAt(made, 'id'),
    start: '2027-03-17T10:00:00Z',
  })
  expect(told('POST /api/v1/sessions', booked)).toMatchObject({ place: null })
  expect(told('PATCH /api/v1/pairings/:id', await nadia.patch(path, { status: 'ended' }))).toMatchObject({
    status: 'ended',
    place,
  })
  expect((await nadia.get(`/api/v1/sessions/${textAt(booked.body, 'id')}`)).body).toMatchObject({
    status: 'cancelled',
  })
  const all = await nadia.get(`/api/v1/pairings?programme=${world.northwind.id}`)
  expect(told('GET /api/v1/pairings', all)).toMatchObject({
    pairings: expect.arrayContaining([expect.objectContaining({ status: 'ended' })]),
  })
})

test('slots lie wholly within what is asked, are as long as asked, and can all be booked', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const asked = `/api/v1/pairings/${world.pairing.id}/slots?from=2027-03-18T09:00:00%2B01:00&to=2027-03-18T10:00:00Z&minutes=45`

  const slots = told('GET /api/v1/pairings/:id/slots', await nadia.get(asked))
  expect(
    JSON.stringify(slots)
      .match(/"start":"[^"]+/g)
      ?.toSorted(),
  ).toEqual(
    ['08:00', '08:15', '08:30', '08:45', '09:00', '09:15'].map((time) => `"start":"2027-03-18T${time}:00Z`),
  )
  const few = await nadia.get(`${asked}&limit=2`)
  expect(few).toMatchObject({ body: { slots: [expect.anything(), expect.anything()] } })
  const start = textAt(few.body, 'slots', 0, 'start')
  expect(
    (await nadia.post('/api/v1/sessions', { pairingId: world.pairing.id, start, minutes: 45 })).status,
  ).toBe(201)
})

test('an offer holds times, and the one picked is fixed for both', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)

  const offer = told(
    'POST /api/v1/offers',
    await nadia.post('/api/v1/offers', { pairingId: world.pairing.id, options: 2, minutes: 20 }),
  )
  const path = `/api/v1/sessions/${textAt(offer, 'sessionId')}`
  const open = told('GET /api/v1/sessions/:id', await nadia.get(path))
  expect(offer).toMatchObject({ options: [expect.anything(), expect.anything()] })
  expect(open).toMatchObject({
    ...{ status: 'offered', start: null, end: null, minutes: 20, invites: [] },
    ...{
      offerId: textAt(offer, 'id'),
      heldUntil: textAt(offer, 'heldUntil'),
      options: Object(offer).options,
    },
  })
  expect(world.mails.map(({ to }) => to)).toEqual([world.odile.email])

  const answer = `/api/v1/offers/${textAt(offer, 'id')}/answer`
  const fixed = told(
    'POST /api/v1/offers/:id/answer',
    await nadia.post(answer, { optionId: textAt(offer, 'options', 1, 'id') }),
  )
  expect(fixed).toMatchObject({
    status: 'fixed',
    start: textAt(offer, 'options', 1, 'start'),
    options: [],
    heldUntil: null,
    sequence: 0,
  })
  expect(
    world.mails
      .slice(1)
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual([world.bernard.email, world.tom.email].toSorted())
})

test('an offer is answered with none, with a day to ask again, or with a time of their own', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const offered = async () => {
    const offer = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
    return `/api/v1/offers/${textAt(offer.body, 'id')}/answer`
  }

  const none = told('POST /api/v1/offers/:id/answer', await nadia.post(await offered(), { none: true }))
  expect(none).toMatchObject({ status: 'offered', options: [], heldUntil: null })
  const later = told(
    'POST /api/v1/offers/:id/answer',
    await nadia.post(await offered(), { notBefore: '2027-03-20' }),
  )
  expect(later).toMatchObject({ status: 'offered', options: [] })
  const unusual = told(
    'POST /api/v1/offers/:id/answer',
    await nadia.post(await offered(), { start: '2027-03-17T19:00:00Z' }),
  )
  expect(unusual).toMatchObject({
    status: 'offered',
    proposals: [{ start: '2027-03-17T19:00:00Z', via: 'manager' }],
  })
  const own = told(
    'POST /api/v1/offers/:id/answer',
    await nadia.post(await offered(), { start: '2027-03-17T10:15:00+01:00' }),
  )
  expect(own).toMatchObject({ status: 'fixed', start: '2027-03-17T09:15:00Z' })
})

test('a session is booked, answered, moved, called off and reopened, and its history tells so', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const place = { kind: 'link', url: 'https://meet.people.example/4711' }
  const wish = { pairingId: world.pairing.id, start: '2027-03-17T10:00:00+01:00', minutes: 25, place }

  const booked = told('POST /api/v1/sessions', await nadia.post('/api/v1/sessions', wish))
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
    ...{ options: [], heldUntil: null, offerId: null, proposals: [] },
  })

  const answer = { personId: world.bernard.id, partstat: 'ACCEPTED' }
  const answered = told('POST /api/v1/sessions/:id/answers', await nadia.post(`${path}/answers`, answer))
  expect(answered).toMatchObject({
    invites: [{ ...answer, answeredBy: world.nadia.id, answeredVia: 'manager' }, invite],
  })
  const moved = told(
    'POST /api/v1/sessions/:id/time',
    await nadia.post(`${path}/time`, { start: '2027-03-18T09:00:00Z' }),
  )
  expect(moved).toMatchObject({
    start: '2027-03-18T09:00:00Z',
    end: '2027-03-18T09:25:00Z',
    sequence: 1,
    invites: [invite, invite],
  })
  const reopened = told(
    'POST /api/v1/sessions/:id/cancellation',
    await nadia.post(`${path}/cancellation`, { reopen: true }),
  )
  expect(reopened).toMatchObject({ status: 'offered', start: null, end: null, invites: [] })
  const cancelled = told('POST /api/v1/sessions/:id/cancellation', await nadia.post(`${path}/cancellation`))
  expect(cancelled).toMatchObject({ status: 'cancelled' })

  const history = told('GET /api/v1/sessions/:id/history', await nadia.get(`${path}/history`))
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
  const refused = told(
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
  const accepted = told(
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

  const logged = told(
    'POST /api/v1/sessions/:id/outcome',
    await tom.post(`/api/v1/sessions/${id}/outcome`, outcome),
  )
  expect(logged).toMatchObject({ status: 'happened', start: '2027-03-17T09:00:00Z' })
  const row = await env.DB.prepare('SELECT result, benefit, needs_manager FROM outcomes').first()
  expect(row).toEqual({ result: 'happened', benefit: 'align', needs_manager: 1 })
  const sessions = told('GET /api/v1/sessions', await (await world.as(world.nadia)).get('/api/v1/sessions'))
  expect(sessions).toMatchObject({
    sessions: expect.arrayContaining([expect.objectContaining({ status: 'offered' })]),
  })
})

test('a list of sessions has those that touch the window, and those still on offer', async () => {
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
    const listed = JSON.stringify(told('GET /api/v1/sessions', answer)).matchAll(/"id":"(ses_\w+)"/g)
    return Array.from(listed, ([, id]) => id).toSorted()
  }

  expect(await idsOf('')).toEqual([fixed.id, next.id, offered.id].toSorted())
  expect(await idsOf('&from=2027-03-17T09:29:00Z&to=2027-03-18T00:00:00Z')).toEqual(
    [fixed.id, offered.id].toSorted(),
  )
  expect(await idsOf('&from=2027-03-17T09:30:00Z&to=2027-03-24T09:00:00Z')).toEqual([offered.id])
})

test('openapi.json describes every route of the API, with what it reads and answers', async () => {
  const world = await aWorld()
  const { body } = await (await world.as(null)).get('/api/v1/openapi.json')
  const api = routes
    .filter(({ path }) => path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method} ${path}`)

  expect(body).toMatchObject({ openapi: '3.1.0', info: { title: 'Sotto' } })
  expect(Object.keys(operations).toSorted()).toEqual(api.toSorted())
  expect(body).toHaveProperty(
    [
      'paths',
      '/api/v1/sessions/{id}/time',
      'post',
      'requestBody',
      'content',
      'application/json',
      'schema',
      'required',
    ],
    ['start'],
  )
  expect(body).toHaveProperty(['paths', '/api/v1/sessions/{id}/time', 'post', 'parameters', 0, 'name'], 'id')
  expect(body).toHaveProperty(['paths', '/api/v1/pairings/{id}/slots', 'get', 'parameters', 1], {
    name: 'from',
    in: 'query',
    required: false,
    schema: { type: 'string', format: 'date-time' },
  })
  expect(body).toHaveProperty([
    'paths',
    '/api/v1/offers',
    'post',
    'responses',
    '201',
    'content',
    'application/json',
    'schema',
    'properties',
    'heldUntil',
  ])
})
