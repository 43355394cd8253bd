import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import type { PersonId } from '../../../../worker/domain/ids.ts'
import { ZONE_ALIASES } from '../../../../worker/domain/time/zone-aliases.ts'
import { canonicalZone } from '../../../../worker/domain/time/zones.ts'
import { findPerson } from '../../../../worker/storage/people/person.ts'
import type { Client } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { aPersonIn, aWorld, settingOf } from '../../../support/world.ts'

type World = Awaited<ReturnType<typeof aWorld>>

const ZOE = {
  name: 'Müller, Zoë (EXT)',
  email: 'zoe@people.example',
  zone: 'Europe/Paris',
  'role-mentor': 'on',
}

test('the form shows the proposed short name, keeps one of her own, and lets it go again', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = await added(world, nadia, ZOE)
  const stored = async () => (await personAt(world, path))?.shortName
  const form = async () => (await nadia.get(`${path}?edit=basics`)).body
  expect(await form()).toContain('value="Z. Müller"')

  await submitted(nadia, path, { ...ZOE, shortName: 'Z. Müller', name: 'Lund, Zoë' })
  expect([await stored(), await form()]).toEqual([null, expect.stringContaining('value="Z. Lund"')])
  await submitted(nadia, path, { ...ZOE, shortName: 'Zoë M.' })
  expect(await stored()).toBe('Zoë M.')
  await submitted(nadia, path, { ...ZOE, name: 'Lund, Zoë', shortName: 'Zoë M.' })
  expect(await stored()).toBe('Zoë M.')
  await submitted(nadia, path, { ...ZOE, shortName: '' })
  expect(await stored()).toBeNull()

  const told = await submitted(nadia, path, { ...ZOE, shortName: 'My coach' })
  expect([told.status, told.body]).toEqual([422, expect.stringContaining('value="My coach"')])
  const long = await submitted(nadia, path, { ...ZOE, shortName: 'x'.repeat(61) })
  expect([long.status, long.body]).toEqual([422, expect.stringContaining('id="shortName-error"')])
})

test('a superior who has left stays the superior, on the page and by the API', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const boss = await aPersonIn(settingOf(world), 'executive', { name: 'Berta Boss' })
  const other = await aPersonIn(settingOf(world), 'executive', { name: 'Omar Diallo' })
  const path = await added(world, nadia, { ...ZOE, reportsTo: boss.id })
  await env.DB.prepare('DELETE FROM memberships WHERE person_id = ?').bind(boss.id).run()

  expect(String((await nadia.get(path)).body)).toContain('Berta Boss')
  expect(String((await nadia.get(`${path}?edit=basics`)).body)).toMatch(
    new RegExp(`<option value="${boss.id}" selected[^>]*>Berta Boss`),
  )
  const saved = await submitted(nadia, path, { ...ZOE, unit: 'Sales', reportsTo: boss.id })
  expect(saved.status).toBe(303)
  const api = `/api/v1${path}`
  expect((await nadia.patch(api, { unit: 'IT', reportsTo: boss.id })).status).toBe(200)
  const id: PersonId = `per_${path.slice('/people/per_'.length)}`
  const stored = () => findPerson(world.platform.db, id, world.northwind.id)
  expect(await stored()).toMatchObject({ unit: 'IT', reportsTo: boss.id })
  expect((await nadia.patch(api, { reportsTo: other.id })).status).toBe(200)
  expect((await nadia.patch(api, { reportsTo: boss.id })).status).toBe(409)
})

test('the form and the API take the same addresses, and store them alike', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const good = {
    ...{ 'r&d@people.example': 'r&d@people.example', 'A/B@people.example': 'a/b@people.example' },
    ...{ "o'brien@people.example": "o'brien@people.example", 'x=y@people.example': 'x=y@people.example' },
    ...{ 'zoe@EXÄMPLE.example': 'zoe@xn--exmple-cua.example', 'a..b@people.example': 'a..b@people.example' },
    ...{ 'Odile Martin <odile.m@people.example>': 'odile.m@people.example' },
  }
  for (const [index, [typed, address]] of Object.entries(good).entries()) {
    const path = await added(world, nadia, {
      ...ZOE,
      email: typed,
      aliases: `"Lund, Zoë" <also.${index}@x.example>`,
    })
    expect(await personAt(world, path)).toMatchObject({
      email: address,
      aliases: [expect.stringMatching(/^also\../)],
    })
    const again = await nadia.post('/api/v1/people', { ...wish(world), email: typed })
    expect([typed, again.status, again.body]).toEqual([typed, 201, { id: path.slice('/people/'.length) }])
  }
  const shown = (await nadia.get('/people')).body
  expect(shown).toContain('zoe@exämple.example')

  for (const typed of [
    'zoë@x.example',
    'a b@x.example',
    '"a"@x.example',
    'a,b@x.example',
    'a@x.example.',
    'a@-x.example',
    'a@localhost',
  ]) {
    const form = await submitted(nadia, '/people', { ...ZOE, email: typed, programmeId: world.northwind.id })
    expect([typed, form.status, form.body]).toEqual([typed, 422, expect.stringContaining('id="email-error"')])
    const wrong = await nadia.post('/api/v1/people', { ...wish(world), email: typed })
    expect(wrong).toMatchObject({
      status: 422,
      body: { error: { fields: { email: expect.stringContaining('not a mail address') } } },
    })
    const alias = await submitted(nadia, '/people', {
      ...ZOE,
      aliases: typed,
      programmeId: world.northwind.id,
    })
    expect([typed, alias.body]).toEqual([typed, expect.stringContaining('id="aliases-error"')])
  }
})

test('a zone is stored under its one name, whichever door it comes by', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = await added(world, nadia, { ...ZOE, zone: 'us/eastern' })
  expect((await personAt(world, path))?.zone).toBe('America/New_York')
  await nadia.patch(`/api/v1${path}`, {
    zone: 'Asia/Calcutta',
    rules: { trips: [{ zone: 'Europe/Kiev', from: '2027-03-01', to: '2027-03-02' }] },
  })
  expect(await personAt(world, path)).toMatchObject({
    zone: 'Asia/Kolkata',
    rules: { trips: [{ zone: 'Europe/Kyiv' }] },
  })
  const hours = await nadia.put(`/api/v1${path}/availability`, { zone: 'europe/paris', weekly: [] })
  expect(hours.body).toMatchObject({ zone: 'Europe/Paris' })
  for (const [typed, zone] of [
    ['Paris', 'Europe/Paris'],
    ['new york', 'America/New_York'],
    ['Singapour', 'Asia/Singapore'],
    ['SAO PAULO', 'America/Sao_Paulo'],
    ['Pékin', 'Asia/Shanghai'],
    ['San Francisco', 'America/Los_Angeles'],
  ] as const) {
    expect((await submitted(nadia, path, { ...ZOE, zone: typed })).status).toBe(303)
    expect([typed, (await personAt(world, path))?.zone]).toEqual([typed, zone])
  }
  for (const typed of ['Pariss', '', 'x'.repeat(65), '+05:30']) {
    const wrong = await submitted(nadia, path, { ...ZOE, zone: typed })
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('id="zone-error"')])
    expect(wrong.body).toContain(`value="${typed}"`)
  }
  expect((await nadia.patch(`/api/v1${path}`, { zone: 'Paris' })).status).toBe(422)
})

test('this runtime knows every name of the table of zones by its stored name', () => {
  for (const [name, stored] of ZONE_ALIASES)
    for (const typed of [name, name.toLowerCase(), stored.toUpperCase()])
      expect([typed, canonicalZone(typed)]).toEqual([typed, stored])
})

test('dates and times are taken as they are typed where a browser has only text', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { bernard, platform, northwind } = world
  const saved = await submitted(nadia, `/people/${bernard.id}/rules`, {
    ...{ 'never-0-day': '1', 'never-0-from': '14h', 'never-0-to': '2:30 pm' },
    ...{ 'trip-0-zone': 'asia/singapore', 'trip-0-from': '29 Nov 2027', 'trip-0-to': '30.11.2027' },
  })
  expect(saved.status).toBe(303)
  expect((await findPerson(platform.db, bernard.id, northwind.id))?.rules).toMatchObject({
    never: [{ day: 1, from: 840, to: 870 }],
    trips: [{ zone: 'Asia/Singapore', from: '2027-11-29', to: '2027-11-30' }],
  })
  const guess = await submitted(nadia, `/people/${bernard.id}/rules`, {
    ...{ 'trip-0-zone': 'Asia/Singapore', 'trip-0-from': '03/04/2027', 'trip-0-to': '04/04/2027' },
  })
  expect([guess.status, guess.body]).toEqual([422, expect.stringContaining('value="03/04/2027"')])

  const hours = await submitted(nadia, `/people/${world.tom.id}/availability`, {
    ...{ 'week-1-0-from': '9h', 'week-1-0-to': '12.30', 'except-0-date': '29 March 2027' },
  })
  expect(hours.status).toBe(303)
  expect((await nadia.get(`/api/v1/people/${world.tom.id}/availability`)).body).toMatchObject({
    weekly: [{ day: 1, from: '09:00', to: '12:30' }],
    exceptions: [{ date: '2027-03-29' }],
  })
})

function wish({ northwind }: World) {
  return { programmeId: northwind.id, roles: ['mentor'], name: ZOE.name, zone: ZOE.zone }
}

async function added(
  { northwind }: World,
  nadia: Client,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = await submitted(nadia, '/people', { ...fields, programmeId: northwind.id })
  expect([fields['email'], answer.status]).toEqual([fields['email'], 303])
  return (answer.headers.get('Location') ?? '').replace(/\?.*/, '')
}

async function personAt({ platform, northwind }: World, path: string) {
  return findPerson(platform.db, `per_${path.slice('/people/per_'.length)}`, northwind.id)
}
