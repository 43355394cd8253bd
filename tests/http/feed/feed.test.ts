import { env } from 'cloudflare:workers'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'

import { formats } from '../../../schema/index.ts'
import { subscribe, unsubscribe } from '../../../worker/actions/feed/subscribe.ts'
import { answerOffer } from '../../../worker/actions/offer/answer.ts'
import { offerTimes } from '../../../worker/actions/offer/make.ts'
import { cancelSession } from '../../../worker/actions/session/cancel.ts'
import type { PersonId } from '../../../worker/domain/ids.ts'
import { readBusy } from '../../../worker/domain/itip/busy.ts'
import type { Platform } from '../../../worker/platform.ts'
import { findFeed } from '../../../worker/storage/feed/feed.ts'
import { AS_NADIA, CLAUDE, NADIA, northwind, TOM } from '../../support/northwind.ts'
import { signedInBrowser } from '../../support/signed-in-browser.ts'
import { at, between } from '../../support/times.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
} from '../../support/world.ts'

test('a mentor’s calendar holds his sessions, with nobody’s address in it', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  const answer = await (await signedInBrowser(world.platform, null)).get(await feedPath(world.platform, TOM))
  const text = await answer.text()

  expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
  expect(eventsIn(text)).toEqual([
    { summary: '30 min with C. Bernard', start: '2027-03-22T10:00:00Z', status: 'CONFIRMED' },
  ])
  expect(text).not.toMatch(/METHOD|ORGANIZER|ATTENDEE|northwind/i)
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H')
})

test('a feed without sessions is a valid calendar: it has one component, which no program shows', async () => {
  const world = await northwind()
  const nobody = await signedInBrowser(world.platform, null)
  const answer = await nobody.get(await feedPath(world.platform, TOM))
  const text = await answer.text()
  const calendar = new ICAL.Component(ICAL.parse(text))

  expect(answer.status).toBe(200)
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone'])
  expect(readBusy(text, between('2027-03-01T00:00Z', '2027-04-01T00:00Z'))).toEqual({
    state: 'known',
    busy: [],
    problems: [],
  })
  await world.fixed('2027-03-22T10:00Z')
  expect(await (await nobody.get(await feedPath(world.platform, TOM))).text()).not.toContain('VTIMEZONE')
})

test('a manager’s feed names nobody when names are hidden', async () => {
  const world = await northwind({ people: { [CLAUDE]: { blockers: ['handled'] } } })
  await world.fixed('2027-03-22T10:00Z')
  const nobody = await signedInBrowser(world.platform, null)
  for (const id of [NADIA, TOM]) {
    const text = await (await nobody.get(await feedPath(world.platform, id))).text()
    expect(eventsIn(text).map(({ summary }) => summary)).toEqual(['1:1'])
    expect(text).not.toMatch(/Bernard|Leroy/)
  }
})

test('what a session begins with gives it the same title in the feeds as in the invites', async () => {
  const world = await aWorld()
  const { platform, tom, nadia: manager, pairing } = world
  const session = await aFixedSession(settingOf(world), pairing, '2027-03-22T10:00Z')
  const nadia = await world.as(manager)
  const nobody = await signedInBrowser(platform, null)
  const paths = await Promise.all([tom, manager].map(({ id }) => feedPath(platform, id)))
  const titles = async () =>
    Promise.all(
      paths.map(
        async (path) => eventsIn(await (await nobody.get(path)).text()).map(({ summary }) => summary)[0],
      ),
    )
  const inInvites = async () => {
    const { body } = await nadia.get(`/sessions/${session.id}/as-they-see-it`)
    return Array.from(String(body).matchAll(/Subject:<\/span> ([^<]*)/g), ([, said]) => said)
  }
  const outwardTitle = (title: string) => platform.db.update(formats).set({ outwardTitle: title })

  expect(await titles()).toEqual(['30 min with C. Bernard', '30 min with C. Bernard / T. Leroy'])
  // Nobody chose: it is what comes next on the path.
  await outwardTitle('Monthly look')
  expect(await titles()).toEqual(['Monthly look', 'Monthly look'])
  expect((await inInvites()).map((said) => said?.split(' · ')[0])).toEqual(['Monthly look', 'Monthly look'])
  await outwardTitle('Learning lunch')
  expect(await titles()).toEqual(['30 min with C. Bernard', '30 min with C. Bernard / T. Leroy'])
})

test('a short name that has become indiscreet is not in a feed', async () => {
  const world = await aWorld()
  const { platform, tom, nadia: manager, northwind: programme, bernard } = world
  const nadia = await world.as(manager)
  await nadia.patch(`/api/v1/people/${bernard.id}`, { shortName: 'Claude (Orchid)' })
  await aFixedSession(settingOf(world), world.pairing, '2027-03-22T10:00Z')
  const path = await feedPath(platform, tom.id)
  const read = async () => (await (await signedInBrowser(platform, null)).get(path)).text()
  expect(await read()).toContain('Claude (Orchid)')
  await nadia.patch(`/api/v1/programmes/${programme.id}`, { policy: { forbiddenWords: ['orchid'] } })
  expect(await read()).not.toContain('Orchid')
})

test('an unchanged feed is not sent again, and a cancelled session stays in it for a while', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  const nobody = await signedInBrowser(world.platform, null)
  const path = await feedPath(world.platform, TOM)
  const etag = (await nobody.get(path)).headers.get('ETag') ?? ''
  world.setNow('2027-03-16T08:00Z')
  expect((await nobody.get(path, { 'If-None-Match': etag })).status).toBe(304)

  await cancelSession(world.platform, session.id, { reopen: false }, { id: NADIA, door: 'manager' })
  const answer = await nobody.get(path, { 'If-None-Match': etag })
  expect(answer.status).toBe(200)
  expect(eventsIn(await answer.text())).toMatchObject([{ status: 'CANCELLED' }])
  world.setNow('2027-05-01T08:00Z')
  expect(eventsIn(await (await nobody.get(path)).text())).toEqual([])
})

test('a time held for an offer stands tentative in the mentor’s calendar alone, and goes with the hold', async () => {
  const world = await aWorld()
  const { platform, tom, nadia, bernard, pairing } = world
  const offered = await anOffer(settingOf(world), pairing)
  const nobody = await signedInBrowser(platform, null)
  const path = await feedPath(platform, tom.id)
  const text = await (await nobody.get(path)).text()
  const options = offered.offer?.options ?? []

  expect(options.length).toBeGreaterThan(1)
  expect(eventsIn(text)).toEqual(
    options.map(({ start }) => ({
      summary: '30 min with C. Bernard',
      start: new Date(start).toISOString().replace('.000', ''),
      status: 'TENTATIVE',
    })),
  )
  expect(uidsIn(text)).toEqual(options.map(({ id }) => `${id.slice(4)}.mentor@reply.sotto.example`))
  expect(text.match(/BUSYSTATUS:TENTATIVE/g)).toHaveLength(options.length)
  // To the byte the same, for the ETag.
  world.now('2027-03-15T08:05Z')
  expect(await (await nobody.get(path)).text()).toBe(text)
  const ofNadia = await feedPath(platform, nadia.id)
  expect(eventsIn(await (await nobody.get(ofNadia)).text())).toEqual([])

  const [first] = options
  const pick = {
    kind: 'option',
    offerId: offered.offer?.id ?? 'off_',
    optionId: first?.id ?? 'opt_',
    move: false,
  } as const
  await answerOffer(platform, offered.id, pick, { id: bernard.id, door: 'link' })
  expect(eventsIn(await (await nobody.get(path)).text()).map(({ status }) => status)).toEqual(['CONFIRMED'])
})

test('a tentative time is gone when its own last hour is over', async () => {
  const world = await aWorld()
  const { platform, tom, pairing } = world
  const offered = await anOffer(settingOf(world), pairing)
  const until = offered.offer?.options.map((each) => each.until) ?? []
  const path = await feedPath(platform, tom.id)
  world.now(new Date(Math.max(...until)).toISOString())
  expect(eventsIn(await (await (await signedInBrowser(platform, null)).get(path)).text())).toEqual([])
})

test('what a press that can be taken back keeps for its minute is held for nobody', async () => {
  const world = await aWorld()
  const { platform, tom, nadia } = world
  const { id } = await anOffer(settingOf(world), world.pairing)
  const path = await feedPath(platform, tom.id)
  const pressed = { ...asManager(nadia), pressedBy: nadia.id }
  have(await cancelSession(platform, id, { reopen: false }, pressed))
  const kept = await env.DB.prepare('SELECT count(*) AS count FROM claims').first<number>('count')
  expect(kept).toBeGreaterThan(0)
  const text = await (await (await signedInBrowser(platform, null)).get(path)).text()
  expect(eventsIn(text)).toEqual([])
})

test('of two held times each goes by its own last hour', async () => {
  const world = await aWorld()
  const { platform, tom, nadia, pairing } = world
  const [soon, later] = [at('2027-03-17T10:00Z'), at('2027-03-25T10:00Z')]
  const wish = { id: platform.newId('off'), pairingId: pairing.id, minutes: null, options: null }
  const { offer } = have(await offerTimes(platform, { ...wish, starts: [soon, later] }, asManager(nadia)))
  const [first = 0, last = 0] = offer?.options.map(({ until }) => until) ?? []
  expect(first).toBeLessThan(last)
  const nobody = await signedInBrowser(platform, null)
  const path = await feedPath(platform, tom.id)
  const starts = async () => eventsIn(await (await nobody.get(path)).text()).map(({ start }) => start)
  world.now(new Date(first - 1).toISOString())
  expect(await starts()).toEqual(['2027-03-17T10:00:00Z', '2027-03-25T10:00:00Z'])
  world.now(new Date(first).toISOString())
  expect(await starts()).toEqual(['2027-03-25T10:00:00Z'])
})

test('times held for others are in no feed of a mentor’s, nor those of a programme that he has left', async () => {
  const world = await aWorld()
  const { platform, tom } = world
  const { fabrikam, rita, pairing: another } = await fabrikamBeside(world)
  const here = settingOf(world)
  const mia = await aMentor(here, 'Mia Berg')
  await anOffer(here, world.pairing)
  await anOffer({ platform, programme: fabrikam, manager: rita }, another)
  const nobody = await signedInBrowser(platform, null)
  const titles = async (id: PersonId) => {
    const answer = await nobody.get(await feedPath(platform, id))
    return [answer.status, ...new Set(eventsIn(await answer.text()).map(({ summary }) => summary))]
  }
  expect(await titles(mia.id)).toEqual([200])
  expect(await titles(tom.id)).toEqual([200, '30 min with C. Bernard'])
  await env.DB.prepare('UPDATE memberships SET programme_id = ? WHERE person_id = ?')
    .bind(fabrikam.id, tom.id)
    .run()
  expect(await titles(tom.id)).toEqual([200])
})

test('a held time of somebody whose mentor is hidden names nobody', async () => {
  const world = await northwind({ people: { [CLAUDE]: { blockers: ['handled'] } } })
  const pairingId = `pai_${'0'.repeat(22)}` as const
  const wish = { id: world.platform.newId('off'), pairingId, minutes: null, options: 2 }
  have(await offerTimes(world.platform, wish, AS_NADIA))
  const path = await feedPath(world.platform, TOM)
  const text = await (await (await signedInBrowser(world.platform, null)).get(path)).text()
  expect(eventsIn(text).map(({ summary, status }) => [summary, status])).toEqual([
    ['1:1', 'TENTATIVE'],
    ['1:1', 'TENTATIVE'],
  ])
  expect(text).not.toMatch(/Bernard|Leroy/)
})

test('a new feed address disables the old one, and so does removing it', async () => {
  const world = await northwind()
  const nobody = await signedInBrowser(world.platform, null)
  const old = await feedPath(world.platform, TOM)
  const fresh = await feedPath(world.platform, TOM)
  expect((await nobody.get(old)).status).toBe(404)
  expect((await nobody.get(fresh)).status).toBe(200)
  await unsubscribe(world.platform, TOM)
  expect((await nobody.get(fresh)).status).toBe(404)
  expect((await nobody.get('/calendar.ics')).status).toBe(404)
})

async function feedPath(platform: Platform, id: PersonId): Promise<string> {
  await subscribe(platform, id)
  const feed = await findFeed(platform.db, id)
  return `/calendar.ics?k=${feed ? await platform.tokenOf(feed.linkId) : ''}`
}

function uidsIn(text: string) {
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => event.getFirstPropertyValue('uid'))
}

function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((event) => ({
    summary: event.getFirstPropertyValue('summary'),
    start: String(event.getFirstPropertyValue('dtstart')),
    status: event.getFirstPropertyValue('status'),
  }))
}
