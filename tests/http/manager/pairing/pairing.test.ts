import { expect, test } from 'vitest'

import { changePairing } from '../../../../worker/actions/pairing/change.ts'
import { submitted } from '../../../support/forms.ts'
import { wordsOf } from '../../../support/pages.tsx'
import { aMentor, aPairing, asManager, aWorld, have, settingOf } from '../../../support/world.ts'

test('a pairing leads to both people; only a mentor who is not paired with the executive can take over', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const [ana, ben] = [await aMentor(here, 'Ana Roy'), await aMentor(here, 'Ben Ode')]
  await aPairing(here, ana, world.bernard)
  const nadia = await world.as(world.nadia)
  const path = `/pairings/${world.pairing.id}`
  const page = String((await nadia.get(path)).body)

  expect(page).toContain(`href="/people/${world.bernard.id}"`)
  expect(page).toContain(`href="/people/${world.tom.id}"`)
  expect(page).toContain(`<option value="${ben.id}"`)
  expect(page).not.toContain(`<option value="${ana.id}"`)
  const { status, body } = await nadia.get(`${path}/ending?mentorId=${ana.id}`)
  expect([status, wordsOf(String(body))]).toEqual([409, expect.stringContaining('already paired')])
})

test('what has ended is not offered an end', async () => {
  const world = await aWorld()
  const path = `/pairings/${world.pairing.id}`
  have(await changePairing(world.platform, world.pairing.id, { status: 'ended' }, asManager(world.nadia)))
  const nadia = await world.as(world.nadia)

  expect(await nadia.get(`${path}/ending`)).toMatchObject({ status: 303 })
})

test('a time outside the hours asks for the reason that books it, at the field for it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { status, body } = await submitted(nadia, `/pairings/${world.pairing.id}/sessions`, {
    ...{ date: '2027-03-18', time: '03:00', minutes: '30' },
  })

  expect(status).toBe(409)
  expect(String(body)).toMatch(/<a href="#reason">[^<]*You can do it anyway if you give a reason/)
})

test('whoever is not chosen is asked for by name', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { status, body } = await submitted(nadia, '/pairings', { programmeId: world.northwind.id })
  const words = wordsOf(String(body))

  expect(status).toBe(422)
  expect(words).toContain('Choose an executive.')
  expect(words).toContain('Choose a mentor.')
})
