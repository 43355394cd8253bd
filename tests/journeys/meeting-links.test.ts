import { expect, test } from 'vitest'

import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { changePlace } from '../../worker/actions/session/change-place.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import type { Place } from '../../worker/domain/pairing/pairing.ts'
import { findFeed } from '../../worker/storage/feed/feed.ts'
import { calendarIn } from '../support/calendar-parts.ts'
import { AS_NADIA, invited, northwind, TOM, UMA } from '../support/northwind.ts'
import { signedInBrowser } from '../support/signed-in-browser.ts'
import { at } from '../support/times.ts'
import { aPairing, aPersonIn, aWorld, settingOf } from '../support/world.ts'

const TEMPLATE = 'https://meet.example/{random}'
const MADE = /^https:\/\/meet\.example\/[0-9a-z]{26}$/
const policy = { meetingLink: TEMPLATE }

test('both invites, the mentor’s feed and the API say the session’s own link', async () => {
  const { world, session } = await invited({ policy })
  await world.deliver()
  const url = urlOf(session.place)
  expect(url).toMatch(MADE)
  expect(world.sent).toHaveLength(2)
  for (const { raw } of world.sent)
    expect(calendarIn(raw).replaceAll('\r\n ', '')).toContain(`LOCATION:${url}`)

  await subscribe(world.platform, TOM)
  const feed = await findFeed(world.platform.db, TOM)
  const path = `/calendar.ics?k=${feed ? await world.platform.tokenOf(feed.linkId) : ''}`
  const browser = await signedInBrowser(world.platform, null)
  const text = (await (await browser.get(path)).text()).replaceAll('\r\n ', '')
  expect(text).toContain(`LOCATION:${url}`)
})

test('a move keeps the link, and the template of tomorrow is for other dates', async () => {
  const { world, session } = await invited({ policy })
  const later = { start: at('2027-03-23T10:00Z'), minutes: null, reason: null }
  const moved = await moveSession(world.platform, session.id, later, AS_NADIA)
  expect(moved).toMatchObject({ ok: true, value: { place: session.place } })
})

test('a stand-in meets under a link of her own, and the old mentor does not know it', async () => {
  const own = { meetingLink: 'https://uma.example/r/{random}' }
  const { world, session } = await invited({ policy, people: { [UMA]: { rules: own } } })
  const same = { start: at('2027-03-22T10:00Z'), minutes: null, reason: null }
  const instead = await moveSession(world.platform, session.id, { ...same, mentorId: UMA }, AS_NADIA)
  expect(instead.ok && urlOf(instead.value.place)).toMatch(/^https:\/\/uma\.example\/r\/\w{26}$/)
  const back = await moveSession(world.platform, session.id, { ...same, mentorId: TOM }, AS_NADIA)
  expect(back.ok && urlOf(back.value.place)).toMatch(MADE)
  expect(back.ok && back.value.place).not.toEqual(session.place)
})

test('a room set for the session or the pairing takes the link’s place, and without it there is a link again', async () => {
  const { world, session } = await invited({ policy })
  const room = { kind: 'room', room: 'Room 4' } as const
  const set = (place: Place | null) => changePlace(world.platform, session.id, place, AS_NADIA)
  expect(await set(room)).toMatchObject({ ok: true, value: { place: room } })
  const again = await set(null)
  expect(again.ok && urlOf(again.value.place)).toMatch(MADE)

  await changePairing(world.platform, session.pairingId, { place: room }, AS_NADIA)
  expect(await world.session(session.id)).toMatchObject({ place: null, usual: { place: room } })
  await changePairing(world.platform, session.pairingId, { place: null }, AS_NADIA)
  expect(urlOf((await world.session(session.id)).place)).toMatch(MADE)
})

test('a form that sends the link back as it shows it changes nothing', async () => {
  const { world, session } = await invited({ policy })
  const place = { kind: 'link', url: urlOf(session.place) } as const
  const changed = await changePlace(world.platform, session.id, place, AS_NADIA)
  expect(changed).toMatchObject({ ok: true, value: { version: session.version } })
})

test('the template is set by the API and on the page, and words that tell are refused in it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const programme = `/api/v1/programmes/${world.northwind.id}`
  expect((await nadia.patch(programme, { policy })).body).toMatchObject({ policy })
  expect(
    (await nadia.patch(programme, { policy: { meetingLink: 'http://meet.example/{random}' } })).status,
  ).toBe(422)
  expect(
    await nadia.patch(programme, { policy: { meetingLink: 'https://meet.example/coaching/{random}' } }),
  ).toMatchObject({ status: 409, body: { error: { code: 'outward-words' } } })
  expect((await nadia.get(`/programmes/${world.northwind.id}`)).body).toContain(TEMPLATE)

  const tom = `/api/v1/people/${world.tom.id}`
  const own = { meetingLink: 'https://tom.example/{random}' }
  expect((await nadia.patch(tom, { rules: own })).body).toMatchObject({ rules: own })
  expect(
    await nadia.patch(tom, { rules: { meetingLink: 'https://meet.example/mentoring/{random}' } }),
  ).toMatchObject({ status: 409 })

  const yara = await aPersonIn(settingOf(world), 'executive', { name: 'Yara Okoye' })
  const other = await aPairing(settingOf(world), world.tom, yara)
  const booked = await Promise.all(
    [world.pairing, other].map(async ({ id }, row) => {
      const wish = { pairingId: id, start: `2027-03-2${row + 2}T10:00:00Z` }
      return (await nadia.post('/api/v1/sessions', wish)).body
    }),
  )
  const link = { kind: 'link', url: expect.stringMatching(/^https:\/\/tom\.example\/\w{26}$/) }
  expect(booked).toMatchObject([{ place: link }, { place: link }])
  expect(new Set(booked.map((each) => JSON.stringify(Object(each).place))).size).toBe(2)
  expect(JSON.stringify(booked)).not.toContain('made')
})

test('without a template nothing changes: the place stays open', async () => {
  const world = await northwind()
  expect((await world.fixed('2027-03-22T10:00Z')).place).toBeNull()
})

function urlOf(place: Place | null): string {
  return place?.kind === 'link' ? place.url : ''
}
