import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { reasons as reasonRows } from '../../../schema/index.ts'
import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { runCron } from '../../../worker/jobs/jobs.ts'
import { openReason } from '../../../worker/storage/session/reason.ts'
import { aFile, brought, judged } from '../../support/imports.ts'
import { aPersonIn, asManager, aWorld, have, settingOf, type World } from '../../support/world.ts'

const REASON = 'It is the name of our building.'
const ROOM = { kind: 'room', room: 'Salle de formation' } as const

type Door = {
  readonly method: 'POST' | 'PATCH'
  readonly path: (world: World) => string
  readonly body: (world: World) => Promise<object> | object
  readonly field: string
  readonly word: string
}

/** Every door at which somebody types a text that others read. */
const DOORS: Readonly<Record<string, Door>> = {
  'a new programme': {
    method: 'POST',
    path: () => '/programmes',
    body: () => ({ name: 'Northwind', shortName: 'Cap Formation' }),
    ...{ field: 'shortName', word: 'Formation' },
  },
  'a programme': {
    method: 'PATCH',
    path: ({ northwind }) => `/programmes/${northwind.id}`,
    body: () => ({ shortName: 'Cap Formation', policy: { allowedWords: [] } }),
    ...{ field: 'shortName', word: 'Formation' },
  },
  'what a programme lets through': {
    method: 'PATCH',
    path: ({ northwind }) => `/programmes/${northwind.id}`,
    body: () => ({ policy: { allowedWords: ['Formation'] } }),
    ...{ field: 'policy.allowedWords', word: 'Formation' },
  },
  'what a new programme lets through': {
    method: 'POST',
    path: () => '/programmes',
    body: () => ({ name: 'Northwind', policy: { allowedWords: ['formation'] } }),
    ...{ field: 'policy.allowedWords', word: 'formation' },
  },
  'somebody new': {
    method: 'POST',
    path: () => '/people',
    body: ({ northwind }) => ({
      ...{ programmeId: northwind.id, roles: ['executive'], name: 'Ana Silva', zone: 'Europe/Paris' },
      ...{ email: 'a.silva@people.example', shortName: 'Ana (formation)' },
    }),
    ...{ field: 'shortName', word: 'formation' },
  },
  'a person': {
    method: 'PATCH',
    path: ({ bernard }) => `/people/${bernard.id}`,
    body: () => ({ rules: { wording: 'Formation {name}' } }),
    ...{ field: 'rules.wording', word: 'Formation' },
  },
  'a new pairing': {
    method: 'POST',
    path: () => '/pairings',
    body: async (world) => {
      const mia = await aPersonIn(settingOf(world), 'mentor', { name: 'Mia Rossi' })
      return { mentorId: mia.id, executiveId: world.bernard.id, kind: 'mentoring', place: ROOM }
    },
    ...{ field: 'place', word: 'formation' },
  },
  'a pairing': {
    method: 'PATCH',
    path: ({ pairing }) => `/pairings/${pairing.id}`,
    body: () => ({ place: ROOM }),
    ...{ field: 'place', word: 'formation' },
  },
  'a booking': {
    method: 'POST',
    path: () => '/sessions',
    body: ({ pairing }) => ({ pairingId: pairing.id, start: '2027-03-23T09:00Z', place: ROOM }),
    ...{ field: 'place', word: 'formation' },
  },
  'the first words of an offer': {
    method: 'POST',
    path: () => '/offers',
    body: async ({ platform, nadia, pairing }) => {
      have(await changePairing(platform, pairing.id, { status: 'proposed' }, asManager(nadia)))
      return { pairingId: pairing.id, words: 'Your formation.' }
    },
    ...{ field: 'words', word: 'formation' },
  },
  'a link to the figures': {
    method: 'POST',
    path: ({ northwind }) => `/programmes/${northwind.id}/report/links`,
    body: () => ({ label: 'Head of formation', locale: 'en', address: 'ida@board.example' }),
    ...{ field: 'label', word: 'formation' },
  },
  'a new format': {
    method: 'POST',
    path: ({ northwind }) => `/programmes/${northwind.id}/formats`,
    body: () => ({ name: 'A walk', prompts: ['What?'], outwardTitle: 'Formation' }),
    ...{ field: 'outwardTitle', word: 'Formation' },
  },
}

for (const [door, { method, path, body, field, word }] of Object.entries(DOORS))
  test(`a word in ${door} is refused with its field, and saved for a reason that is kept`, async () => {
    const world = await aWorld()
    const nadia = await world.as(world.nadia)
    const sent = await body(world)
    const send = (more: object) => nadia.ask(`/api/v1${path(world)}`, asJson(method, { ...sent, ...more }))
    const before = await send({})
    expect(before).toMatchObject({
      status: 409,
      body: { error: { code: 'outward-words', fields: { [field]: word } } },
    })
    expect(await reasons(world)).toEqual([])
    expect((await send({ reason: REASON })).status).toBeLessThan(300)
    expect(await reasons(world)).toEqual([REASON])
    expect(await deeds()).toEqual([{ fields: field }])
    expect(await allowed()).toEqual(['formation'])
  })

test('the place of a session is refused with its word, and set for a reason', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { pairingId: world.pairing.id, start: '2027-03-23T09:00Z' }
  const { body } = await nadia.post('/api/v1/sessions', wish)
  const path = `/api/v1/sessions/${Object(body).id}/place`
  expect(await nadia.post(path, { place: ROOM })).toMatchObject({
    status: 409,
    body: { error: { fields: { place: 'formation' } } },
  })
  expect(await nadia.post(path, { place: ROOM, reason: REASON })).toMatchObject({ body: { place: ROOM } })
})

test('what is refused for another rule allows no word', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const past = { pairingId: world.pairing.id, start: '2027-03-01T09:00Z', place: ROOM, reason: REASON }
  expect((await nadia.post('/api/v1/sessions', past)).status).toBe(409)
  const { mentorId, executiveId } = world.pairing
  const again = { mentorId, executiveId, kind: 'mentoring', place: ROOM, reason: REASON }
  expect(await nadia.post('/api/v1/pairings', again)).toMatchObject({
    body: { error: { code: 'already-paired' } },
  })
  expect(await allowed()).toEqual([])
})

test('a format that is refused for its link, or out of reach, allows no word; two words go at one press', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}/formats`
  const telling = { name: 'A walk', outwardTitle: 'Formation', carryOn: ['A lesson'], reason: REASON }
  for (const wrong of [{ link: 'http://files.example/' }, { after: ['fmt_none'] }])
    expect((await nadia.post(path, { ...telling, ...wrong })).status).toBe(409)
  expect(await allowed()).toEqual([])
  expect(await nadia.post(path, telling)).toMatchObject({ status: 201, body: { outwardTitle: 'Formation' } })
  expect(await allowed()).toEqual(['formation', 'lesson'])
})

test('what stands in a format already is not asked about again when something else of it changes', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}`
  const made = await nadia.post(`${path}/formats`, {
    name: 'A walk',
    outwardTitle: 'Petunia',
    carryOn: ['Petunia'],
  })
  await nadia.patch(path, { policy: { forbiddenWords: ['petunia'] } })
  const format = `/api/v1/formats/${Object(made.body).id}`
  expect((await nadia.patch(format, { minutes: 20 })).status).toBe(200)
  expect((await nadia.patch(format, { outwardTitle: 'The petunia' })).status).toBe(409)
  expect((await nadia.patch(format, { carryOn: ['Petunia', 'A petunia'] })).status).toBe(409)
  expect((await nadia.patch(format, { name: 'Petunia' })).status).toBe(409)
  expect((await nadia.patch(format, { archived: true })).status).toBe(200)
})

test('who is called Coach is called so: the short name that is made of the name asks for no reason', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/people/${world.bernard.id}`
  expect((await nadia.patch(path, { name: 'Anna Coach', shortName: 'A. Coach' })).status).toBe(200)
  expect((await nadia.patch(path, { shortName: 'My coach' })).status).toBe(409)
})

test('a hidden name in the first words of an offer has no reason that makes it right', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { blockers: ['handled'] })
  have(await changePairing(world.platform, world.pairing.id, { status: 'proposed' }, asManager(world.nadia)))
  const words = 'Tom Leroy asks for your coaching.'
  const offer = { pairingId: world.pairing.id, words, reason: REASON }
  expect(await nadia.post('/api/v1/offers', offer)).toMatchObject({
    status: 409,
    body: { error: { code: 'words-not-neutral' } },
  })
  expect(await allowed()).toEqual([])
})

test('a place that names a mentor who is hidden has no reason that makes it right, in a file neither', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const pairing = `/api/v1/pairings/${world.pairing.id}`
  const place = { kind: 'room', room: 'Office of T. Leroy' }
  expect((await nadia.patch(pairing, { place })).status).toBe(200)
  await nadia.patch(pairing, { place: null })

  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { blockers: ['handled'] })
  const refused = { status: 409, body: { error: { code: 'words-not-neutral' } } }
  expect(await nadia.patch(pairing, { place, reason: REASON })).toMatchObject(refused)
  const link = { kind: 'link', url: 'https://meet.example/tom.leroy' }
  const wish = { pairingId: world.pairing.id, start: '2027-03-23T09:00Z', reason: REASON }
  expect(await nadia.post('/api/v1/sessions', { ...wish, place: link })).toMatchObject(refused)
  const { body } = await nadia.post('/api/v1/sessions', wish)
  const path = `/api/v1/sessions/${Object(body).id}/place`
  expect(await nadia.post(path, { place, reason: REASON })).toMatchObject(refused)
  const file = `mentor,executive,place\n${world.tom.email},${world.bernard.email},Office of T. Leroy`
  const [line] = (await judged(world, await brought(world, aFile('pairings', file)))).files[0]?.lines ?? []
  expect(line?.errors.map(({ field }) => field)).toEqual(['place'])
  expect(await allowed()).toEqual([])
})

test('a word in a file stops its line until the programme lets it through; then the same file is right', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const people = aFile('people', `email,short_name\n${world.bernard.email},Claude (formation)`)
  const pairings = aFile(
    'pairings',
    `mentor,executive,place\n${world.tom.email},${world.bernard.email},Salle de formation`,
  )
  const kept = await brought(world, people, pairings)
  const errorsOf = async () =>
    (await judged(world, kept)).files.flatMap(({ lines }) => lines[0]?.errors ?? [])
  expect((await errorsOf()).map(({ field }) => field)).toEqual(['short_name', 'place'])
  const page = await nadia.get(`/imports/${kept.id}`)
  expect(page.body).toContain(`/programmes/${world.northwind.id}#outward-words`)

  const policy = { allowedWords: ['formation'] }
  await nadia.patch(`/api/v1/programmes/${world.northwind.id}`, { policy, reason: REASON })
  expect(await errorsOf()).toEqual([])
})

test('the reason goes by its rule, after thirty days; that a word is allowed stays, without it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/programmes/${world.northwind.id}`, {
    shortName: 'Cap Formation',
    reason: REASON,
  })
  const activity = await nadia.get('/activity')
  expect(activity.body).toContain('Words let through in outward texts')
  expect(activity.body).not.toContain(REASON)
  world.now('2027-04-13T02:23Z')
  await runCron(world.platform, '23 2 * * *')
  expect(await reasons(world)).toEqual([REASON])
  world.now('2027-04-15T02:23Z')
  await runCron(world.platform, '23 2 * * *')
  expect(await reasons(world)).toEqual([])
  expect(await deeds()).toEqual([{ fields: 'shortName' }])
  expect(await allowed()).toEqual(['formation'])
})

test('a programme may be called what it is: mails carry its short name, which is made of a neutral word', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  expect(await nadia.post('/api/v1/programmes', { name: 'Mentoring at Acme' })).toMatchObject({
    status: 201,
    body: { name: 'Mentoring at Acme', shortName: 'Acme' },
  })
})

function asJson(method: string, body: object) {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}

async function reasons({ platform }: World): Promise<readonly (string | null)[]> {
  const rows = await platform.db.select().from(reasonRows)
  return Promise.all(rows.map((row) => openReason(platform, row, row.words)))
}

async function deeds(): Promise<readonly unknown[]> {
  const { results } = await env.DB.prepare("SELECT detail FROM events WHERE code = 'words-allowed'").all<{
    detail: string
  }>()
  return results.map(({ detail }) => JSON.parse(detail))
}

/** By all programmes. */
async function allowed(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare('SELECT policy FROM programmes').all<{ policy: string }>()
  return results.flatMap(({ policy }) =>
    (JSON.parse(policy).allowedWords ?? []).map((word: string) => word.toLowerCase()),
  )
}
