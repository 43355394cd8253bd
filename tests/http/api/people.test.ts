import { expect, test } from 'vitest'

import { findSituation } from '../../../worker/storage/situation.ts'
import { findAvailability } from '../../../worker/storage/slot/availability.ts'
import type { Client } from '../../support/client.ts'
import { link } from '../../support/links.ts'
import { textAt, describedBody } from '../../support/response-shapes.ts'
import { anOffer, aPairing, aPersonIn, aWorld, fabrikamBeside, settingOf } from '../../support/world.ts'

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
  const added = describedBody('POST /api/v1/people', await nadia.post('/api/v1/people', wish))
  const people = describedBody(
    'GET /api/v1/people',
    await nadia.get(`/api/v1/people?programme=${world.northwind.id}`),
  )
  expect(people).toMatchObject({
    people: expect.arrayContaining([
      {
        ...person,
        id: textAt(added, 'id'),
        shortName: 'I. Sorel',
        leavesOn: null,
        email: 'ines.sorel@people.example',
        rules: { ...wish.rules, minutes: 25 },
        inWriting: false,
      },
    ]),
  })
})

test('a known address joins as the same human, and each programme has its own words of him', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const made = describedBody(
    'POST /api/v1/programmes',
    await nadia.post('/api/v1/programmes', { name: 'Tailspin' }),
  )
  const tailspin = textAt(made, 'id')
  const said = { name: 'C. Bernard', unit: 'Board', rules: { perDay: 1 } }
  const wish = { ...said, programmeId: tailspin, roles: ['mentor'], zone: 'UTC' }

  const added = await nadia.post('/api/v1/people', { ...wish, email: world.bernard.email.toUpperCase() })
  expect(describedBody('POST /api/v1/people', added)).toEqual({ id: world.bernard.id })
  const path = `/api/v1/people/${world.bernard.id}`
  const there = describedBody('GET /api/v1/people/:id', await nadia.get(`${path}?programme=${tailspin}`))
  expect(there).toMatchObject({ ...said, zone: 'Europe/Paris', roles: ['mentor'], assistantIds: [] })
  const here = describedBody(
    'GET /api/v1/people/:id',
    await nadia.get(`${path}?programme=${world.northwind.id}`),
  )
  expect(here).toMatchObject({
    ...{ name: 'Claude Bernard', unit: null, rules: {}, roles: ['executive'] },
    assistantIds: [world.odile.id],
  })
  expect(await nadia.get(`${path}?programme=prg_none`)).toMatchObject({ status: 404 })
})

test('a change that belongs to one programme must name it, when the manager shares several with the person', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const tailspin = textAt((await nadia.post('/api/v1/programmes', { name: 'Tailspin' })).body, 'id')
  const { email, name, zone, id } = world.bernard
  await nadia.post('/api/v1/people', { programmeId: tailspin, roles: ['executive'], email, name, zone })
  const path = `/api/v1/people/${id}`

  for (const change of [{ name: 'Other' }, { unit: null }, { rules: { perDay: 1 } }, { assistantIds: [] }])
    expect(await nadia.patch(path, change)).toMatchObject({
      status: 400,
      body: { error: { code: 'programme-needed' } },
    })
  expect(await nadia.patch(path, { zone: 'Asia/Tokyo' })).toMatchObject({ status: 200 })

  const changed = await nadia.patch(`${path}?programme=${tailspin}`, { name: 'Claude B.', unit: 'Board' })
  expect(describedBody('PATCH /api/v1/people/:id', changed)).toMatchObject({
    name: 'Claude B.',
    zone: 'Asia/Tokyo',
  })
  const here = await nadia.get(`${path}?programme=${world.northwind.id}`)
  expect(here.body).toMatchObject({ name: 'Claude Bernard', unit: null, assistantIds: [world.odile.id] })
  expect(await nadia.patch(`${path}?programme=prg_none`, { name: 'Other' })).toMatchObject({ status: 404 })
})

test('two managers who do not know each other share a human, and neither learns of the other', async () => {
  const world = await aWorld()
  const { fabrikam, rita, yara } = await fabrikamBeside(world)
  const nadia = await world.as(world.nadia)
  const wish = {
    ...{ programmeId: world.northwind.id, roles: ['executive'], name: 'Y. Okoye', email: yara.email },
    ...{
      zone: 'Asia/Tokyo',
      locale: 'fr',
      aliases: ['y@people.example'],
      unit: 'Legal',
      rules: { perWeek: 1 },
    },
  }
  expect(describedBody('POST /api/v1/people', await nadia.post('/api/v1/people', wish))).toEqual({
    id: yara.id,
  })
  const path = `/api/v1/people/${yara.id}`
  const sent = { zone: 'Asia/Seoul', locale: 'fr', unit: 'Tax', blockers: ['booked'] }
  expect(describedBody('PATCH /api/v1/people/:id', await nadia.patch(path, sent))).toMatchObject(sent)
  const hours = { zone: 'Asia/Seoul', weekly: [], exceptions: [] }
  expect(await nadia.put(`${path}/availability`, hours)).toMatchObject({ status: 200, body: hours })

  const shared = { email: yara.email, zone: 'Europe/Paris', locale: 'en' }
  const hers = {
    name: 'Y. Okoye',
    aliases: wish.aliases,
    unit: 'Tax',
    blockers: ['booked'],
    rules: { perWeek: 1 },
  }
  expect((await nadia.get(path)).body).toMatchObject({ ...shared, ...hers })
  const ritas = await (await world.as(rita)).get(`${path}?programme=${fabrikam.id}`)
  expect(ritas.body).toMatchObject({
    ...shared,
    aliases: [],
    name: 'Yara Okoye',
    unit: null,
    blockers: [],
    rules: {},
  })
  expect(await findAvailability(world.platform.db, yara.id)).toBeNull()
})

test('each programme writes to somebody by the name it has for him', async () => {
  const world = await aWorld()
  const elsewhere = await fabrikamBeside(world)
  const { fabrikam: programme, rita: manager, ugo } = elsewhere
  const there = { platform: world.platform, programme, manager }
  const { email } = world.bernard
  const bernard = await aPersonIn(there, 'executive', { name: 'Monsieur Bernard', email })
  expect(bernard.id).toBe(world.bernard.id)
  const pairing = await aPairing(there, ugo, bernard)

  const here = await findSituation(world.platform, world.pairing.id)
  expect(here).toMatchObject({ executive: { name: 'Claude Bernard' }, assistants: [{ id: world.odile.id }] })
  const other = await findSituation(world.platform, pairing.id)
  expect(other).toMatchObject({ executive: { name: 'Monsieur Bernard' }, assistants: [] })
})

test('a person who joins again keeps his earlier membership’s data', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.tom.id}`, { unit: 'IT', rules: { perWeek: 2 } })
  const typed = {
    ...{ programmeId: world.northwind.id, name: 'Tom Leroy', email: world.tom.email, unit: '' },
    ...{ zone: 'Asia/Singapore', locale: 'en', 'role-executive': 'yes' },
  }
  const added = await nadia.ask('/people', { method: 'POST', body: new URLSearchParams(typed) })
  expect(added.headers.get('Location')).toBe(`/people/${world.tom.id}?done=known`)
  expect((await nadia.get(`/api/v1/people/${world.tom.id}`)).body).toMatchObject({
    ...{ zone: 'Europe/Paris', unit: 'IT', rules: { perWeek: 2 } },
    roles: expect.arrayContaining(['mentor', 'executive']),
  })
})

test('a person is changed in what is named; a rule that is null goes back to the programme’s', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/people/${world.bernard.id}`

  await nadia.patch(path, { email: 'c.bernard@people.example', rules: { perDay: 2, notice: 48 } })
  const changed = describedBody(
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

test('a replaced assistant’s links open nothing any more, and the new one answers', async () => {
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
  expect(describedBody('PATCH /api/v1/people/:id', changed)).toMatchObject({ assistantIds: [omar.id] })
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
  expect(describedBody('PUT /api/v1/people/:id/availability', set)).toEqual(hours)
  const slots = await (
    await world.as(world.nadia)
  ).get(`/api/v1/pairings/${world.pairing.id}/slots?to=2027-03-31T00:00:00Z`)
  const times =
    JSON.stringify(describedBody('GET /api/v1/pairings/:id/slots', slots)).match(/2027-03-\d\dT\d\d:\d\d/g) ??
    []
  expect(new Set(times.map((time) => time.slice(0, 13)))).toEqual(
    new Set(['2027-03-23T13', '2027-03-23T14', '2027-03-30T07', '2027-03-30T08']),
  )
})

test('somebody known who joins again gets a role, no circle, and no assistant twice', async () => {
  const world = await aWorld()
  const { bernard, tom, odile, northwind } = world
  const nadia = await world.as(world.nadia)
  const again = { programmeId: northwind.id, roles: ['mentor'], name: 'Another Name', email: bernard.email }
  const add = (more: object) => nadia.post('/api/v1/people', { ...again, zone: 'Europe/Paris', ...more })

  expect((await nadia.patch(`/api/v1/people/${tom.id}`, { reportsTo: bernard.id })).status).toBe(200)
  expect(await add({ reportsTo: tom.id })).toMatchObject({ body: { error: { code: 'reporting-circle' } } })
  expect(await add({ reportsTo: bernard.id })).toMatchObject({ body: { error: { code: 'no-such-person' } } })
  expect(await add({ assistantIds: [bernard.id] })).toMatchObject({
    body: { error: { code: 'no-such-person' } },
  })
  expect(await add({ assistantIds: [odile.id] })).toMatchObject({ status: 201, body: { id: bernard.id } })
  expect((await nadia.get(`/api/v1/people/${bernard.id}`)).body).toMatchObject({
    name: bernard.name,
    roles: expect.arrayContaining(['executive', 'mentor']),
    assistantIds: [odile.id],
  })
})

test('a short name is proposed, set by each programme, and taken back with null', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const tailspin = textAt(await made(nadia, { name: 'Tailspin' }), 'id')
  const zoe = {
    roles: ['executive'],
    name: 'Müller, Zoë (EXT)',
    email: 'zoe@people.example',
    zone: 'Europe/Paris',
  }
  const added = await nadia.post('/api/v1/people', { ...zoe, programmeId: world.northwind.id })
  await nadia.post('/api/v1/people', { ...zoe, programmeId: tailspin, shortName: 'Zoë M.' })

  const path = `/api/v1/people/${textAt(describedBody('POST /api/v1/people', added), 'id')}`
  const here = `${path}?programme=${world.northwind.id}`
  const shown = async (address: string) =>
    textAt(describedBody('GET /api/v1/people/:id', await nadia.get(address)), 'shortName')
  expect([await shown(here), await shown(`${path}?programme=${tailspin}`)]).toEqual(['Z. Müller', 'Zoë M.'])

  await nadia.patch(here, { shortName: 'Dr Zoë' })
  expect(await shown(here)).toBe('Dr Zoë')
  await nadia.patch(here, { name: 'Müller-Lund, Zoë' })
  expect(await shown(here)).toBe('Dr Zoë')
  await nadia.patch(here, { shortName: null })
  expect([await shown(here), await shown(`${path}?programme=${tailspin}`)]).toEqual([
    'Z. Müller-Lund',
    'Zoë M.',
  ])

  const told = await nadia.patch(here, { shortName: 'My mentor' })
  expect(told).toMatchObject({ status: 409, body: { error: { code: 'outward-words' } } })
  for (const shortName of ['', 'x'.repeat(61), 'a\nb', 7])
    expect((await nadia.patch(here, { shortName })).status).toBe(422)
})

async function made(client: Client, wish: object) {
  return describedBody('POST /api/v1/programmes', await client.post('/api/v1/programmes', wish))
}
