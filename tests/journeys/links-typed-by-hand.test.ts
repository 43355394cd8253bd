import { expect, test } from 'vitest'

import { changePairing } from '../../worker/actions/pairing/change.ts'
import { bookSession } from '../../worker/actions/session/book.ts'
import { changePlace } from '../../worker/actions/session/change-place.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { submitted } from '../support/forms.ts'
import { bring, confirm } from '../support/imports.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
} from '../support/world.ts'

const [ONE, TWO] = ['https://rooms.example/1', 'https://rooms.example/2'] as const
const ON = '2027-03-23'
const link = (url: string) => ({ kind: 'link', url }) as const

test('a link of the list that is typed by hand serves one session that day like one that is given', async () => {
  const { nadia, here, pairings } = await two()
  const first = await aFixedSession(here, pairings[0], `${ON}T10:00Z`)
  const second = await aFixedSession(here, pairings[1], `${ON}T11:00Z`)
  expect([first, second].map(urlOf)).toEqual([ONE, TWO])

  const api = `/api/v1/sessions/${second.id}/place`
  expect(await nadia.post(api, { place: link(ONE) })).toMatchObject({
    status: 409,
    body: { error: { code: 'link-taken', message: expect.stringContaining('serves another session') } },
  })
  const typed = { placeKind: 'link', place: ONE, back: '/today' }
  const page = await submitted(nadia, `/sessions/${second.id}/place`, typed)
  expect([page.status, String(page.body)]).toEqual([
    409,
    expect.stringContaining('this link of the mentor’s list serves another session'),
  ])
  expect((await nadia.post(api, { place: link('https://meet.example/ours') })).status).toBe(200)
})

test('whoever is given a link later that day does not get one that was typed', async () => {
  const { world, here, by, pairings } = await two()
  const first = await aFixedSession(here, pairings[0], `${ON}T10:00Z`)
  have(await changePlace(world.platform, first.id, { kind: 'room', room: 'Room 4' }, by))
  const typed = have(await changePlace(world.platform, first.id, link(TWO), by))
  expect(typed.place).toMatchObject({ url: TWO, day: ON })
  have(await changePlace(world.platform, first.id, link(ONE), by))
  expect(urlOf(await aFixedSession(here, pairings[1], `${ON}T11:00Z`))).toBe(TWO)
})

test('a link of the list that is named with the booking is guarded, and refused where it is taken', async () => {
  const { world, by, pairings } = await two()
  const booked = (pairing: (typeof pairings)[number], hour: number, url: string) => {
    const wish = { id: world.platform.newId('ses'), pairingId: pairing.id, start: at(`${ON}T${hour}:00Z`) }
    return bookSession(world.platform, { ...wish, minutes: null, place: link(url), reason: null }, by)
  }
  expect(have(await booked(pairings[0], 10, TWO)).place).toMatchObject({ url: TWO, day: ON })
  expect(await booked(pairings[1], 11, TWO)).toMatchObject({
    ok: false,
    refusal: { reason: 'link-taken', on: ON },
  })
  expect(urlOf(have(await booked(pairings[1], 11, ONE)))).toBe(ONE)
})

test('one that was chosen stays where the pairing has a place, and goes with a move', async () => {
  const { world, here, by, pairings } = await two()
  const [pairing] = pairings
  have(await changePairing(world.platform, pairing.id, { place: { kind: 'room', room: 'Room 4' } }, by))
  const session = await aFixedSession(here, pairing, `${ON}T10:00Z`)
  expect(session.place).toBeNull()
  have(await changePlace(world.platform, session.id, link(TWO), by))
  have(await changePairing(world.platform, pairing.id, { place: { kind: 'room', room: 'Room 5' } }, by))
  const move = { start: at('2027-03-24T10:00Z'), minutes: null, reason: 'agreed' }
  const moved = have(await moveSession(world.platform, session.id, move, by))
  expect(moved.place).toMatchObject({ url: TWO, day: '2027-03-24' })
})

test('one that was chosen for times on offer is guarded once one of them is taken', async () => {
  const { world, here, by, pairings } = await two()
  const open = await anOffer(here, pairings[0])
  have(await changePlace(world.platform, open.id, link(TWO), by))
  expect(await aFixedSession(here, pairings[0], `${ON}T10:00Z`)).toMatchObject({
    place: { url: TWO, day: ON },
  })
})

test('a pairing that meets under a link of the list has it for one session a day', async () => {
  const { world, here, by, pairings } = await two()
  for (const { id } of pairings) have(await changePairing(world.platform, id, { place: link(TWO) }, by))
  const first = await aFixedSession(here, pairings[0], `${ON}T10:00Z`)
  const second = await aFixedSession(here, pairings[1], `${ON}T11:00Z`)
  expect([first, second].map(urlOf)).toEqual([TWO, ONE])
})

test('an import that names one link for two pairings gives each date of a day one of its own', async () => {
  const { world, here, by, executives, pairings } = await two()
  const room = { kind: 'room', room: 'Room 4' } as const
  for (const { id } of pairings) have(await changePairing(world.platform, id, { place: room }, by))
  const sessions = [
    await aFixedSession(here, pairings[0], `${ON}T10:00Z`),
    await aFixedSession(here, pairings[1], `${ON}T11:00Z`),
  ]
  const lines = executives.map(({ email }) => `${world.tom.email},${email},${TWO}`)
  const read = await bring(world, 'pairings', ['mentor,executive,place', ...lines].join('\n'))
  expect(await confirm(world, read)).toMatchObject({ status: 200, body: { changed: 2 } })
  const after = await Promise.all(sessions.map(({ id }) => findSession(world.platform.db, id)))
  expect(after.map((each) => each && urlOf(each)).toSorted()).toEqual([ONE, TWO])
})

/** Tom with two executives and a list of two links. */
async function two() {
  const world = await aWorld()
  const here = settingOf(world)
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.tom.id}`, { rules: { meetingLinks: [ONE, TWO] } })
  const yara = await aPersonIn(here, 'executive', { name: 'Yara Okoye' })
  const pairings = [world.pairing, await aPairing(here, world.tom, yara)] as const
  return { world, here, nadia, by: asManager(world.nadia), executives: [world.bernard, yara], pairings }
}

function urlOf({ place }: { readonly place: unknown }): string | null {
  return place === null ? null : String(Object(place).url)
}
