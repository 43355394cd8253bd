import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { stopAddress } from '../../worker/actions/letter/stop-address.ts'
import { askToSignIn } from '../../worker/actions/sign-in/ask.ts'
import type { ProgrammeId } from '../../worker/domain/ids.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import type { Answer, Client } from '../support/client.ts'
import { submitted } from '../support/forms.ts'
import { kindsOnToday } from '../support/today.ts'
import { aFixedSession, aPairing, aPersonIn, aWorld, fabrikamBeside, type World } from '../support/world.ts'

const RIGHT = 'right@people.example'
const HERS = 'sgn_aaaaaaaaaaaaaaaaaaaaaaaaaa'
const THEIRS = 'sgn_bbbbbbbbbbbbbbbbbbbbbbbbbb'

test('an invitation to a mentor whom two programmes have is in the lists of the one that sent it, and opens for nobody else', async () => {
  const { world, nadia, rita, tom } = await shared()
  await submitted(rita, `/people/${tom.id}/invitation`, { press: THEIRS })
  await tick(world.platform)
  const id = await letterOf('invitation')
  expect(await kindsIn(rita)).toContain('invitation')
  expect(await kindsIn(nadia)).not.toContain('invitation')
  expect(String((await nadia.get('/deliveries')).body)).not.toContain(id)
  for (const path of ['as-they-see-it', 'source']) {
    expect((await rita.get(`/deliveries/${id}/${path}`)).status).toBe(200)
    expect((await nadia.get(`/deliveries/${id}/${path}`)).status).toBe(404)
  }
  for (const path of ['retry', 'address'])
    expect((await submitted(nadia, `/deliveries/${id}/${path}`, {})).status).toBe(404)
})

test('an invitation that fails stands on the Today of its own programme alone', async () => {
  const { world, beside, rita, tom } = await shared()
  await submitted(rita, `/people/${tom.id}/invitation`, { press: THEIRS })
  await env.DB.prepare("UPDATE outbox SET state = 'failed', error = 'smtp-message-554' WHERE id = ?")
    .bind(await letterOf('invitation'))
    .run()
  expect(await kindsOnToday({ ...world, nadia: beside.rita })).toContain('undelivered')
  expect(await kindsOnToday(world)).not.toContain('undelivered')
})

test('a mail to try out sending is in the list of the programme in whose name it was sent', async () => {
  const { world, beside, nadia, rita } = await shared()
  const there = { platform: world.platform, programme: beside.fabrikam, manager: beside.rita }
  await aPersonIn(there, 'sponsor', { name: 'Nadia Haddad', email: world.nadia.email })
  await submitted(nadia, '/deliveries/test', { programmeId: world.northwind.id })
  expect(await kindsIn(nadia)).toContain('test')
  expect(await kindsIn(rita)).not.toContain('test')
})

test('the mail about tomorrow to an assistant of two programmes is listed where her dates of tomorrow are', async () => {
  const { world, beside, nadia, rita } = await shared()
  const there = { platform: world.platform, programme: beside.fabrikam, manager: beside.rita }
  const odile = await aPersonIn(there, 'assistant', { name: 'Odile Martin', email: world.odile.email })
  const zoe = await aPersonIn(there, 'executive', { name: 'Zoe Fabre', assistantIds: [odile.id] })
  await aFixedSession(there, await aPairing(there, beside.ugo, zoe), '2027-03-16T10:00Z')
  world.now('2027-03-15T15:30Z')
  await tick(world.platform)
  expect(await kindsIn(rita)).toContain('digest')
  expect(await kindsIn(nadia)).not.toContain('digest')
})

test('a letter to sign in is one of each programme that it opens; none of their managers reads in whose name it came', async () => {
  const { world, nadia, rita, tom } = await shared()
  await askFor(world, tom.email)
  const id = await letterOf('sign-in')
  for (const manager of [nadia, rita]) {
    expect(await kindsIn(manager)).toEqual(['sign-in'])
    expect(String((await manager.get('/deliveries')).body)).not.toContain('as-they-see-it')
    for (const path of ['as-they-see-it', 'source'])
      expect((await manager.get(`/deliveries/${id}/${path}`)).status).toBe(404)
  }
})

test('a letter to sign in at an address that one programme wrote is in that one’s list alone', async () => {
  const { world, nadia, rita, tom } = await shared()
  await rita.patch(`/api/v1/people/${tom.id}`, { email: RIGHT })
  await askFor(world, RIGHT)
  expect(await kindsIn(rita)).toEqual(['sign-in'])
  expect(await kindsIn(nadia)).toEqual([])
})

test('a letter of an older version, which names no programme, is listed where its reader is in one only', async () => {
  const { world, nadia, rita, tom } = await shared()
  const uma = await aPersonIn(
    { platform: world.platform, programme: world.northwind, manager: world.nadia },
    'mentor',
    { name: 'Uma Rao' },
  )
  for (const { email } of [tom, uma]) await askFor(world, email)
  await env.DB.prepare("UPDATE outbox SET thread = 'sign-in:' || id").run()
  expect(await readersIn(nadia)).toEqual([uma.id])
  expect(await readersIn(rita)).toEqual([])
})

test('a programme whose id begins with that of another one keeps its letters to itself', async () => {
  const { world, nadia, rita, tom } = await shared(({ northwind }) => `${northwind.id}z`)
  await submitted(rita, `/people/${tom.id}/invitation`, { press: THEIRS })
  await tick(world.platform)
  expect(await kindsIn(rita)).toEqual(['invitation'])
  expect(await kindsIn(nadia)).toEqual([])
})

test('that an address gets no mail is told to those who have written there', async () => {
  const { world, rita, tom } = await shared()
  await rita.patch(`/api/v1/people/${tom.id}`, { email: RIGHT })
  await askFor(world, RIGHT)
  await askFor(world, tom.email)
  await stopAddress(world.platform, { address: RIGHT, kind: 'permanent', detail: '5.1.1' })
  expect(await kindsOnToday(world)).not.toContain('address-bounced')

  const other = await shared()
  await submitted(other.rita, `/people/${other.tom.id}/invitation`, { press: THEIRS })
  await tick(other.world.platform)
  await stopAddress(other.world.platform, { address: other.tom.email, kind: 'permanent', detail: '5.1.1' })
  expect(await kindsOnToday({ ...other.world, nadia: other.beside.rita })).toContain('address-bounced')
  expect(await kindsOnToday(other.world)).not.toContain('address-bounced')
  const page = async (client: Client) => (await client.get(`/people/${other.tom.id}?edit=addresses`)).body
  expect(String(await page(other.rita))).toMatch(/<option value="no" selected/)
  expect(String(await page(other.nadia))).not.toMatch(/<option value="no" selected/)
})

test('where an address is cleared, only one’s own letters are counted', async () => {
  const { world, nadia, rita, tom } = await shared()
  await stopAddress(world.platform, { address: tom.email, kind: 'permanent', detail: '5.1.1' })
  for (const client of [nadia, rita])
    await submitted(client, `/people/${tom.id}/invitation`, { press: client === nadia ? HERS : THEIRS })
  await tick(world.platform)
  const stopped = await env.DB.prepare("SELECT count(*) AS count FROM outbox WHERE state = 'stopped'").first()
  expect(stopped).toEqual({ count: 2 })
  const { body } = await nadia.get('/api/v1/deliveries')
  const [id] = [...JSON.stringify(body).matchAll(/"id":"(let_\w+)"/g)].map(([, each]) => each)
  const cleared = await submitted(nadia, `/deliveries/${id}/address`, {})
  expect(String(cleared.body)).toContain('Mail goes there again: 1 on the way.')
})

/** Tom is a mentor in both; neither has written to him. */
async function shared(idOf?: (world: World) => ProgrammeId) {
  const world = await aWorld()
  const beside = await fabrikamBeside(world, idOf?.(world))
  const there = { platform: world.platform, programme: beside.fabrikam, manager: beside.rita }
  const tom = await aPersonIn(there, 'mentor', { name: 'Tom Leroy', email: world.tom.email })
  const [nadia, rita] = [await world.as(world.nadia), await world.as(beside.rita)]
  return { world, beside, nadia, rita, tom }
}

async function askFor({ platform }: World, email: string): Promise<void> {
  await askToSignIn(platform, {
    email,
    locale: 'en',
    zone: 'UTC',
    network: '192.0.2.1',
    wayBack: null,
    browser: null,
  })
  await tick(platform)
}

async function letterOf(kind: string): Promise<string> {
  const id = await env.DB.prepare("SELECT id FROM outbox WHERE json_extract(letter, '$.kind') = ?")
    .bind(kind)
    .first('id')
  return String(id)
}

async function kindsIn(manager: Client): Promise<readonly string[]> {
  return fieldOf(await manager.get('/api/v1/deliveries'), 'kind')
}

async function readersIn(manager: Client): Promise<readonly string[]> {
  return fieldOf(await manager.get('/api/v1/deliveries'), 'personId')
}

function fieldOf({ body }: Answer, name: string): readonly string[] {
  const { deliveries } = Object(body)
  return deliveries.map((each: Readonly<Record<string, string>>) => each[name])
}
