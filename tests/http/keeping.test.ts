import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { tick } from '../../worker/http/dev/tick.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { saidIn } from '../support/html.ts'
import { link } from '../support/links.ts'
import { aFixedSession, anOffer, aWorld, settingOf, type World } from '../support/world.ts'

test('after new times were asked for the page no longer says that it is fixed, and offers to keep it', async () => {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  const press = pressing(world, await link(world.platform, 'answer', session, world.odile))
  await press({ choice: session.offer?.options[0]?.id ?? '' })
  const released = await press({ choice: 'anew' })
  expect(released).toMatch(/New times will follow.*you can still keep it.*Keep this time after all/)
  expect(released).not.toMatch(/This is fixed|That is all/)

  expect(await press({ choice: 'keep' })).toMatch(/you are keeping it after all.*This is fixed/)
  await afterTenMinutes(world)
  expect(await statusOf(world)).toBe('fixed')
})

test('whoever confirmed a decline can keep the time after all', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const press = pressing(world, await link(world.platform, 'confirm', session, world.bernard))
  expect(await press({})).toContain('Keep this time after all')
  expect(await press({ keep: 'yes' })).toContain('The time stands')
  await afterTenMinutes(world)
  expect(await statusOf(world)).toBe('fixed')
})

test('once a time is given up, none stands on the page of its invite, nor on that of the decline', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  await pressing(world, await link(world.platform, 'confirm', session, world.bernard))({})
  const declined = await opened(world, await link(world.platform, 'invite', session, world.bernard))
  expect(declined).toMatch(/17 March 2027.*This time was declined/)

  await afterTenMinutes(world)
  for (const purpose of ['invite', 'confirm'] as const) {
    const given = await opened(world, await link(world.platform, purpose, session, world.bernard))
    expect(given).toContain('A new time is being arranged')
    expect(given).not.toMatch(/2027|\d\d:\d\d/)
  }
})

test('what a rule says of a time that was written stands at its field, on each page that takes one', async () => {
  const world = await aWorld()
  const past = { date: '2027-03-12', time: '10:00' }
  const session = await anOffer(settingOf(world), world.pairing)
  const answer = await link(world.platform, 'answer', session, world.odile)
  expect(await refusedAt(world, answer, { choice: 'own', ...past })).toMatch(AT_DATE)

  const picked = { choice: session.offer?.options[0]?.id ?? '' }
  await pressing(world, answer)(picked)
  const invite = await link(world.platform, 'invite', session, world.bernard)
  expect(await refusedAt(world, invite, { answer: 'own', ...past })).toMatch(AT_DATE)

  const odile = await world.as(world.odile)
  const moved = await form(odile, `/desk/sessions/${session.id}/time`, { choice: 'own', ...past })
  expect(String(moved.body)).toMatch(AT_DATE)
})

test('whoever picks a second time is asked once whether to move it, by what is fixed and what was chosen', async () => {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  const answer = await link(world.platform, 'answer', session, world.odile)
  const [first, second] = session.offer?.options ?? []
  await pressing(world, answer)({ choice: first?.id ?? '' })
  const asked = await refusedAt(world, answer, { choice: second?.id ?? '' })
  expect(asked.match(/Move it\?/g)).toHaveLength(2)
  expect(asked).toMatch(/<h1>You chose another time. Move it\?.*Fixed so far.*You answered on.*Chosen now/)
  expect(asked).not.toContain('by Odile')
})

test('where nothing was chosen, it stands at the answers as well', async () => {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  const answer = await link(world.platform, 'answer', session, world.odile)
  expect(await refusedAt(world, answer, {})).toMatch(
    /<fieldset class="choices" aria-describedby="choice-error">.*id="choice-error">Choose one of the answers/,
  )
})

const AT_DATE = /<a href="#date">This time has already passed.*id="date-error">This time has already passed/

async function afterTenMinutes(world: World): Promise<void> {
  world.now('2027-03-15T08:20Z')
  await tick(world.platform)
}

async function statusOf({ platform, pairing }: World) {
  return (await findOpenSession(platform.db, pairing.id))?.status
}

async function opened(world: World, address: string): Promise<string> {
  return saidIn(String((await (await world.as(null)).get(address)).body)).join(' ')
}

function pressing(world: World, address: string) {
  return async (fields: Readonly<Record<string, string>>) => {
    const { status, body } = await sent(world, address, fields)
    expect(status).toBe(200)
    return saidIn(body).join(' ')
  }
}

async function refusedAt(world: World, address: string, fields: Readonly<Record<string, string>>) {
  const { status, body } = await sent(world, address, fields)
  expect(status).toBeGreaterThanOrEqual(400)
  return body
}

async function sent(world: World, address: string, fields: Readonly<Record<string, string>>) {
  const { pathname, searchParams } = new URL(address, env.ORIGIN)
  const k = searchParams.get('k') ?? ''
  const { status, body } = await form(await world.as(null), pathname, { k, ...fields })
  return { status, body: String(body) }
}

function form(
  { ask }: Awaited<ReturnType<World['as']>>,
  path: string,
  fields: Readonly<Record<string, string>>,
) {
  return ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
}
