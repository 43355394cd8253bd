import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { changePerson } from '../../../../worker/actions/people/change.ts'
import { setAvailability } from '../../../../worker/actions/slot/set-availability.ts'
import { MINUTE } from '../../../../worker/domain/time/time.ts'
import { signedIn } from '../../../support/client.ts'
import { wordsOf } from '../../../support/pages.tsx'
import { pastSessions } from '../../../support/past-sessions-sql.ts'
import { costOf } from '../../../support/query-cost.ts'
import { at, hours } from '../../../support/times.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../../../support/world.ts'

test('one mentor alone: his sessions, his hours, in the list and in the grid', async () => {
  const { world, uma, ofUma, ofTom } = await twoMentors()
  const nadia = await world.as(world.nadia)
  const page = String((await nadia.get(`/calendar?week=2027-03-15&mentor=${uma.id}`)).body)
  expect(page).toContain(`/sessions/${ofUma.id}"`)
  expect(page).not.toContain(`/sessions/${ofTom.id}"`)
  expect(wordsOf(page)).toContain('Only Uma Rao’s sessions are shown.')
  const feed = `/calendar/feed?start=2027-03-15&end=2027-03-22&mentor=${uma.id}`
  expect((await nadia.get(feed)).body).toMatchObject({ sessions: [{ id: ofUma.id, mentor: 'Uma Rao' }] })

  const day = String((await nadia.get(`/calendar?day=2027-03-17&mentor=${uma.id}`)).body)
  expect(day.match(/data-mentor=/g)).toHaveLength(1)
  const unknown = String((await nadia.get('/calendar?week=2027-03-15&mentor=per_nobody')).body)
  expect(unknown).toContain(`/sessions/${ofTom.id}"`)
  expect(wordsOf(unknown)).not.toContain('Only')
})

test('who has no role counts as a mentor only with a pairing or a session', async () => {
  const { world, uma, ofUma } = await twoMentors()
  const here = settingOf(world)
  const eve = await aPersonIn(here, 'executive', { name: 'Eve Abel' })
  await env.DB.batch(
    [eve, uma].map(({ id }) => env.DB.prepare('DELETE FROM memberships WHERE person_id = ?').bind(id)),
  )
  const nadia = await world.as(world.nadia)
  const shown = async (id: string) => String((await nadia.get(`/calendar?week=2027-03-15&mentor=${id}`)).body)
  expect(wordsOf(await shown(eve.id))).not.toContain('Only Eve Abel')
  expect(wordsOf(await shown(uma.id))).toContain('Only Uma Rao’s sessions are shown.')
  expect(await shown(uma.id)).toContain(`/sessions/${ofUma.id}"`)
})

test('all seven days stand in the list, those without a session too, each with a way to book or offer', async () => {
  const { world } = await twoMentors()
  const page = String((await (await world.as(world.nadia)).get('/calendar?week=2027-03-15')).body)
  for (const day of ['Tuesday 16', 'Wednesday 17', 'Saturday 20', 'Sunday 21'])
    expect(page).toContain(`<h2 class="day">${day} March 2027</h2>`)
  expect(page).toContain('<h2 class="day">Monday 15 March 2027<span class="hint"> Today</span></h2>')
  expect(page).toContain('aria-label="Book or offer on Saturday 20 March 2027"')
})

test('today is marked in the list, and nothing is booked on a day that is over', async () => {
  const { world } = await twoMentors()
  const nadia = await world.as(world.nadia)
  const page = wordsOf(String((await nadia.get('/calendar')).body))
  expect(page).toContain('Monday 15 March 2027 Today')
  expect(page).not.toContain('Tuesday 16 March 2027 Today')
  expect(String((await nadia.get('/calendar')).body)).toContain('aria-label="Book or offer on Monday 15')
  const over = String((await nadia.get('/calendar?week=2027-03-08')).body)
  expect(over).not.toContain('aria-label="Book or offer on')
})

test('in another zone page and grid show its clock, its days and its weeks', async () => {
  const { world, ofUma } = await twoMentors()
  const nadia = await world.as(world.nadia)
  // Thursday 22:30 in Paris is Friday 03:15 in Kathmandu.
  const late = await aFixedSession(settingOf(world), await another(world), '2027-03-18T21:30Z')
  const page = String((await nadia.get('/calendar?week=2027-03-15&zone=Asia/Kathmandu')).body)
  expect(wordsOf(page)).toContain('All times are Kathmandu time (UTC+5:45), not yours.')
  expect(wordsOf(page)).toContain('Friday 19 March 2027 03:15 –03:45')
  const feed = '/calendar/feed?start=2027-03-15&end=2027-03-22&zone=Asia/Kathmandu'
  const { sessions } = fed((await nadia.get(feed)).body)
  expect(startsOf(sessions)).toMatchObject({
    [ofUma.id]: '2027-03-17T14:45:00',
    [late.id]: '2027-03-19T03:15:00',
  })
})

test('where the clocks go back a session still ends after it begins, and the page says when they change', async () => {
  const { world } = await twoMentors()
  const nadia = await world.as(world.nadia)
  // In Chatham the clocks go from 3:45 to 2:45 at 14:00 UTC; this session is there from 3:30 to 3:00.
  const across = await aFixedSession(settingOf(world), await another(world), '2027-04-03T13:45Z')
  const feed = '/calendar/feed?start=2027-03-29&end=2027-04-05&zone=Pacific/Chatham'
  const { sessions } = fed((await nadia.get(feed)).body)
  const found = sessions.find(({ id }) => id === across.id)
  expect(found).toMatchObject({ start: '2027-04-04T03:30:00', end: '2027-04-04T04:00:00' })
  const page = wordsOf(String((await nadia.get('/calendar?week=2027-03-29&zone=Pacific/Chatham')).body))
  expect(page).toContain(
    'The clocks change on Sunday 4 April 2027: Chatham time (UTC+13:45) before, Chatham time (UTC+12:45) after.',
  )
  expect(page).toContain('03:30 (UTC+13:45) –03:00 (UTC+12:45)')
})

test('a session that is open says its time on each clock, and offers free times to move it to', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const jane = await aPersonIn(here, 'executive', { name: 'Jane Doe', zone: 'America/New_York' })
  const session = await aFixedSession(here, await aPairing(here, world.tom, jane), '2027-03-17T14:00Z')
  const nadia = await world.as(world.nadia)
  const page = String((await nadia.get(`/calendar?week=2027-03-15&session=${session.id}`)).body)
  const words = wordsOf(page)
  expect(words).toContain('Jane Doe with Tom Leroy Fixed')
  expect(words).toContain('Jane Doe: 10:00–10:30 New York time (UTC−4)')
  expect(page).toContain('zone=America/New_York&amp;session=')
  expect(page).toMatch(/name="start" value="\d+"/)
  const [, back = ''] = /name="back" value="([^"]+)"/.exec(page) ?? []
  expect(back.replaceAll('&amp;', '&')).toContain(`session=${session.id}`)

  const moved = await nadia.ask(`/sessions/${session.id}/time`, {
    method: 'POST',
    body: new URLSearchParams({
      start: /name="start" value="(\d+)"/.exec(page)?.[1] ?? '',
      back: back.replaceAll('&amp;', '&'),
    }),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect(moved.headers.get('Location')).toMatch(/^\/calendar\?week=2027-03-15.*session=.*pressed=/)
})

test('another clock has its day where it is another one, and is listed only where it differs then', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const kiri = await aPersonIn(here, 'executive', { name: 'Kiri Ngata', zone: 'Pacific/Auckland' })
  const max = await aPersonIn(here, 'executive', { name: 'Max Kern', zone: 'Europe/Berlin' })
  const jane = await aPersonIn(here, 'executive', { name: 'Jane Doe', zone: 'America/New_York' })
  const ofKiri = await aPairing(here, world.tom, kiri)
  const far = await aFixedSession(here, ofKiri, '2027-03-17T14:00Z')
  const near = await aFixedSession(here, await aPairing(here, world.tom, max), '2027-03-18T14:00Z')
  const nadia = await world.as(world.nadia)
  const opened = async (id: string) =>
    String((await nadia.get(`/calendar?week=2027-03-15&session=${id}`)).body)
  expect(wordsOf(await opened(far.id))).toContain(
    'Kiri Ngata: Thursday 18 March 2027, 03:00–03:30 Auckland time (UTC+13)',
  )
  expect(await opened(near.id)).not.toContain('The same time elsewhere')

  const offered = await anOffer(here, await aPairing(here, await anotherMentor(world), jane))
  expect(await opened(offered.id)).not.toContain('The same time elsewhere')
})

test('a reporting line that came later is said instead of times that would be refused', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const session = await aFixedSession(here, world.pairing, '2027-03-17T14:00Z')
  const ben = await aPersonIn(here, 'executive', { name: 'Ben Abel' })
  await aPairing(here, world.tom, ben)
  for (const { id } of [world.bernard, ben])
    have(await changePerson(world.platform, id, { reportsTo: world.tom.id }, asManager(world.nadia)))
  const nadia = await world.as(world.nadia)
  const line = 'One of them reports to the other. Choose somebody from outside the reporting line.'

  const opened = wordsOf(String((await nadia.get(`/calendar?week=2027-03-15&session=${session.id}`)).body))
  expect(opened).toContain(line)
  expect(opened).not.toContain('No other time near this date suits both.')
  const asked = 'new=1&date=2027-03-19&time=10:00'
  const starting = wordsOf(String((await nadia.get(`/calendar?week=2027-03-15&${asked}`)).body))
  expect(starting).not.toContain('Both are free')
  expect(starting).toContain(`Ben Abel with Tom Leroy ${line}`)
})

test('a session of another programme is not opened, whatever the address says', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const page = wordsOf(String((await nadia.get('/calendar?week=2027-03-15&session=ses_ofothers')).body))
  expect(page).toContain('That session is not in this programme. Close')
})

test('a time to book names who is free then, why others are not, and fills in what follows', async () => {
  const { world, uma } = await twoMentors()
  const here = settingOf(world)
  const ben = await aPersonIn(here, 'executive', { name: 'Ben Abel' })
  const [free, closed] = [await aPairing(here, world.tom, ben), await another(world)]
  await setAvailability(world.platform, uma.id, hours({ weekly: [] }), asManager(world.nadia))
  const nadia = await world.as(world.nadia)
  const asked = 'new=1&date=2027-03-19&time=10:00&minutes=45'
  const page = String((await nadia.get(`/calendar?week=2027-03-15&${asked}`)).body)
  const words = wordsOf(page)
  expect(words).toMatch(/Both are free Ben Abel with Tom Leroy/)
  expect(page).toContain(`/pairings/${free.id}?date=2027-03-19&amp;time=10%3A00&amp;minutes=45#book`)
  expect(words).toMatch(/Cleo Abel with Uma Rao That is outside Uma Rao’s open hours\./)
  expect(page).toContain(`/pairings/${closed.id}/offer?`)

  const booking = String((await nadia.get(`/pairings/${free.id}?date=2027-03-19&time=10:00&minutes=45`)).body)
  for (const value of ['2027-03-19', '10:00', '45']) expect(booking).toContain(`value="${value}"`)
  const offer = String(
    (await nadia.get(`/pairings/${free.id}/offer?date=2027-03-19&time=10:00&minutes=45`)).body,
  )
  const times = /name="times" value="([\d,]+)"/.exec(offer)?.[1]?.split(',') ?? []
  expect(times).toHaveLength(3)
  expect(times).toContain(String(at('2027-03-19T09:00Z')))
})

test('who is taken then cannot be booked by any reason, and nothing leads there', async () => {
  const { world } = await twoMentors()
  const here = settingOf(world)
  const pairing = await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Ben Abel' }))
  const nadia = await world.as(world.nadia)
  const at = (time: string) => `/calendar?week=2027-03-15&new=1&date=2027-03-17&time=${time}`
  const taken = String((await nadia.get(at('12:00'))).body)
  expect(wordsOf(taken)).toMatch(/Ben Abel with Tom Leroy Tom Leroy is taken/)
  expect(taken).not.toContain(`/pairings/${pairing.id}?`)
  expect(taken).not.toContain(`/pairings/${pairing.id}/offer`)
  expect(String((await nadia.get(at('06:00'))).body)).toContain(`/pairings/${pairing.id}?`)
})

test('the time in the panel is on the clock that is shown, and on the reader’s own on the next page', async () => {
  const { world } = await twoMentors()
  const here = settingOf(world)
  const ben = await aPersonIn(here, 'executive', { name: 'Ben Abel' })
  const pairing = await aPairing(here, world.tom, ben)
  const nadia = await world.as(world.nadia)
  const asked = 'zone=America/New_York&new=1&date=2027-03-19&time=05:00'
  const page = String((await nadia.get(`/calendar?week=2027-03-15&${asked}`)).body)
  expect(wordsOf(page)).toContain('Friday 19 March 2027 05:00 – 05:30 New York time (UTC−4)')
  expect(page).toContain(`/pairings/${pairing.id}?date=2027-03-19&amp;time=10%3A00&amp;minutes=30#book`)
})

test('each pairing is judged by its own length, says it where it is another one, and is booked with it', async () => {
  const { world } = await twoMentors()
  const here = settingOf(world)
  const ben = await aPersonIn(here, 'executive', { name: 'Ben Abel', rules: { minutes: 90 } })
  const cleo = await aPersonIn(here, 'executive', { name: 'Cleo Abel' })
  const [long, usual] = [await aPairing(here, world.tom, ben), await aPairing(here, world.tom, cleo)]
  const nadia = await world.as(world.nadia)
  const at = async (time: string) =>
    String((await nadia.get(`/calendar?week=2027-03-15&new=1&date=2027-03-19&time=${time}`)).body)
  // Tom is open until five.
  const late = await at('16:00')
  expect(wordsOf(late)).toMatch(/Both are free Cleo Abel with Tom Leroy/)
  expect(wordsOf(late)).toContain('Ben Abel with Tom Leroy · 90 minutes That is outside')
  expect(late).toContain(`/pairings/${long.id}?date=2027-03-19&amp;time=16%3A00&amp;minutes=90#book`)
  expect(late).toContain(`/pairings/${usual.id}?date=2027-03-19&amp;time=16%3A00&amp;minutes=30#book`)
  expect(wordsOf(await at('10:00'))).toMatch(/Both are free Ben Abel with Tom Leroy · 90 minutes/)
})

test('what cannot be read of a time is said at its field', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const errorsIn = async (asked: string) =>
    String((await nadia.get(`/calendar?new=1&${asked}`)).body).match(/id="\w+-error"/g)
  expect(await errorsIn('date=soon&time=10:00')).toEqual(['id="date-error"'])
  expect(await errorsIn('date=&time=10:00')).toEqual(['id="date-error"'])
  expect(await errorsIn('date=2027-03-19&time=99:00')).toEqual(['id="time-error"'])
  expect(await errorsIn('date=2027-03-19&time=10:00&minutes=900')).toEqual(['id="minutes-error"'])
  expect(await errorsIn('date=2027-03-19')).toBeNull()
  expect(await errorsIn('date=2027-03-01&time=10:00')).toEqual(['id="date-error"'])
  const page = String((await nadia.get('/calendar?new=1&date=2027-03-19&time=99:00')).body)
  expect(page).toContain('id="time-error"')
  expect(page).toContain('value="99:00"')
})

test('four hundred sessions ask the database as often as one does', async () => {
  const world = await aWorld()
  const costs = []
  for (const count of [1, 432]) {
    const stretch = { last: at('2027-03-10T00:00Z'), apart: 30 * MINUTE, from: costs.length, to: count }
    for (const statement of pastSessions(world, stretch)) await env.DB.prepare(statement).run()
    costs.push(
      await costOf(world.platform, async (platform) => {
        const nadia = await signedIn(world.platform, world.nadia, platform)
        const { body } = await nadia.get('/calendar/feed?start=2027-03-01&end=2027-03-11')
        expect(fed(body).sessions).toHaveLength(count)
      }),
    )
  }
  const [one, many] = costs
  expect(many?.calls).toBe(one?.calls)
  expect(many?.rowsRead ?? Infinity).toBeLessThanOrEqual((one?.rowsRead ?? 0) + 432 * 35)
})

type Fed = { readonly sessions: readonly { readonly id: string; readonly start: string }[] }

function fed(body: unknown): Fed {
  const found: Fed = JSON.parse(JSON.stringify(body))
  return found
}

function startsOf(sessions: Fed['sessions']): Readonly<Record<string, string>> {
  return Object.fromEntries(sessions.map(({ id, start }) => [id, start]))
}

/** Tom and Uma, each with a session on Wednesday at ten in Paris, and after. */
async function twoMentors() {
  const world = await aWorld()
  const here = settingOf(world)
  const uma = await aPersonIn(here, 'mentor', { name: 'Uma Rao' })
  await setAvailability(world.platform, uma.id, hours(), asManager(world.nadia))
  const dan = await aPersonIn(here, 'executive', { name: 'Dan Abel' })
  const ofUma = await aFixedSession(here, await aPairing(here, uma, dan), '2027-03-17T09:00Z')
  const ofTom = await aFixedSession(here, world.pairing, '2027-03-17T11:00Z')
  return { world, uma, ofUma, ofTom }
}

async function anotherMentor(world: World) {
  const uma = await aPersonIn(settingOf(world), 'mentor', { name: 'Uma Rao' })
  await setAvailability(world.platform, uma.id, hours(), asManager(world.nadia))
  return uma
}

/** Another pairing of Uma's. */
async function another(world: World) {
  const here = settingOf(world)
  const cleo = await aPersonIn(here, 'executive', { name: 'Cleo Abel' })
  const members: { readonly people: readonly { readonly id: `per_${string}`; readonly name: string }[] } =
    JSON.parse(JSON.stringify((await (await world.as(world.nadia)).get('/api/v1/people')).body))
  const uma = members.people.find(({ name }) => name === 'Uma Rao')
  if (!uma) throw new Error('no Uma')
  return aPairing(here, { ...world.tom, id: uma.id }, cleo)
}
