import { expect, test } from 'vitest'

import { changePerson } from '../../../../worker/actions/people/change.ts'
import { findSession } from '../../../../worker/storage/session/session.ts'
import { submitted } from '../../../support/forms.ts'
import {
  aFixedSession,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
} from '../../../support/world.ts'

const ROOM = 'https://rooms.example/1'
const OTHER = 'https://meet.example/ours'

test('a date for which no link was left is on Today, and a link that is pasted there finishes it', async () => {
  const { world, nadia, second } = await twoOfOneDay()
  const page = String((await nadia.get('/today')).body)
  expect(page).toContain('No link of the mentor’s list was left for this day')
  expect(page).toContain(`action="/sessions/${second.id}/place"`)
  expect(await linesOf(nadia)).toMatchObject([
    { kind: 'no-link', action: 'set-place', sessionId: second.id, personId: world.tom.id },
  ])

  const back = /name="back" value="([^"]+)"/.exec(
    page.slice(page.indexOf(`/sessions/${second.id}/place`)),
  )?.[1]
  const fields = { placeKind: 'link', place: OTHER, back: back ?? '' }
  const set = await submitted(nadia, `/sessions/${second.id}/place`, fields)
  expect([set.status, set.headers.get('Location')]).toEqual([
    303,
    expect.stringMatching(/^\/today\?pressed=/),
  ])
  expect((await findSession(world.platform.db, second.id))?.place).toEqual({ kind: 'link', url: OTHER })
  expect(String((await nadia.get('/today')).body)).not.toContain('was left for this day')
  expect(await linesOf(nadia)).toEqual([])
})

test('what is no link comes back with its sentence, and nothing is changed', async () => {
  const { world, nadia, second } = await twoOfOneDay()
  const fields = { placeKind: 'link', place: 'http://meet.example', back: '/today' }
  const { status, body } = await submitted(nadia, `/sessions/${second.id}/place`, fields)
  expect([status, String(body)]).toEqual([422, expect.stringContaining('begins with https://')])
  expect((await findSession(world.platform.db, second.id))?.place).toBeNull()
})

test('a place of the pairing, and an hour that has passed, end the line', async () => {
  const { world, nadia, second } = await twoOfOneDay()
  const place = { kind: 'room', room: 'Room 4' }
  expect((await nadia.patch(`/api/v1/pairings/${second.pairingId}`, { place })).status).toBe(200)
  expect(await linesOf(nadia)).toEqual([])
  expect((await nadia.patch(`/api/v1/pairings/${second.pairingId}`, { place: null })).status).toBe(200)
  expect(await linesOf(nadia)).toHaveLength(1)
  world.now('2027-03-23T11:29Z')
  expect(await linesOf(await world.as(world.nadia))).toHaveLength(1)
  world.now('2027-03-23T11:30Z')
  expect(await linesOf(await world.as(world.nadia))).toEqual([])
})

async function twoOfOneDay() {
  const world = await aWorld()
  const here = settingOf(world)
  const rules = { meetingLinks: [ROOM] }
  have(await changePerson(world.platform, world.tom.id, { rules }, asManager(world.nadia)))
  const yara = await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Yara Okoye' }))
  await aFixedSession(here, world.pairing, '2027-03-23T10:00Z')
  const second = await aFixedSession(here, yara, '2027-03-23T11:00Z')
  const nadia = await world.as(world.nadia)
  return { world, nadia, second }
}

async function linesOf(nadia: Awaited<ReturnType<typeof twoOfOneDay>>['nadia']) {
  return Object((await nadia.get('/api/v1/today?kind=no-link')).body).items
}
