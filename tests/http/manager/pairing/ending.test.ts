import { expect, test } from 'vitest'

import { findPairing } from '../../../../worker/storage/pairing/pairing.ts'
import { findSession } from '../../../../worker/storage/session/session.ts'
import { submitted } from '../../../support/forms.ts'
import { wordsOf } from '../../../support/pages.tsx'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aWorld,
  fabrikamBeside,
  settingOf,
  type World,
} from '../../../support/world.ts'

const statusOf = async ({ platform, pairing }: World) => (await findPairing(platform.db, pairing.id))?.status

test('the list of states ends nothing: it leads to the page that says what ends, and one button there ends it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/pairings/${world.pairing.id}`
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const shown = String((await nadia.get(path)).body)
  expect(shown).not.toContain('<option value="ended"')
  expect(shown).toContain(`href="${path}/ending"`)

  const chosen = await submitted(nadia, path, { status: 'ended' })
  expect([chosen.status, chosen.headers.get('Location')]).toEqual([303, `${path}/ending`])
  expect(await statusOf(world)).toBe('active')
  const page = wordsOf(String((await nadia.get(`${path}/ending`)).body))
  expect(page).toMatch(/date on Wed\w* 17 March 2027, 10:00/)
  expect(page).toContain('both calendars get a neutral cancellation')
  expect(page).toContain('No new times are asked for.')
  expect(page).toContain('Links about this pairing no longer work, Tom Leroy’s included')

  const ended = await submitted(nadia, `${path}/ending`, {})
  expect(ended.headers.get('Location')).toBe(`${path}?done=ended`)
  expect(await statusOf(world)).toBe('ended')
  expect((await findSession(world.platform.db, session.id))?.status).toBe('cancelled')
})

test('before a hand-over the page says who takes over and what becomes of times on offer', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/pairings/${world.pairing.id}`
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  await anOffer(settingOf(world), world.pairing)
  expect(String((await nadia.get(path)).body)).toMatch(/<form method="get" action="[^"]*\/ending"/)

  const html = String((await nadia.get(`${path}/ending?mentorId=${uma.id}`)).body)
  const page = wordsOf(html)
  expect(page).toContain('The times on offer are released')
  expect(page).toContain('This pairing ends and one with Uma Rao begins.')
  expect(await statusOf(world)).toBe('active')

  const id = /name="id" value="(pai_\w+)"/.exec(html)?.[1] ?? ''
  const handed = await submitted(nadia, `${path}/hand-over`, { id, mentorId: uma.id })
  expect(handed.headers.get('Location')).toBe(`/pairings/${id}?done=handed`)
  expect(await statusOf(world)).toBe('ended')
})

test('nobody ends a pairing of another manager', async () => {
  const world = await aWorld()
  const { rita } = await fabrikamBeside(world)
  const hers = await world.as(rita)
  const path = `/pairings/${world.pairing.id}/ending`
  expect((await hers.get(path)).status).toBe(404)
  expect((await submitted(hers, path, {})).status).toBe(404)
  expect(await statusOf(world)).toBe('active')
})
