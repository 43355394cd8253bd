import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { setDeparture } from '../../worker/actions/people/set-departure.ts'
import { isId } from '../../worker/domain/ids.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import { findPerson } from '../../worker/storage/people/person.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import type { Answer, Client } from '../support/client.ts'
import { submitted } from '../support/forms.ts'
import { link } from '../support/links.ts'
import {
  aFixedSession,
  anOffer,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const NIGHT = '23 2 * * *'
const MINUTELY = '* * * * *'

test('a unit that is wrong is taken over by one press, beside what it says now, and he reads when', async () => {
  const world = await aWorld()
  const his = await asks(world, { kind: 'correction', field: 'unit', words: 'Group finance' })
  expect(text(await his.page())).toContain('Nobody has answered yet.')
  const nadias = await world.as(world.nadia)
  expect(text(await nadias.get('/today'))).toMatch(/Unit: nothing so far, should be\s+<strong>Group finance/)

  const taken = await answers(world, nadias, 'correction', { answer: 'take-over' })
  expect(taken.headers.get('Location')).toContain('done=record-taken-over')
  expect(await bernardOf(world)).toMatchObject({ unit: 'Group finance' })
  expect(text(await nadias.get('/today'))).not.toContain('Asks for a correction')
  const record = text(await his.page())
  expect(record).toContain('Unit: “Group finance”.')
  expect(record).toContain(`Done by ${world.nadia.name}, `)
  expect(record).not.toContain('Withdraw it')
})

test('an address is taken over as on his page: the old one stays his, and one of somebody else is refused', async () => {
  const world = await aWorld()
  const nadias = await world.as(world.nadia)
  await asks(world, { kind: 'correction', field: 'address', words: world.tom.email })
  const refused = await answers(world, nadias, 'correction', { answer: 'take-over' })
  expect(refused.status).toBe(409)
  expect(text(refused)).toContain('belongs to somebody else')
  expect(text(await nadias.get('/today'))).toContain('Asks for a correction')

  const his = await asks(world, { kind: 'correction', field: 'address', words: 'Claude@Right.example ' })
  expect(text(await nadias.get('/today'))).toContain('the old one stays as a second address')
  await answers(world, nadias, 'correction', { answer: 'take-over' })
  expect(await bernardOf(world)).toMatchObject({
    email: 'claude@right.example',
    aliases: expect.arrayContaining([world.bernard.email]),
  })
  expect(text(await his.page())).toContain('Done by')
})

test('what he asks is checked where he writes it', async () => {
  const world = await aWorld()
  const his = await opened(world)
  for (const [field, words, sentence] of [
    ['address', 'nobody', 'Enter an email address'],
    ['unit', 'U'.repeat(101), 'in at most 100 characters'],
    ['other', '', 'Say what is wrong'],
  ] as const) {
    const answer = await his.send({ act: 'ask', kind: 'correction', field, words })
    expect([answer.status, text(answer).includes(sentence)]).toEqual([422, true])
  }
})

test('a request is refused only with a word, which he reads; nothing about him has changed', async () => {
  const world = await aWorld()
  const his = await asks(world, { kind: 'correction', field: 'unit', words: 'Royalty' })
  const nadias = await world.as(world.nadia)
  const without = await answers(world, nadias, 'correction', { answer: 'refused' })
  expect([without.status, text(without).includes('Say why')]).toEqual([409, true])
  await answers(world, nadias, 'correction', { answer: 'refused', reason: 'There is no such unit.' })
  const record = text(await his.page())
  expect(record).toContain(`Refused by ${world.nadia.name}`)
  expect(record).toContain('“There is no such unit.”')
  expect(await bernardOf(world)).toMatchObject({ unit: null })
})

test('anything else is corrected by hand, and noted as done; a request that was asked anew is not answered', async () => {
  const world = await aWorld()
  const nadias = await world.as(world.nadia)
  await asks(world, { kind: 'correction', field: 'other', words: 'That meeting never took place.' })
  const line = text(await nadias.get('/today'))
  expect(line).toContain('That meeting never took place.')
  expect(line).not.toContain('Take it over')
  const readAt = world.platform.now()
  world.now('2027-03-15T10:30Z')
  const his = await asks(world, { kind: 'correction', field: 'other', words: 'It was another day.' })
  const late = await answers(world, nadias, 'correction', { answer: 'done', readAt: String(readAt) })
  expect(late.status).toBe(409)
  expect(text(await his.page())).toContain('Nobody has answered yet.')
  await answers(world, nadias, 'correction', { answer: 'done' })
  expect(text(await his.page())).toContain('Done by')
})

test('such a line cannot be dismissed, only put off', async () => {
  const world = await aWorld()
  await asks(world, { kind: 'erasure' })
  const nadias = await world.as(world.nadia)
  const key = `asks-erasure:${world.bernard.id}`
  expect(await nadias.post('/api/v1/today/snoozes', { key, until: null })).toMatchObject({
    status: 409,
    body: { error: { code: 'not-settled' } },
  })
  expect(await nadias.post('/api/v1/today/snoozes', { key, until: '2027-03-20' })).toMatchObject({
    status: 201,
  })
})

test('an answer stays on his record for thirty days; what waits stays', async () => {
  const world = await aWorld()
  await asks(world, { kind: 'erasure' })
  const his = await asks(world, { kind: 'correction', field: 'unit', words: 'Royalty' })
  await answers(world, await world.as(world.nadia), 'correction', { answer: 'refused', reason: 'No.' })
  expect(await kinds()).toEqual(['correction', 'erasure'])
  world.now('2027-04-13T02:23Z')
  await runCron(world.platform, NIGHT)
  expect(await kinds()).toEqual(['correction', 'erasure'])
  world.now('2027-04-15T02:23Z')
  await runCron(world.platform, NIGHT)
  expect(await kinds()).toEqual(['erasure'])
  expect(his).toBeDefined()
})

test('the page before an erasure says what goes, what stays and who hears; its press does it', async () => {
  const world = await aWorld()
  const his = await asks(world, { kind: 'erasure' })
  const { bernard, nadia, tom } = world
  const nadias = await world.as(nadia)
  const path = `/people/${bernard.id}/erasure`
  expect(text(await nadias.get('/today'))).toContain(`href="${path}"`)
  expect(text(await nadias.get(`/people/${bernard.id}`))).toContain(`href="${path}"`)
  const page = text(await nadias.get(path))
  for (const said of ['Asked for by this person', 'One date is cancelled', tom.name, 'no total changes'])
    expect(page).toContain(said)

  const done = await submitted(nadias, path, {})
  expect(done.headers.get('Location')).toBe('/people?done=erasing')
  expect(text(await nadias.get('/today'))).not.toContain('Asks to be erased')
  // Nobody tells the holder of an old link more than that it is dead, and whom to write to.
  const dead = await his.page()
  expect([dead.status, text(dead).includes(nadia.email)]).toEqual([410, true])
  expect(text(await nadias.get(path))).toContain('It was confirmed on')
  await runCron(world.platform, MINUTELY)
  world.now('2027-03-15T09:02Z')
  await runCron(world.platform, MINUTELY)
  expect((await nadias.get(path)).status).toBe(404)
  expect((await his.page()).status).toBe(410)
  expect(await bernardOf(world)).toMatchObject({ name: '–' })
})

test('the API erases too, answers the same twice, and refuses whoever cannot go with a sentence', async () => {
  const world = await aWorld()
  const nadias = await world.as(world.nadia)
  const erase = (id: string) => nadias.post(`/api/v1/people/${id}/erasure`, {})
  expect(await erase(world.odile.id)).toMatchObject({
    status: 200,
    body: { id: world.odile.id, erased: true, waitsFor: 0 },
  })
  expect(await erase(world.odile.id)).toMatchObject({ status: 200, body: { erased: true } })
  expect(await erase(world.nadia.id)).toMatchObject({
    status: 409,
    body: { error: { code: 'owner-stays' } },
  })
  expect(text(await nadias.get(`/people/${world.nadia.id}/erasure`))).toContain('cannot be erased')
  expect(await erase('per_aaaaaaaaaaaaaaaaaaaaaaaaaa')).toMatchObject({ status: 404 })
})

test('whoever has left can still be erased', async () => {
  const world = await aWorld()
  const { platform, bernard, nadia } = world
  await anOffer(settingOf(world), world.pairing)
  await asks(world, { kind: 'erasure' })
  have(await setDeparture(platform, bernard.id, '2027-03-01', asManager(nadia)))
  const nadias = await world.as(nadia)
  expect((await nadias.get(`/people/${bernard.id}`)).status).toBe(404)
  expect(text(await nadias.get(`/people/${bernard.id}/erasure`))).toContain('Asked for by this person')
  await submitted(nadias, `/people/${bernard.id}/erasure`, {})
  for (const at of ['2027-03-15T09:31Z', '2027-03-15T09:32Z']) {
    world.now(at)
    await runCron(platform, MINUTELY)
  }
  expect(await bernardOf(world)).toMatchObject({ name: '–' })
})

test('what somebody asked who has left since is answered without leading to a page that is not there', async () => {
  const world = await aWorld()
  const { platform, bernard, nadia } = world
  await anOffer(settingOf(world), world.pairing)
  await asks(world, { kind: 'correction', field: 'unit', words: 'Group finance' })
  have(await setDeparture(platform, bernard.id, '2027-03-01', asManager(nadia)))
  const nadias = await world.as(nadia)
  const today = text(await nadias.get('/today'))
  expect(today).toContain('Asks for a correction')
  expect(today).toContain(bernard.name)
  expect(today).not.toMatch(/Take it over|Correct it/)
  expect(today).not.toContain(`href="/people/${bernard.id}"`)
  await answers(world, nadias, 'correction', { answer: 'done' })
  expect(text(await nadias.get('/today'))).not.toContain('Asks for a correction')
})

test('who is erased from one of two programmes reads that on his record, and nothing else of it', async () => {
  const world = await aWorld()
  const { platform, tom, nadia } = world
  const { fabrikam } = await fabrikamBeside(world)
  const member = { programmeId: fabrikam.id, personId: tom.id, role: 'mentor' } as const
  have(await inOneBatch(platform.db, insertMembership(platform.db, member, platform.now())))
  await submitted(await world.as(nadia), `/people/${tom.id}/erasure`, {})
  await runCron(platform, MINUTELY)
  const record = text(await (await world.as(tom)).get('/mine/record'))
  expect(record).toContain('you were erased from “Northwind leadership”')
  expect(record).toContain('Fabrikam')
})

test('a mentor reads who looked at what is about him, and finds the seal beside it', async () => {
  const world = await aWorld()
  const nadias = await world.as(world.nadia)
  await nadias.get(`/people/${world.tom.id}`)
  await nadias.get(`/pairings/${world.pairing.id}`)
  await runCron(world.platform, NIGHT)
  const record = text(await (await world.as(world.tom)).get('/mine/record'))
  expect(record).toContain(world.nadia.name)
  expect(record).toContain('your page among the people')
  expect(record).toContain('the page of the two who meet')
  expect(record).toContain('Up to line ')
})

type Fields = Readonly<Record<string, string>>

/** Mr Bernard asks on his own record. */
async function asks(world: World, asked: Fields) {
  const his = await opened(world)
  expect((await his.send({ act: 'ask', ...asked })).status).toBe(200)
  return his
}

async function opened(world: World) {
  const id = await env.DB.prepare("SELECT id FROM sessions WHERE status IN ('fixed', 'offered')").first('id')
  const open = typeof id === 'string' && isId('ses', id) ? await findSession(world.platform.db, id) : null
  const session = open ?? (await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z'))
  const own = await link(world.platform, 'own', session, world.bernard)
  const [page = '', k = ''] = own.replace('/own', '/own/record').split('?k=')
  const client = await world.as(null)
  return {
    page: () => client.get(`${page}?k=${k}`),
    send: (fields: Fields) => submitted(client, page, { k, programme: world.northwind.id, ...fields }),
  }
}

/** What Nadia answers, as she read it on Today. */
async function answers(
  { platform, bernard, northwind }: World,
  nadias: Client,
  kind: 'correction' | 'erasure',
  fields: Fields,
): Promise<Answer> {
  const asked = await env.DB.prepare('SELECT at FROM record_requests WHERE kind = ?')
    .bind(kind)
    .first<number>('at')
  return submitted(nadias, '/today/deeds', {
    ...{ line: `asks-${kind}:${bernard.id}`, programme: northwind.id },
    ...{ readAt: String(asked ?? platform.now()), ...fields },
  })
}

function bernardOf({ platform, bernard, northwind }: World) {
  return findPerson(platform.db, bernard.id, northwind.id)
}

async function kinds(): Promise<readonly unknown[]> {
  const { results } = await env.DB.prepare('SELECT kind FROM record_requests ORDER BY kind').all()
  return results.map(({ kind }) => kind)
}

function text({ body }: Answer): string {
  return String(body)
}
