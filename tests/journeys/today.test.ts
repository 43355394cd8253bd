import { expect, test } from 'vitest'

import { answerFor } from '../../worker/actions/session/answer-for.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

test('a line of Today is put off to a day in the manager’s zone, and comes back on it', async () => {
  const world = await aWorld()
  const { nadia, now } = world
  await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  now('2027-03-17T10:00Z')
  const client = await world.as(nadia)
  const [line] = await linesOf(world)
  expect(line).toMatchObject({ kind: 'not-logged' })

  const snoozed = await client.post('/api/v1/today/snoozes', { key: line?.key, until: '2027-03-19' })
  expect(snoozed).toMatchObject({ status: 201, body: { key: line?.key, until: '2027-03-19' } })
  expect(await linesOf(world)).toEqual([])
  const again = await client.post('/api/v1/today/snoozes', { key: line?.key, until: '2027-03-19' })
  expect(again.status).toBe(201)

  now('2027-03-18T23:00Z')
  expect(await linesOf(world)).toHaveLength(1)
})

test('the page snoozes a line with one form; a line somebody waits for cannot be settled for good', async () => {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  world.now('2027-03-17T10:00Z')
  const client = await world.as(world.nadia)
  const [line] = await linesOf(world)
  const post = (fields: Record<string, string>) =>
    client.ask('/today/snoozes', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })

  expect((await client.get('/today')).body).toContain(`value="${line?.key}"`)
  expect((await post({ key: line?.key ?? '', done: 'yes' })).status).toBe(409)
  expect((await post({ key: line?.key ?? '', until: 'soon' })).status).toBe(422)
  expect((await post({ key: line?.key ?? '', until: '2027-03-24' })).status).toBe(303)
  const [shown, putOff] = String((await client.get('/today')).body).split('class="quietly"')
  expect(shown).not.toContain(`value="${line?.key}"`)
  expect(putOff).toContain(`value="${line?.key}"`)

  expect((await post({ key: line?.key ?? '', again: 'yes' })).status).toBe(303)
  const [again] = String((await client.get('/today')).body).split('class="quietly"')
  expect(again).toContain(`value="${line?.key}"`)
})

test('nobody snoozes a line of another manager’s programme', async () => {
  const world = await aWorld()
  const { rita } = await fabrikamBeside(world)
  await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  world.now('2027-03-17T10:00Z')
  const [line] = await linesOf(world)
  const client = await world.as(rita)

  const wish = { key: line?.key, until: '2027-03-24' }
  expect((await client.post('/api/v1/today/snoozes', wish)).status).toBe(404)
  expect(
    (await client.post('/api/v1/today/snoozes', { ...wish, programmeId: world.northwind.id })).status,
  ).toBe(404)
  expect(await linesOf(world)).toHaveLength(1)
})

test('a line that asks for a word names who answers: the assistant, or an executive without one', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const yara = await aPersonIn(here, 'executive', { name: 'Yara Okoye' })
  await anOffer(here, await aPairing(here, world.tom, yara))
  const session = await aFixedSession(here, world.pairing, '2027-03-18T09:00Z')
  const perhaps = { personId: world.bernard.id, partstat: 'TENTATIVE' } as const
  have(await answerFor(world.platform, session.id, perhaps, { id: world.bernard.id, door: 'link' }))
  world.now('2027-03-17T10:00Z')

  const { body } = await (await world.as(world.nadia)).get('/today')
  const page = String(body)
  const mailTo = (name: string) => new RegExp(`href="mailto:([^?]+)[^"]*">Write to ${name}<`).exec(page)?.[1]
  expect(mailTo('Odile Martin')).toBe(world.odile.email)
  expect(page).toContain('>Remind Yara Okoye<')
  expect(mailTo('Yara Okoye')).toBeUndefined()
  expect(page).not.toContain('to the assistant')
})

type Line = { readonly kind: string; readonly key: string }

async function linesOf(world: World): Promise<readonly Line[]> {
  const client = await world.as(world.nadia)
  const answer = await client.get('/api/v1/today')
  const { items } = answer.body as { readonly items: readonly Line[] }
  return items
}
