import { expect, test } from 'vitest'

import { cancelSession } from '../../../worker/actions/session/cancel.ts'
import { submitted } from '../../support/forms.ts'
import { link } from '../../support/links.ts'
import { aLoggedSession } from '../../support/logged-session.ts'
import { aFixedSession, aWorld, have, settingOf, type World } from '../../support/world.ts'

const AHEAD = '2027-03-17T09:00Z'

test('a cancelled session leads on to new times, and for a minute back, whichever way she comes', async () => {
  const world = await aWorld()
  const { id } = await aFixedSession(settingOf(world), world.pairing, AHEAD)
  const nadia = await world.as(world.nadia)
  await submitted(nadia, `/sessions/${id}/cancellation`, {})

  const page = await textOf(world, `/sessions/${id}`)
  expect(page).toMatch(/Cancelled · Nadia Haddad, in Sotto/)
  expect(page).toContain(`/pairings/${world.pairing.id}/offer`)
  expect(page).toMatch(/name="pressed"[^>]*value="ses_/)

  world.now('2027-03-15T10:00Z')
  expect(await textOf(world, `/sessions/${id}`)).not.toContain('name="pressed"')
})

test('a logged session leads to the one that follows it', async () => {
  const world = await aWorld()
  const { id } = await aLoggedSession(world, '2027-03-15T09:00Z', 'Read one thread')
  const { body } = await (await world.as(world.nadia)).get(`/sessions/${id}`)
  const [, next = ''] = /href="\/sessions\/(ses_\w+)">The next session/.exec(String(body)) ?? []

  expect(next).not.toBe('')
  expect(next).not.toBe(id)
})

test('a mentor and an assistant read what became of a session that is cancelled, and where it goes on', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, AHEAD)
  const by = { id: world.nadia.id, door: 'manager', reach: [world.northwind.id] } as const
  have(await cancelSession(world.platform, session.id, { reopen: false }, by))

  const day = await (await world.as(null)).get(await link(world.platform, 'meeting', session, world.tom))
  expect(String(day.body)).toMatch(/Cancelled<\/span>[\s\S]*There is nothing left to do[\s\S]*href="\/mine"/)
  const desk = await (await world.as(world.odile)).get(`/desk/sessions/${session.id}`)
  expect(String(desk.body)).toMatch(/href="\/desk"[\s\S]*Cancelled<\/span>/)
})

async function textOf(world: World, path: string): Promise<string> {
  return String((await (await world.as(world.nadia)).get(path)).body)
}
