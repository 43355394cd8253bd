import { expect, test } from 'vitest'

import { changePerson } from '../../../../worker/actions/people/change.ts'
import { changePlace } from '../../../../worker/actions/session/change-place.ts'
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

test('a date that has no place is on Today, and a link that is pasted there finishes it', async () => {
  const { world, nadia, second } = await twoOfOneDay()
  const page = String((await nadia.get('/today')).body)
  expect(page).toContain('This date has no place to meet')
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
  expect(String((await nadia.get('/today')).body)).not.toContain('no place to meet')
  expect(await linesOf(nadia)).toEqual([])
})

test('one press takes a link of the list that is free by now, and says so where there is none', async () => {
  const { world, nadia, second } = await twoOfOneDay()
  expect(String((await nadia.get('/today')).body)).toContain('value="of-list"')
  const press = () =>
    submitted(nadia, `/sessions/${second.id}/place`, { placeKind: 'of-list', back: '/today' })
  const { status, body } = await press()
  expect([status, String(body)]).toEqual([
    409,
    expect.stringContaining('None of the mentor’s links can be used for this session on that day'),
  ])
  expect(String(body)).toContain('value="of-list"')

  const rules = { meetingLinks: [ROOM, 'https://rooms.example/2'] }
  have(await changePerson(world.platform, world.tom.id, { rules }, asManager(world.nadia)))
  expect((await press()).headers.get('Location')).toMatch(/^\/today\?pressed=/)
  const placed = await findSession(world.platform.db, second.id)
  expect(placed?.place).toMatchObject({ url: 'https://rooms.example/2', day: '2027-03-23' })
  expect(await linesOf(nadia)).toEqual([])
  expect((await press()).status).toBe(303)
  expect((await findSession(world.platform.db, second.id))?.version).toBe(placed?.version)

  const room = { kind: 'room', room: 'Room 4' } as const
  have(await changePlace(world.platform, second.id, room, asManager(world.nadia)))
  expect((await press()).status).toBe(303)
  expect((await findSession(world.platform.db, second.id))?.place).toEqual(room)
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
