import { expect, test } from 'vitest'

import { PART } from '../../web/pages/manager/people/person-sections.ts'
import { bookSession } from '../../worker/actions/session/book.ts'
import { cancelSession } from '../../worker/actions/session/cancel.ts'
import { changePlace } from '../../worker/actions/session/change-place.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { undoPress } from '../../worker/actions/undo/undo.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import { SECOND } from '../../worker/domain/time/time.ts'
import { calendarIn } from '../support/calendar-parts.ts'
import { submitted } from '../support/forms.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  aMentor,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
} from '../support/world.ts'

const [ONE, TWO] = ['https://rooms.example/1', 'https://rooms.example/2'] as const
const ON = '2027-03-23'

test('two executives of one day get two links of the list, and without any left the page says so', async () => {
  const { world, nadia, here, pairings } = await three({ tom: [ONE, TWO] })
  const sessions = []
  for (const [row, pairing] of pairings.entries())
    sessions.push(await aFixedSession(here, pairing, `${ON}T${10 + row}:00Z`))
  expect(sessions.map(({ place }) => urlOf(place))).toEqual([ONE, TWO, null])
  const [first, , last] = sessions
  await deliverDue(world.platform)
  const raw = world.mails.map((mail) => calendarIn(mail.raw).replaceAll('\r\n ', ''))
  expect(raw.filter((text) => text.includes(`LOCATION:${ONE}`))).toHaveLength(2)

  const answer = (await nadia.get(`/api/v1/sessions/${first?.id}`)).body
  expect(answer).toMatchObject({ place: { kind: 'link', url: ONE } })
  expect(JSON.stringify(answer)).not.toContain('made')
  expect((await nadia.get(`/sessions/${last?.id}`)).body).toContain('This date has no place to meet')
  expect((await nadia.get(`/sessions/${first?.id}`)).body).not.toContain('no place to meet')
})

test('a move keeps the link where it is free that day, and takes another where it is not', async () => {
  const { world, here, by, pairings } = await three({ tom: [ONE, TWO] })
  const [one, two] = pairings
  const first = await aFixedSession(here, one, `${ON}T10:00Z`)
  const second = await aFixedSession(here, two, '2027-03-24T10:00Z')
  expect([first, second].map(({ place }) => urlOf(place))).toEqual([ONE, ONE])

  const move = async (id: typeof first.id, start: string) =>
    have(await moveSession(world.platform, id, { start: at(start), minutes: null, reason: 'agreed' }, by))
  expect(urlOf((await move(first.id, '2027-03-25T10:00Z')).place)).toBe(ONE)
  const moved = await move(first.id, '2027-03-24T12:00Z')
  expect(urlOf(moved.place)).toBe(TWO)
  await deliverDue(world.platform)
  const events = world.mails.map((mail) => calendarIn(mail.raw).replaceAll('\r\n ', ''))
  expect(events.filter((text) => text.includes(`LOCATION:${TWO}`))).toHaveLength(2)
})

test('a cancelled session leaves its link to the next one, and a room does so too', async () => {
  const { world, here, by, pairings } = await three({ tom: [ONE] })
  const [one, two, three_] = pairings
  const first = await aFixedSession(here, one, `${ON}T10:00Z`)
  have(await cancelSession(world.platform, first.id, { reopen: false }, by))
  const second = await aFixedSession(here, two, `${ON}T11:00Z`)
  expect(urlOf(second.place)).toBe(ONE)
  have(await changePlace(world.platform, second.id, { kind: 'room', room: 'Room 4' }, by))
  const third = await aFixedSession(here, three_, `${ON}T12:00Z`)
  expect(urlOf(third.place)).toBe(ONE)
  expect(urlOf(have(await changePlace(world.platform, second.id, null, by)).place)).toBeNull()
})

test('a press that can be taken back keeps the link that it freed until then', async () => {
  const { world, here, by, pairings } = await three({ tom: [ONE, TWO] })
  const pressed = { ...by, pressedBy: by.id }
  const [one, two, third] = pairings
  const first = await aFixedSession(here, one, `${ON}T10:00Z`)
  const gone = have(await cancelSession(world.platform, first.id, { reopen: false }, pressed))
  const second = await aFixedSession(here, two, `${ON}T11:00Z`)
  expect(urlOf(second.place)).toBe(TWO)
  const back = have(await undoPress(world.platform, first.id, gone.version, pressed))
  expect([back.status, urlOf(back.place)]).toEqual(['fixed', ONE])

  have(await cancelSession(world.platform, first.id, { reopen: false }, pressed))
  const { undoSeconds } = world.northwind.policy
  world.now(new Date(world.platform.now() + (undoSeconds + 1) * SECOND).toISOString())
  expect(urlOf((await aFixedSession(here, third, `${ON}T12:00Z`)).place)).toBe(ONE)
})

test('a stand-in meets under a link of his own list, and the mentor’s is free again', async () => {
  const { world, here, by, mia, pairings } = await three({ tom: [ONE], mia: [ONE, TWO] })
  const [one, two] = pairings
  const first = await aFixedSession(here, one, `${ON}T10:00Z`)
  const wish = { start: at(`${ON}T10:00Z`), minutes: null, reason: 'agreed', mentorId: mia.id }
  // Both have the same room on their lists, and it is taken.
  const second = await aFixedSession(here, two, '2027-03-24T10:00Z')
  const onThatDay = { start: at('2027-03-24T14:00Z'), minutes: null, reason: 'agreed', mentorId: mia.id }
  const instead = have(await moveSession(world.platform, first.id, onThatDay, by))
  expect([urlOf(second.place), urlOf(instead.place)]).toEqual([ONE, TWO])
  const back = have(await moveSession(world.platform, first.id, wish, by))
  expect(urlOf(back.place)).toBe(TWO)
  expect(urlOf((await aFixedSession(here, pairings[2], `${ON}T11:00Z`)).place)).toBe(ONE)
})

test('of two bookings at once that want the last link one gets it, and the other is booked without', async () => {
  const { world, here, by, mia, pairings } = await three({ tom: [ONE], mia: [ONE] })
  const yves = await aPersonIn(here, 'executive', { name: 'Yves Martin' })
  const ofMia = await aPairing(here, mia, yves)
  const booked = await Promise.all(
    [pairings[0], ofMia].map(({ id: pairingId }) => {
      const wish = { id: world.platform.newId('ses'), pairingId, start: at(`${ON}T10:00Z`) }
      return bookSession(world.platform, { ...wish, minutes: null, reason: null }, by)
    }),
  )
  const urls = booked.map((each) => urlOf(have(each).place))
  expect(new Set(urls)).toEqual(new Set([ONE, null]))
})

test('the list is set by the API and on the page, each link once; words that tell are refused', async () => {
  const { nadia, tom, programmeId } = await three({ tom: [] })
  const api = `/api/v1/people/${tom.id}`
  const set = (meetingLinks: unknown) => nadia.patch(api, { rules: { meetingLinks } })
  expect((await set([ONE, TWO])).body).toMatchObject({ rules: { meetingLinks: [ONE, TWO] } })
  expect((await set([ONE, ONE])).status).toBe(422)
  expect((await set(['http://rooms.example/1'])).status).toBe(422)
  expect((await set(Array.from({ length: 21 }, (_, row) => `${ONE}${row}`))).status).toBe(422)
  expect(await set([ONE, 'https://rooms.example/mentoring'])).toMatchObject({
    status: 409,
    body: { error: { code: 'outward-words' } },
  })
  const policy = { forbiddenWords: ['orchid'] }
  await nadia.patch(`/api/v1/programmes/${programmeId}`, { policy })
  expect((await set([ONE, 'https://orchid.example/1'])).status).toBe(409)

  const page = `/people/${tom.id}`
  const form = { [PART]: 'rules' }
  const typed = { ...form, 'rule-links': `${TWO}\r\n\r\n${ONE}\r\n${TWO}` }
  expect((await submitted(nadia, `${page}/rules`, typed)).status).toBe(303)
  expect((await nadia.get(api)).body).toMatchObject({ rules: { meetingLinks: [TWO, ONE] } })
  const wrong = await submitted(nadia, `${page}/rules`, { ...form, 'rule-links': `${ONE}\nroom 4` })
  expect(wrong).toMatchObject({ status: 422, body: expect.stringContaining('“room” is none') })
  await submitted(nadia, `${page}/rules`, { ...form, 'rule-links': '' })
  expect(JSON.stringify((await nadia.get(api)).body)).not.toContain('meetingLinks')
})

test('a mentor keeps his own list on the page of his hours, and puts it back', async () => {
  const { world, nadia, tom } = await three({ tom: [ONE] })
  const toms = await world.as(tom)
  expect((await toms.get('/availability')).body).toContain(ONE)
  const set = (links: string) =>
    submitted(toms, `/people/${tom.id}/availability`, { [PART]: 'links', 'rule-links': links })
  const saved = await set(`${TWO}\r\n${ONE}`)
  expect((await toms.get(saved.headers.get('Location') ?? '')).body).toContain('Links saved.')
  const list = async () => Object((await nadia.get(`/api/v1/people/${tom.id}`)).body).rules.meetingLinks
  expect(await list()).toEqual([TWO, ONE])
  expect(await set('room 4')).toMatchObject({ status: 422, body: expect.stringContaining('is none') })
  expect((await set('https://rooms.example/mentoring')).status).toBe(422)
  expect(await list()).toEqual([TWO, ONE])
  expect((await set('')).status).toBe(303)
  expect(await list()).toBeUndefined()
  const hours = (await nadia.get(`/api/v1/people/${tom.id}/availability`)).body
  expect(JSON.stringify(hours)).toContain('09:00')
})

type Lists = { readonly tom: readonly string[]; readonly mia?: readonly string[] }

/** Tom with three executives, and Mia, each with a list of links. */
async function three({ tom: ofTom, mia: ofMia = [] }: Lists) {
  const world = await aWorld()
  const here = settingOf(world)
  const mia = await aMentor(here, 'Mia Berg')
  const nadia = await world.as(world.nadia)
  for (const [{ id }, meetingLinks] of [
    [world.tom, ofTom],
    [mia, ofMia],
  ] as const)
    await nadia.patch(`/api/v1/people/${id}`, { rules: { meetingLinks } })
  const yara = await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Yara Okoye' }))
  const yann = await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Yann Petit' }))
  const pairings = [world.pairing, yara, yann] as const
  return {
    world,
    here,
    nadia,
    mia,
    tom: world.tom,
    by: asManager(world.nadia),
    programmeId: world.northwind.id,
    pairings,
  }
}

function urlOf(place: unknown): string | null {
  return place === null ? null : String(Object(place).url)
}
