import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/change-person.ts'
import { readMail } from '../../worker/delivery/read-mail.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { listCommitments } from '../../worker/storage/outcomes.ts'
import { link } from '../support/links.ts'
import { aHeldSession } from '../support/held.ts'
import { aFixedSession, aWorld, have, settingOf, type World } from '../support/world.ts'

test('half-way to the next session one word goes to an executive who agreed to it, in the mentor’s name; once', async () => {
  const { world } = await agreed({ nudges: true })
  world.now('2027-03-26T12:00Z')
  await tick(world.platform)
  expect(wordsTo(world)).toEqual([])

  world.now('2027-03-27T12:00Z')
  await tick(world.platform)
  await tick(world.platform)
  expect(wordsTo(world).map(({ subject }) => subject)).toEqual(['A word from Tom Leroy'])
  const { text } = await readMail(wordsTo(world)[0]?.raw ?? '')
  expect(text).toContain('“Answer one question”')
})

test('who did not agree, or has said already how it stands, gets none', async () => {
  const { world } = await agreed({})
  world.now('2027-03-27T12:00Z')
  await tick(world.platform)
  expect(wordsTo(world)).toEqual([])

  const second = await agreed({ nudges: true })
  const own = await link(second.world.platform, 'own', second.session, second.world.bernard)
  await press(second.world, own, { done: 'partly' })
  second.world.now('2027-03-27T12:00Z')
  await tick(second.world.platform)
  expect(wordsTo(second.world)).toEqual([])
})

test('on his own page he says how it stands, and asks quietly for a rest; looking says nothing', async () => {
  const { world, session } = await agreed({})
  const own = await link(world.platform, 'own', session, world.bernard)
  const client = await world.as(null)
  expect((await client.get(own)).body).toContain('Answer one question')
  expect(await kinds(world)).not.toContain('asks-to-pause')

  expect((await press(world, own, { done: 'yes' })).status).toBe(200)
  expect((await press(world, own, { wish: 'pause' })).status).toBe(200)
  const before = world.mails.length
  await tick(world.platform)
  expect(world.mails.length).toBe(before)
  expect((await listCommitments(world.platform.db, world.pairing.id))[0]).toMatchObject({ done: 'yes' })
  expect(await kinds(world)).toContain('asks-to-pause')
})

test('the page behind an invite, which delegates read, sends the way to his own mail and shows nothing of it', async () => {
  const { world, session } = await agreed({})
  const invite = await link(world.platform, 'invite', session, world.bernard)
  const client = await world.as(null)
  expect((await client.get(invite)).body).not.toContain('Answer one question')
  expect((await press(world, invite, { answer: 'own-page' })).status).toBe(200)
  await tick(world.platform)
  expect(world.mails.at(-1)).toMatchObject({ to: world.bernard.email, subject: 'Your page' })
})

/** They met on the 16th, agreed on one thing, and meet again on 6 April. */
async function agreed(rules: { readonly nudges?: boolean }) {
  const world = await aWorld()
  have(await changePerson(world.platform, world.bernard.id, { rules }, world.nadia.id))
  await aHeldSession(world, '2027-03-16T09:00Z', 'Answer one question')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await tick(world.platform)
  return { world, session }
}

function wordsTo({ mails, bernard }: World) {
  return mails.filter(({ to, subject }) => to === bernard.email && subject.startsWith('A word'))
}

async function press(world: World, address: string, fields: Readonly<Record<string, string>>) {
  const { pathname, searchParams } = new URL(address, 'https://sotto.example')
  const body = new URLSearchParams({ k: searchParams.get('k') ?? '', ...fields })
  return (await world.as(null)).ask(pathname, { method: 'POST', body })
}

async function kinds(world: World): Promise<readonly string[]> {
  const { body } = await (await world.as(world.nadia)).get('/api/v1/today')
  return (body as { readonly items: readonly { readonly kind: string }[] }).items.map(({ kind }) => kind)
}
