import { expect, test } from 'vitest'

import { link } from '../../support/links.ts'
import { textAt, told } from '../../support/told.ts'
import { anOffer, aPersonIn, aWorld, settingOf } from '../../support/world.ts'

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
  expect(told('POST /api/v1/people', added)).toEqual({ id: world.bernard.id, kept: ['name', 'zone'] })
  const people = await nadia.get(`/api/v1/people?programme=${wish.programmeId}`)
  expect(people).toMatchObject({
    body: {
      people: expect.arrayContaining([
        expect.objectContaining({ name: 'Claude Bernard', roles: ['mentor'] }),
      ]),
    },
  })
  const alike = { ...wish, name: 'Claude Bernard', zone: 'Europe/Paris', roles: ['manager'] }
  const again = await nadia.post('/api/v1/people', { ...alike, email: world.bernard.email })
  expect(told('POST /api/v1/people', again)).toEqual({ id: world.bernard.id })
})

test('the form says too what of somebody known was not taken over', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const typed = {
    ...{ programmeId: world.northwind.id, name: 'Tom Leroy', email: world.tom.email, unit: 'Finance' },
    ...{ zone: 'Asia/Singapore', locale: 'en', 'role-executive': 'yes' },
  }
  const added = await nadia.ask('/people', { method: 'POST', body: new URLSearchParams(typed) })
  const path = added.headers.get('Location') ?? ''
  expect(path).toBe(`/people/${world.tom.id}?kept=zone.unit`)
  expect((await nadia.get(path)).body).toContain('kept as they were: time zone, unit.')
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
