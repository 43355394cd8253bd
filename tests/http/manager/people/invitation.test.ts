import { expect, test } from 'vitest'

import { readMail } from '../../../../worker/delivery/in/read-mail.ts'
import { tick } from '../../../../worker/http/dev/tick.ts'
import { listAssistants } from '../../../../worker/storage/people/assistant.ts'
import { findPersonByAddress } from '../../../../worker/storage/people/person.ts'
import { stranger } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { wordsOf } from '../../../support/pages.tsx'
import { aWorld, type World } from '../../../support/world.ts'

const ZOE = { name: 'Zoé Fabre', email: 'zoe@people.example' }
const INVITED = 'zoe@people.example Northwind: when can you be booked?'

async function invitations({ platform, mails }: World): Promise<readonly string[]> {
  await tick(platform)
  return mails.map(({ to, subject }) => `${to} ${subject}`).filter((each) => each.includes('booked?'))
}

async function added(world: World, fields: Readonly<Record<string, string>>) {
  const client = await world.as(world.nadia)
  const all = { programmeId: world.northwind.id, ...fields }
  return { client, post: () => submitted(client, '/people', all) }
}

test('a mentor who is added is invited once, also by a press that came twice; unticked he is not', async () => {
  const world = await aWorld()
  const id = world.platform.newId('per')
  const { post } = await added(world, { ...ZOE, id, 'role-mentor': 'yes', invite: 'yes' })
  expect((await post()).headers.get('Location')).toContain('done=added-invited')
  expect((await post()).status).toBe(303)
  expect(await invitations(world)).toEqual([INVITED])

  const again = await added(world, { ...ZOE, 'role-mentor': 'yes', invite: 'yes' })
  await again.post()
  expect(await invitations(world)).toEqual([INVITED])

  const quiet = await added(world, { name: 'Al', email: 'al@people.example', 'role-mentor': 'yes' })
  expect((await quiet.post()).headers.get('Location')).toMatch(/done=added$/)
  const other = { name: 'Ed', email: 'ed@people.example', 'role-executive': 'yes', invite: 'yes' }
  await (await added(world, other)).post()
  expect(await invitations(world)).toEqual([INVITED])
})

test('his first sign-in by it leads to what a new mentor should know, and then to his hours', async () => {
  const world = await aWorld()
  await (await added(world, { ...ZOE, 'role-mentor': 'yes', invite: 'yes' })).post()
  await invitations(world)
  const { text } = await readMail(world.mails.at(-1)?.raw ?? '')
  const [, k = ''] = /sign-in\?k=([\w.-]+)/.exec(text ?? '') ?? []
  const door = stranger(world.platform)
  world.now('2027-03-21T08:00Z')
  expect(await door.get(`/sign-in?k=${k}`)).toMatchObject({
    status: 200,
    body: expect.stringContaining('Zoé Fabre'),
  })
  const body = new URLSearchParams({ k })
  const signed = await door.ask('/sign-in/confirmation', { method: 'POST', body })
  expect([signed.status, signed.headers.get('Location')]).toEqual([303, '/'])
  const Cookie = signed.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const home = await door.ask('/', { headers: { Cookie } })
  expect(home.headers.get('Location')).toBe('/guide')
  expect((await door.ask('/sign-in/confirmation', { method: 'POST', body })).status).toBe(410)
  expect((await door.ask(`/sign-in?k=${k}`, { headers: { Cookie } })).headers.get('Location')).toBe('/')
  const next = await door.ask('/guide', { method: 'POST', headers: { Cookie } })
  expect(next.headers.get('Location')).toMatch(/^\/availability/)
})

test('a link that is used or over says so in its reader’s language, and leads to a new one', async () => {
  const world = await aWorld()
  await (await added(world, { ...ZOE, locale: 'fr', 'role-mentor': 'yes', invite: 'yes' })).post()
  await tick(world.platform)
  const { text } = await readMail(world.mails.at(-1)?.raw ?? '')
  const [, k = ''] = /sign-in\?k=([\w.-]+)/.exec(text ?? '') ?? []
  world.now('2027-03-23T08:00Z')
  const over = await stranger(world.platform).ask(`/sign-in?k=${k}`, { headers: { 'Accept-Language': 'en' } })
  expect([over.status, wordsOf(String(over.body))]).toEqual([410, expect.stringContaining('ne sert plus')])
  expect(String(over.body)).toContain('href="/sign-in"')
  // What was no link of ours is answered as a browser asks.
  const unknown = await stranger(world.platform).ask('/sign-in?k=no', {
    headers: { 'Accept-Language': 'en' },
  })
  expect(wordsOf(String(unknown.body))).toContain('This link no longer works')
})

test('her page sends the invitation again, says when it went, and one press sends one', async () => {
  const world = await aWorld()
  const client = await world.as(world.nadia)
  const page = `/people/${world.tom.id}`
  expect(wordsOf(String((await client.get(page)).body))).toContain('Not sent yet')
  const press = world.platform.newId('sgn')
  for (let time = 0; time < 2; time += 1) {
    const sent = await submitted(client, `${page}/invitation`, { press })
    expect(sent.headers.get('Location')).toContain('done=invited')
  }
  expect(await invitations(world)).toHaveLength(1)
  expect(wordsOf(String((await client.get(page)).body))).toContain('Sent on Monday 15 March 2027')
  for (let time = 0; time < 3; time += 1) await submitted(client, `${page}/invitation`, {})
  expect((await submitted(client, `${page}/invitation`, {})).status).toBe(429)
  expect(await invitations(world)).toHaveLength(4)
  expect((await submitted(client, `/people/${world.bernard.id}/invitation`, {})).status).toBe(404)
})

test('an executive and whoever answers for her are added in one form; half an assistant is asked for', async () => {
  const world = await aWorld()
  const { db, now } = world.platform
  const eve = { name: 'Eve Martin', email: 'eve@people.example', 'role-executive': 'yes' }
  const half = await (await added(world, { ...eve, assistantName: 'Ana Roy' })).post()
  expect([half.status, wordsOf(String(half.body))]).toEqual([
    422,
    expect.stringContaining('Enter both the name'),
  ])
  const same = await (await added(world, { ...eve, assistantName: 'Ana', assistantEmail: eve.email })).post()
  expect(same.status).toBe(422)
  expect(await findPersonByAddress(db, eve.email)).toBeNull()

  const whole = { ...eve, assistantName: 'Ana Roy', assistantEmail: 'ana@people.example' }
  expect((await (await added(world, whole)).post()).status).toBe(303)
  const [person, ana] = await Promise.all([
    findPersonByAddress(db, eve.email),
    findPersonByAddress(db, 'ana@people.example'),
  ])
  // Zone and language of the manager, where nothing is said.
  expect(person).toMatchObject({ zone: world.nadia.zone, locale: world.nadia.locale })
  expect(await listAssistants(db, world.northwind.id, person ? [person.id] : [], now())).toMatchObject([
    { assistantId: ana?.id },
  ])
})

test('where an executive is refused, whoever would answer for her is not added either', async () => {
  const world = await aWorld()
  const { db } = world.platform
  const both = {
    ...{ name: 'Eve Martin', email: 'eve@people.example', 'role-executive': 'yes' },
    ...{ assistantName: 'Ana Roy', assistantEmail: 'ana@people.example' },
  }
  const refused = await (await added(world, { ...both, shortName: 'Coaching Eve' })).post()
  expect(refused.status).toBe(422)
  expect(await findPersonByAddress(db, 'ana@people.example')).toBeNull()
  const form = await added(world, both)
  expect([(await form.post()).status, (await form.post()).status]).toEqual([303, 303])
  expect(await findPersonByAddress(db, 'ana@people.example')).not.toBeNull()
})
