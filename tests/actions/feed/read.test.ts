import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { readFeedAddress } from '../../../worker/actions/feed/address.ts'
import { fetchFeed } from '../../../worker/actions/feed/fetch.ts'
import { publishCalendar } from '../../../worker/actions/feed/publish.ts'
import { answerOffer } from '../../../worker/actions/offer/answer.ts'
import { offerTimes } from '../../../worker/actions/offer/make.ts'
import { moveSession } from '../../../worker/actions/session/move.ts'
import type { Fetch } from '../../../worker/platform.ts'
import { sealingOf } from '../../../worker/sealing.ts'
import { findBusyFeed } from '../../../worker/storage/feed/busy-feed.ts'
import { CLAUDE, NADIA, northwind, TOM } from '../../support/northwind.ts'
import { runDue } from '../../support/run-due.ts'
import { signedInBrowser } from '../../support/signed-in-browser.ts'
import { at } from '../../support/times.ts'

const URL_OF_TOM = 'https://calendar.example/tom.ics'
const BY = { id: NADIA, door: 'manager' } as const

test('hours that are busy in a mentor’s published calendar are not offered', async () => {
  const { offered } = await publishing(() => calendar('20270316T090000Z/20270430T120000Z'))
  expect(offered.ok).toBe(true)
  if (!offered.ok) return
  const starts = offered.value.offer?.options.map(({ start }) => start) ?? []
  expect(starts.length).toBeGreaterThan(0)
  for (const start of starts)
    expect(start < at('2027-03-16T09:00Z') || start >= at('2027-04-30T12:00Z')).toBe(true)
})

test.each([
  ['never read', () => Promise.reject(new Error('down'))],
  ['refused', () => new Response('', { status: 403 })],
  ['no calendar', () => new Response('<html>sign in</html>')],
  ['cut off', () => new Response('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20270316T')],
])('a calendar that cannot be read (%s) leaves no hours to offer', async (_name, answer) => {
  const { offered, world } = await publishing(answer)
  expect(offered).toMatchObject({ refusal: { reason: 'no-slots' } })
  expect(await findBusyFeed(world.platform, TOM)).toMatchObject({
    state: 'unknown',
    since: at('2027-03-15T08:00Z'),
  })
})

test('a calendar is read each hour, its state changes once, and what cannot be read is unknown again', async () => {
  let answer = (): Response => calendar('20270316T090000Z/20270316T120000Z')
  const asked: Headers[] = []
  const { world } = await publishing((_url, init) => {
    asked.push(new Headers(init.headers))
    return answer()
  })
  expect(await runDue(world.platform, 'read-feed')).toBe(0)
  expect(asked).toHaveLength(1)

  world.setNow('2027-03-15T09:00Z')
  answer = () => new Response(null, { status: 304 })
  expect(await runDue(world.platform, 'read-feed')).toBe(0)
  expect(asked[1]?.get('If-None-Match')).toBe('"one"')

  world.setNow('2027-03-15T10:00Z')
  answer = () => new Response('', { status: 500 })
  expect(await runDue(world.platform, 'read-feed')).toBe(1)
  expect(await findBusyFeed(world.platform, TOM)).toMatchObject({
    state: 'unknown',
    problem: 'status-500',
    since: at('2027-03-15T10:00Z'),
    readAt: at('2027-03-15T09:00Z'),
  })
})

test('a calendar that could not be read for a day is unknown', async () => {
  const { world } = await publishing(() => calendar('20270316T090000Z/20270316T120000Z'), { offers: false })
  world.setNow('2027-03-17T09:00Z')
  expect(await offer(world)).toMatchObject({ refusal: { reason: 'no-slots' } })
})

test('its address is sealed; where the key is gone nothing is fetched, nothing is free, and it can be given again', async () => {
  const asked: string[] = []
  const { world } = await publishing((url) => {
    asked.push(url)
    return calendar('20270316T090000Z/20270316T120000Z')
  })
  const kept = async () => (await env.DB.prepare('SELECT url FROM busy_feeds').first())?.['url']
  expect(await kept()).toMatch(/^sealed\.tests\.[\w-]+$/)
  expect(asked).toEqual([URL_OF_TOM])

  const place = { table: 'busy_feeds', row: TOM, column: 'url' }
  const lost = await sealingOf('lost=Qm9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ=').seal(place, URL_OF_TOM)
  await env.DB.prepare('UPDATE busy_feeds SET url = ?').bind(lost).run()
  world.setNow('2027-03-15T10:00Z')
  await runDue(world.platform, 'read-feed')
  expect(asked).toHaveLength(1)
  expect(await findBusyFeed(world.platform, TOM)).toMatchObject({
    state: 'unknown',
    problem: 'address-not-opened',
  })
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get(`/people/${TOM}/calendars`)).text()
  expect(page).toContain('Its address is sealed by a key that is not there; enter it again')
  expect(page).toContain('Stop reading it')

  expect(await publishCalendar(world.platform, TOM, URL_OF_TOM)).toMatchObject({ ok: true })
  expect(await findBusyFeed(world.platform, TOM)).toMatchObject({ state: 'known', url: URL_OF_TOM })
})

test('the session’s own copy in the published calendar does not block moving it a little', async () => {
  const { world } = await publishing(() => calendar('20270322T100000Z/20270322T103000Z'), { offers: false })
  const session = await world.fixed('2027-03-22T11:00Z')
  const moved = await moveSession(
    world.platform,
    session.id,
    { start: at('2027-03-22T10:00Z'), minutes: null, reason: null },
    BY,
  )
  expect(moved).toMatchObject({ refusal: { reason: 'slot-taken' } })

  const other = await northwind({
    fetch: () => Promise.resolve(calendar('20270322T100000Z/20270322T103000Z')),
  })
  const own = await other.fixed('2027-03-22T10:00Z')
  await publishCalendar(other.platform, TOM, URL_OF_TOM)
  const nudged = await moveSession(
    other.platform,
    own.id,
    { start: at('2027-03-22T10:15Z'), minutes: null, reason: null },
    BY,
  )
  expect(nudged.ok).toBe(true)
})

test('a held time that his calendar shows as tentative can be picked, and one that he has filled cannot', async () => {
  const world = await northwind()
  const offered = await offer(world)
  const round = offered.ok ? offered.value : null
  const [option] = round?.offer?.options ?? []
  if (!round || !option) throw new Error('no times')
  const utc = (time: number) => new Date(time).toISOString().replaceAll(/[-:]|\.000/g, '')
  const answer = async (type: 'CONFIRMED' | 'TENTATIVE') => {
    const url = `https://calendar.example/${type}.ics`
    const shown = calendar(`${utc(option.start)}/${utc(option.end)}`, type)
    const platform = { ...world.platform, fetch: () => Promise.resolve(shown) }
    await publishCalendar(platform, TOM, url)
    const wish = {
      kind: 'option',
      offerId: round.offer?.id ?? 'off_',
      optionId: option.id,
      move: false,
    } as const
    return answerOffer(platform, round.id, wish, { id: CLAUDE, door: 'link' })
  }
  expect(await answer('CONFIRMED')).toMatchObject({ refusal: { reason: 'slot-taken' } })
  expect((await answer('TENTATIVE')).ok).toBe(true)
})

test.each([
  'http://calendar.example/a.ics',
  'https://calendar.example:8443/a.ics',
  'https://127.0.0.1/a.ics',
  'https://2130706433/a.ics',
  'https://0x7f.1/a.ics',
  'https://[::1]/a.ics',
  'https://[::ffff:10.0.0.1]/a.ics',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/a.ics',
  'https://calendar.local/a.ics',
  'https://vault.internal./a.ics',
  'https://intranet/a.ics',
  'https://user:word@calendar.example/a.ics',
  'https://sotto.example/calendar.ics',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'nothing',
])('%s is not fetched, nor followed to', async (address) => {
  expect(readFeedAddress(address, 'sotto.example').ok).toBe(false)
  const asked: string[] = []
  const world = await northwind({
    fetch: (url) => {
      asked.push(url)
      return Promise.resolve(new Response(null, { status: 302, headers: { Location: address } }))
    },
  })
  if (!URL.canParse(address)) return
  expect(await fetchFeed(world.platform, URL_OF_TOM, null)).toMatchObject({ kind: 'failed' })
  expect(asked).toEqual([URL_OF_TOM])
})

test('webcal means https', () => {
  expect(readFeedAddress(' webcal://Calendar.example/a.ics#x ', 'sotto.example')).toMatchObject({
    value: { href: 'https://calendar.example/a.ics' },
  })
})

test('redirects are followed three times and no further', async () => {
  const world = await northwind({
    fetch: (url) => {
      const hops = Number(new URL(url).searchParams.get('hops') ?? 0)
      return Promise.resolve(
        new Response(null, { status: 307, headers: { Location: `/tom.ics?hops=${hops + 1}` } }),
      )
    },
  })
  expect(await fetchFeed(world.platform, URL_OF_TOM, null)).toEqual({
    kind: 'failed',
    problem: 'too-many-redirects',
  })
})

test('an endless or silent feed times out', async () => {
  const endless = () =>
    new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(0x20)) })
  const world = await northwind({ fetch: () => Promise.resolve(new Response(endless())) })
  expect(await fetchFeed(world.platform, URL_OF_TOM, null)).toEqual({ kind: 'failed', problem: 'too-large' })

  const mute = await northwind({ fetch: () => new Promise(() => {}) })
  expect(await fetchFeed(mute.platform, URL_OF_TOM, null, 50)).toEqual({ kind: 'failed', problem: 'timeout' })
})

type World = Awaited<ReturnType<typeof northwind>>

async function publishing(
  answer: (url: string, init: RequestInit) => Response | Promise<Response>,
  { offers = true }: { readonly offers?: boolean } = {},
) {
  const fetch: Fetch = async (url, init) => answer(url, init)
  const world = await northwind({ fetch })
  expect(await publishCalendar(world.platform, TOM, URL_OF_TOM)).toMatchObject({ ok: true })
  return { world, offered: offers ? await offer(world) : { ok: false as const } }
}

function offer({ platform }: World) {
  return offerTimes(
    platform,
    { id: `off_${'0'.repeat(26)}`, pairingId: `pai_${'0'.repeat(22)}`, minutes: null, options: 3 },
    BY,
  )
}

function calendar(period: string, status = 'CONFIRMED'): Response {
  const [start, end] = period.split('/')
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    `DTSTART:${start}`,
    `DTEND:${end}`,
    `STATUS:${status}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return new Response(text.join('\r\n'), { headers: { ETag: '"one"' } })
}
