import { expect, test } from 'vitest'

import { aFixedSession, anOffer, aPairing, aPersonIn, aWorld, settingOf } from '../../support/world.ts'

const world = await aWorld()
const nadia = await world.as(world.nadia)
const here = settingOf(world)
const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
const { id: sessionId } = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
const { offer } = await anOffer(here, await aPairing(here, world.tom, yann))

/** Valid requests; each row below changes one field. */
const right: Readonly<Record<string, { readonly path: string; readonly body: object }>> = {
  programme: { path: '/api/v1/programmes', body: { name: 'Tailspin' } },
  person: {
    path: '/api/v1/people',
    body: {
      programmeId: world.northwind.id,
      roles: ['mentor'],
      name: 'Xenia',
      email: 'x@people.example',
      zone: 'UTC',
    },
  },
  hours: {
    path: `/api/v1/people/${world.tom.id}/availability`,
    body: { zone: 'Europe/Paris', weekly: [{ day: 1, from: '09:00', to: '12:00' }], exceptions: [] },
  },
  pairing: {
    path: '/api/v1/pairings',
    body: { mentorId: world.tom.id, executiveId: yann.id, kind: 'mentoring' },
  },
  offer: { path: '/api/v1/offers', body: { pairingId: world.pairing.id } },
  answer: { path: `/api/v1/offers/${offer?.id}/answer`, body: {} },
  booking: { path: '/api/v1/sessions', body: { pairingId: world.pairing.id, start: '2027-03-18T09:00:00Z' } },
  move: { path: `/api/v1/sessions/${sessionId}/time`, body: { start: '2027-03-18T09:00:00Z' } },
  reply: {
    path: `/api/v1/sessions/${sessionId}/answers`,
    body: { personId: world.tom.id, partstat: 'ACCEPTED' },
  },
  outcome: { path: `/api/v1/sessions/${sessionId}/outcome`, body: { result: 'happened' } },
}

const window = { day: 1, from: '09:00', to: '12:00' }
const long = (length: number) => 'x'.repeat(length)

/** The request, the changed field, the field of the error, and its sentence. */
const wrong: readonly (readonly [of: string, otherwise: object, field: string, says: RegExp])[] = [
  ['programme', { name: ' ' }, 'name', /needed/],
  ['programme', { name: undefined }, 'name', /needed/],
  ['programme', { name: 7 }, 'name', /as text/],
  ['programme', { name: long(201) }, 'name', /200 characters/],
  ['programme', { name: 'a\u0000b' }, 'name', /Control characters/],
  ['programme', { name: 'a\r\nBcc: b@people.example' }, 'name', /Control characters/],
  ['programme', { name: 'a\ud800' }, 'name', /Control characters/],
  ['programme', { id: 'prg_short' }, 'id', /128 random bits/],
  ['programme', { policy: { cadence: 0 } }, 'policy.cadence', /from 1 to 365/],
  ['programme', { policy: { minutes: 7.5 } }, 'policy.minutes', /whole number/],
  ['programme', { policy: { buffers: 5 } }, 'policy.buffers', /before and after/],
  ['programme', { policy: { counters: 'always' } }, 'policy.counters', /ask, accept/],
  ['programme', { policy: { autopilot: 'yes' } }, 'policy.autopilot', /true or false/],
  [
    'programme',
    { policy: { blackouts: [{ from: '2027-03-20', to: '2027-03-19', reason: 'r' }] } },
    'policy.blackouts.0.to',
    /before the first/,
  ],
  [
    'programme',
    { policy: { blackouts: [{ from: '2027-02-29', to: '2027-03-19', reason: 'r' }] } },
    'policy.blackouts.0.from',
    /A day is needed/,
  ],
  ['programme', { policy: { forbiddenWords: 'merger' } }, 'policy.forbiddenWords', /list/],

  ['person', { zone: 'Europe/Pariis' }, 'zone', /IANA name/],
  ['person', { zone: '+01:00' }, 'zone', /IANA name/],
  ['person', { email: 'x.people.example' }, 'email', /not a mail address/],
  ['person', { email: 'x@localhost' }, 'email', /not a mail address/],
  ['person', { email: 'a@b.example, c@d.example' }, 'email', /not a mail address/],
  ['person', { email: `${long(65)}@people.example` }, 'email', /not a mail address/],
  ['person', { aliases: ['x@people.example', 'y@'] }, 'aliases.1', /not a mail address/],
  ['person', { roles: ['mentor', 'boss'] }, 'roles.1', /manager, mentor, executive, assistant, sponsor/],
  ['person', { roles: ['owner'] }, 'roles.0', /One of these/],
  ['person', { roles: [] }, 'roles', /At least one role/],
  ['person', { locale: 'de' }, 'locale', /en, fr/],
  ['person', { blockers: ['lazy'] }, 'blockers.0', /booked/],
  ['person', { sessionMinutes: 4 }, 'sessionMinutes', /from 5 to 480/],
  [
    'person',
    { rules: { trips: [{ zone: 'Mars/Base', from: '2027-03-20', to: '2027-03-21' }] } },
    'rules.trips.0.zone',
    /IANA name/,
  ],
  ['person', { rules: { never: [{ ...window, to: '08:00' }] } }, 'rules.never.0.to', /after the start/],

  ['hours', { weekly: [{ ...window, to: '09:00' }] }, 'weekly.0.to', /after the start/],
  [
    'hours',
    { weekly: [window, { ...window, from: '22:00', to: '02:00' }] },
    'weekly.1.to',
    /passes midnight/,
  ],
  ['hours', { weekly: [{ ...window, from: '9:00' }] }, 'weekly.0.from', /such as 09:00/],
  ['hours', { weekly: [{ ...window, to: '24:01' }] }, 'weekly.0.to', /24:00/],
  ['hours', { weekly: [{ ...window, day: 0 }] }, 'weekly.0.day', /from 1 to 7/],
  ['hours', { weekly: undefined }, 'weekly', /list/],
  ['hours', { exceptions: [{ date: '2027-13-01' }] }, 'exceptions.0.date', /A day is needed/],
  ['hours', { exceptions: [{ date: '2027-03-01', from: '09:00' }] }, 'exceptions.0.to', /both times/],
  [
    'hours',
    { exceptions: [{ date: '2027-03-01', from: '09:00', to: '08:00' }] },
    'exceptions.0.to',
    /after the start/,
  ],
  ['hours', { zone: undefined }, 'zone', /IANA name/],

  ['pairing', { kind: 'coaching' }, 'kind', /reverse-mentoring/],
  ['pairing', { mentorId: 7 }, 'mentorId', /per_/],
  ['pairing', { place: { kind: 'pub' } }, 'place.kind', /room, a phone number or a link/],
  ['pairing', { place: { kind: 'link', url: 'http://meet.people.example/1' } }, 'place.url', /https/],
  ['pairing', { place: { kind: 'link', url: 'javascript:alert(1)' } }, 'place.url', /https/],
  ['pairing', { place: { kind: 'link', url: 'https://user@evil.example/' } }, 'place.url', /https/],
  ['pairing', { place: { kind: 'phone', number: 'call me' } }, 'place.number', /number to call/],

  ['offer', { options: 6 }, 'options', /from 1 to 5/],
  ['offer', { minutes: 'thirty' }, 'minutes', /from 5 to 480/],
  ['offer', { id: 'ses_00000000000000000000000000' }, 'id', /off_/],

  ['answer', { notBefore: '2027-03-14' }, 'notBefore', /passed/],
  ['answer', { notBefore: 'soon' }, 'notBefore', /A day is needed/],
  ['answer', { start: 'Thursday' }, 'start', /A moment is needed/],
  ['answer', { none: false }, 'none', /true/],

  ['booking', { start: '2027-03-18T09:00:00' }, 'start', /with Z or an offset/],
  ['booking', { start: '2027-02-30T09:00:00Z' }, 'start', /A moment is needed/],
  ['booking', { start: '9999-03-18T09:00:00Z' }, 'start', /in this century/],
  ['booking', { start: 1_805_000_000_000 }, 'start', /A moment is needed/],
  ['booking', { start: undefined }, 'start', /A moment is needed/],
  ['booking', { minutes: 481 }, 'minutes', /from 5 to 480/],
  ['booking', { id: 'ses_../../etc' }, 'id', /ses_/],
  ['booking', { reason: '' }, 'reason', /needed/],

  ['move', { start: null }, 'start', /A moment is needed/],
  ['reply', { partstat: 'accepted' }, 'partstat', /ACCEPTED/],
  ['outcome', { result: 'great' }, 'result', /cut-short/],
  ['outcome', { commitment: long(141) }, 'commitment', /140 characters/],
  ['outcome', { lastDone: 'maybe' }, 'lastDone', /partly/],
  ['outcome', { needsManager: 1 }, 'needsManager', /true or false/],
]

test.each(wrong.map(([of, otherwise, field, says]) => ({ of, otherwise, field, says })))(
  'a wrong $of has its error at $field: $says',
  async ({ of, otherwise, field, says }) => {
    const { path = '', body } = right[of] ?? {}
    const sent = JSON.stringify({ ...body, ...otherwise })
    const method = of === 'hours' ? 'PUT' : 'POST'
    const answer = await nadia.ask(path, {
      method,
      body: sent,
      headers: { 'Content-Type': 'application/json' },
    })

    expect({ status: answer.status, body: answer.body }).toEqual({
      status: 422,
      body: {
        error: {
          code: 'invalid',
          message: expect.stringMatching(/\w{3,} .*\.$/),
          fields: { [field]: expect.stringMatching(says) },
        },
      },
    })
  },
)

test('all errors are reported at once', async () => {
  const answer = await nadia.post('/api/v1/people', {
    roles: ['boss'],
    name: '',
    email: 'x',
    zone: 'Nowhere',
  })
  const fields = Object(answer.body).error.fields
  expect(Object.keys(fields).toSorted()).toEqual(['email', 'name', 'programmeId', 'roles.0', 'zone'])
})

test.each(['{', '{"name":}', '\u0000', 'name=Tailspin', '{"name":"a"}{"name":"b"}'])(
  '%j is no JSON, and answered with 400',
  async (text) => {
    const answer = await nadia.ask('/api/v1/programmes', {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'application/json' },
    })
    expect({ status: answer.status, body: answer.body }).toEqual({
      status: 400,
      body: { error: { code: 'malformed', message: 'This could not be read as JSON.' } },
    })
  },
)

test.each(['null', '[]', '"text"', '7'])(
  '%s is no object, and the error is about the whole body',
  async (text) => {
    const answer = await nadia.ask('/api/v1/programmes', {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'application/json' },
    })
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { code: 'invalid', message: 'A JSON object is needed.', fields: {} } },
    })
  },
)

test('an answer to an offer is one of four', async () => {
  const path = right['answer']?.path ?? ''
  for (const body of [{}, { none: true, notBefore: '2027-03-20' }])
    expect(await nadia.post(path, body)).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringMatching(/Exactly one/) } },
    })
})

test.each([
  ['from=yesterday', 'from', /A moment is needed/],
  ['from=2027-03-18T09:00:00Z&to=2027-03-18T08:00:00Z', 'to', /before the start/],
  ['minutes=x', 'minutes', /from 5 to 480/],
  ['minutes=1000000000000', 'minutes', /from 5 to 480/],
  ['limit=0', 'limit', /from 1 to 2000/],
])('a query with %s has its error at %s', async (query, field, says) => {
  const answer = await nadia.get(`/api/v1/pairings/${world.pairing.id}/slots?${query}`)
  expect(answer).toMatchObject({
    status: 422,
    body: { error: { code: 'invalid', fields: { [field]: expect.stringMatching(says) } } },
  })
})

test('a plus sign that nobody escaped in a query still means east of Greenwich', async () => {
  const answer = await nadia.get(
    `/api/v1/pairings/${world.pairing.id}/slots?from=2027-03-30T10:00:00+02:00&to=2027-03-30T11:00:00+02:00`,
  )
  expect(answer).toMatchObject({
    status: 200,
    body: { slots: expect.arrayContaining([{ start: '2027-03-30T08:00:00Z', end: '2027-03-30T08:30:00Z' }]) },
  })
})

test('the API refuses a form body', async () => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const answer = await nadia.ask('/api/v1/programmes', { method: 'POST', body: 'name=Tailspin', headers })
  expect(answer).toMatchObject({ status: 415, body: { error: { code: 'content-type' } } })
})

test('a body of more than a megabyte is not read', async () => {
  const answer = await nadia.post('/api/v1/programmes', { name: long(1_000_001) })
  expect(answer).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } })
})

test('none of these requests wrote anything', async () => {
  const programmes = await nadia.get('/api/v1/programmes')
  expect(programmes.body).toMatchObject({ programmes: [{ name: 'Northwind leadership' }] })
  const sessions = await nadia.get(`/api/v1/sessions/${sessionId}`)
  expect(sessions.body).toMatchObject({ status: 'fixed', start: '2027-03-17T09:00:00Z', sequence: 0 })
})
