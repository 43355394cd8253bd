import { expect, test } from 'vitest'

import type { Person } from '../../../../worker/domain/people/person.ts'
import { listAssistants } from '../../../../worker/storage/people/assistant.ts'
import { findPerson } from '../../../../worker/storage/people/person.ts'
import { findAvailability } from '../../../../worker/storage/slot/availability.ts'
import type { Answer, Client } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { aPersonIn, aWorld, settingOf, type World } from '../../../support/world.ts'

type Fields = Readonly<Record<string, string>>
type Form = { readonly action: string; readonly fields: Fields }

const hours = { zone: 'Europe/Paris', 'week-1-0-from': '09:00', 'week-1-0-to': '11:00' }
const basics = ({ name, email, zone }: Person): Fields => ({ name, email, zone, locale: 'en' })
const trip = { 'trip-0-zone': 'Asia/Singapore', 'trip-0-from': '2027-04-03', 'trip-0-to': '2027-04-09' }

type Case = {
  readonly noun: string
  readonly of: (world: World) => Person
  readonly save: (world: World) => Fields
  /** Another change of the same setting. */
  readonly again: (world: World) => Fields
}
/** A second assistant. */
const LEA = 'per_aaaaaaaaaaaaaaaaaaaaaaaaaa'
const bernard = ({ bernard: him }: World) => him

const CASES: Readonly<Record<string, Case>> = {
  'the hours of a mentor': {
    noun: '/availability',
    of: ({ tom }) => tom,
    save: () => hours,
    again: () => ({ ...hours, 'week-1-0-to': '12:00' }),
  },
  'a week that was closed': {
    noun: '/closed-weeks',
    of: ({ tom }) => tom,
    save: () => ({ closedWeek: '2027-04-05' }),
    again: () => ({ closedWeek: '2027-04-12' }),
  },
  'a trip, and the rules': {
    noun: '/rules',
    of: bernard,
    save: () => ({ ...trip, 'rule-day': '2', 'rule-short': 'yes' }),
    again: () => ({ 'rule-day': '3' }),
  },
  'a trip that was taken away': {
    noun: '/rules',
    of: bernard,
    save: () => ({ 'rule-day': '2' }),
    again: () => ({ 'rule-day': '3' }),
  },
  presets: {
    noun: '/presets',
    of: bernard,
    save: () => ({ 'blocker-booked': 'yes', 'preset-ahead': '3' }),
    again: () => ({ 'blocker-handled': 'yes' }),
  },
  basics: {
    noun: '',
    of: bernard,
    save: (world) => ({
      ...basics(bernard(world)),
      ...{ name: 'C. Bernard', email: 'c.b@people.example', unit: 'Legal', reportsTo: '' },
      ...{ 'role-executive': 'yes', 'role-mentor': 'yes', oldAddress: 'yes', aliases: '' },
    }),
    again: (world) => ({
      ...basics(bernard(world)),
      ...{ 'role-executive': 'yes', 'role-mentor': 'yes', unit: 'Sales' },
    }),
  },
  'a zone, with the hours': {
    noun: '',
    of: ({ tom }) => tom,
    save: ({ tom }) => ({ ...basics(tom), zone: 'Asia/Tokyo', hours: 'instants', 'role-mentor': 'yes' }),
    again: ({ tom }) => ({ ...basics(tom), zone: 'Asia/Tokyo', 'role-mentor': 'yes', unit: 'Sales' }),
  },
  'who answers': {
    noun: '/assistants',
    of: bernard,
    save: () => ({ assistantId: LEA }),
    again: (world) => ({ assistantId: world.odile.id }),
  },
  'a manager’s mails': {
    noun: '/mails',
    of: ({ nadia }) => nadia,
    save: () => ({ notify: 'urgent', awayUntil: '2027-04-02', deputyId: '' }),
    again: () => ({ notify: 'none', awayUntil: '', deputyId: '' }),
  },
}

test.each(Object.entries(CASES))(
  '%s can be put back from the page that says it is saved',
  async (_, each) => {
    const { world, nadia, person } = await prepared(each)
    const before = await stateOf(world, person)
    const { page, form } = await saved(nadia, `/people/${person.id}${each.noun}`, each.save(world))
    expect(page).toMatch(/class="notice done/)
    expect(await stateOf(world, person)).not.toEqual(before)

    const back = await submitted(nadia, form.action, form.fields)
    expect(back.headers.get('Location')).toContain('done=put-back')
    expect(await stateOf(world, person)).toEqual(before)
    const after = String((await nadia.get(back.headers.get('Location') ?? '')).body)
    expect(after).toContain('Put back as it was before.')
    expect(after).not.toContain('>Put back</button>')
  },
)

test.each(Object.entries(CASES))(
  '%s: what was changed again is not put back, and the page says so',
  async (_, each) => {
    const { world, nadia, person } = await prepared(each)
    const path = `/people/${person.id}${each.noun}`
    const { form } = await saved(nadia, path, each.save(world))
    expect((await submitted(nadia, path, each.again(world))).status).toBe(303)
    const now = await stateOf(world, person)

    const back = await submitted(nadia, form.action, form.fields)
    expect(back.status).toBe(409)
    expect(String(back.body)).toMatch(/role="alert">It has been changed again since, so nothing was put back/)
    expect(await stateOf(world, person)).toEqual(now)
  },
)

test('a mentor puts his own hours back; where they changed meanwhile his page says so', async () => {
  const world = await aWorld()
  const tom = await world.as(world.tom)
  const path = `/people/${world.tom.id}/availability`
  const before = await findAvailability(world.platform.db, world.tom.id)
  const { form } = await saved(tom, path, hours)
  await submitted(tom, path, { ...hours, 'week-1-0-to': '12:00' })
  const late = await submitted(tom, form.action, form.fields)
  expect([late.status, String(late.body)]).toEqual([409, expect.stringContaining('nothing was put back')])

  const { form: next } = await saved(tom, path, hours)
  await submitted(tom, next.action, next.fields)
  await submitted(tom, form.action, form.fields)
  expect(await findAvailability(world.platform.db, world.tom.id)).not.toEqual(before)
})

test('nothing that stayed as it was, and nothing of another reader, can be put back', async () => {
  const world = await aWorld()
  const [nadia, tom] = [await world.as(world.nadia), await world.as(world.tom)]
  const path = `/people/${world.tom.id}/availability`
  const first = await submitted(nadia, path, hours)
  const second = await submitted(nadia, path, hours)
  expect(second.headers.get('Location')).not.toContain('earlier=')
  const earlier = new URL(first.headers.get('Location') ?? '', 'https://sotto.example').searchParams
  const page = await tom.get(`/availability?done=hours&earlier=${earlier.get('earlier')}`)
  expect(String(page.body)).toContain('Hours saved.')
  expect(String(page.body)).not.toContain('Put back')
})

test('an assistant who was removed is not put back: her links have ended, as was said before', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const page = `/people/${world.bernard.id}`
  const shown = String((await nadia.get(`${page}?edit=assistants`)).body)
  expect(shown).toMatch(/Remove Odile Martin/)
  expect(shown).toMatch(/Odile Martin gets no more emails about Claude Bernard[^<]*no longer work/)
  const removed = await submitted(nadia, `${page}/assistants`, { remove: world.odile.id })
  expect(removed.headers.get('Location')).toBe(`${page}?done=removed#assistants`)
  expect((await stateOf(world, world.bernard)).assistants).toEqual([])
})

test('no emptied field and no unticked box of the basics removes anybody', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const emptied = { ...basics(world.bernard), 'role-executive': 'yes', assistantId: '', aliases: '' }
  await submitted(nadia, `/people/${world.bernard.id}`, emptied)
  expect((await stateOf(world, world.bernard)).assistants).toEqual([world.odile.id])
  await submitted(nadia, `/people/${world.bernard.id}/assistants`, { assistantId: '' })
  expect((await stateOf(world, world.bernard)).assistants).toEqual([world.odile.id])
})

async function prepared({ of }: Case) {
  const world = await aWorld()
  await aPersonIn(settingOf(world), 'assistant', { name: 'Lea Roux', id: LEA })
  const nadia = await world.as(world.nadia)
  await submitted(nadia, `/people/${world.bernard.id}/rules`, { ...trip, 'rule-day': '1' })
  return { world, nadia, person: of(world) }
}

async function saved(client: Client, path: string, fields: Fields) {
  const answer = await submitted(client, path, fields)
  const location = answer.headers.get('Location')
  if (location === null) throw new Error(`not saved: ${answer.status} ${String(answer.body)}`)
  const page = String((await client.get(location)).body)
  return { page, form: formIn(page) }
}

/** The form whose button says “Put back”. */
function formIn(page: Answer['body']): Form {
  const form = String(page)
    .split('<form')
    .find((each) => each.includes('>Put back</button>'))
  if (form === undefined) throw new Error('nothing to put back')
  const fields = Array.from(form.matchAll(/name="([^"]+)" value="([^"]*)"/g), ([, name = '', value = '']) => [
    name,
    value.replaceAll('&amp;', '&'),
  ])
  return { action: /action="([^"]+)"/.exec(form)?.[1] ?? '', fields: Object.fromEntries(fields) }
}

async function stateOf({ platform, northwind, as, nadia }: World, { id }: Person) {
  const { db, now } = platform
  const person = await findPerson(db, id, northwind.id)
  const assistants = await listAssistants(db, northwind.id, [id], now())
  const { body } = await (await as(nadia)).get(`/api/v1/people/${id}`)
  return {
    person: person && { ...person, version: 0 },
    roles: [...Object(body).roles].toSorted(),
    hours: await findAvailability(db, id),
    assistants: assistants.map(({ assistantId }) => assistantId),
  }
}
