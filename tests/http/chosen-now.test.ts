import { expect, test } from 'vitest'

import { findSession } from '../../worker/storage/session/session.ts'
import { submitted } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  settingOf,
  type World,
} from '../support/world.ts'

const textOf = (body: unknown) =>
  String(body)
    .replaceAll(/<style>[^]*?<\/style>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('a free time that is gone when it is sent leaves the list open, and no word of whose diary it was', async () => {
  const { world, path, k } = await asked()
  await takes(world, '2027-03-18T10:00Z')
  const choice = `at-${at('2027-03-18T10:00Z')}`
  const { status, body } = await submitted(await world.as(null), path, { k, choice })
  expect([status, textOf(body)]).toEqual([
    409,
    expect.stringContaining('This time is taken, or no longer open'),
  ])
  expect(textOf(body)).not.toMatch(/until 11:30|The mentor/)
  expect(String(body)).toMatch(/value="own" checked/)
  expect(String(body)).not.toContain(choice)
})

test('a free time that is chosen in a second tab is moved to by one press more', async () => {
  const { world, session, path, k } = await asked()
  const nobody = await world.as(null)
  await submitted(nobody, path, { k, choice: session.offer?.options[0]?.id ?? '' })
  const start = at('2027-03-19T10:00Z')
  const choice = `at-${start}`
  const second = await submitted(nobody, path, { k, choice })
  expect(second.status).toBe(409)
  expect(textOf(second.body)).toContain('You chose another time. Move it?')
  expect(String(second.body)).toContain(`name="choice" value="${choice}"`)

  const moved = await submitted(nobody, path, { k, choice, move: 'yes' })
  expect(moved.status).toBe(200)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ status: 'fixed', time: { start } })
})

test('no second of a minute is a time', async () => {
  const { world, session, path, k } = await asked()
  const choice = `at-${at('2027-03-19T10:00Z') + 61_234}`
  expect((await submitted(await world.as(null), path, { k, choice })).status).toBeGreaterThanOrEqual(400)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ status: 'offered' })
})

test('who accepts the date after all, in another tab, takes back what was proposed', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const [path = '', k = ''] = (await link(world.platform, 'invite', session, world.bernard)).split('?k=')
  const nobody = await world.as(null)
  await submitted(nobody, path, { k, answer: `at-${at('2027-03-18T10:00Z')}` })
  expect(textOf((await submitted(nobody, path, { k, answer: 'accept' })).body)).toContain(
    'It is in your calendar.',
  )
  expect(await findSession(world.platform.db, session.id)).toMatchObject({
    proposals: [],
    time: { start: at('2027-03-17T09:00Z') },
  })
  const nothing = await submitted(nobody, path, { k })
  expect([nothing.status, textOf(nothing.body)]).toEqual([422, expect.stringContaining('Choose one')])
})

async function asked() {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  const [path = '', k = ''] = (await link(world.platform, 'answer', session, world.odile)).split('?k=')
  return { world, session, path, k }
}

/** Tom meets somebody else then. */
async function takes(world: World, moment: string): Promise<void> {
  const faure = await aPersonIn(settingOf(world), 'executive', { name: 'Helene Faure' })
  await aFixedSession(settingOf(world), await aPairing(settingOf(world), world.tom, faure), moment)
}
