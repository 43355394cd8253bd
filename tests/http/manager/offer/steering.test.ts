import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { changePairing } from '../../../../worker/actions/pairing/change.ts'
import { after, iso, MINUTE } from '../../../../worker/domain/time/time.ts'
import { tick } from '../../../../worker/http/dev/tick.ts'
import { findOpenSession } from '../../../../worker/storage/session/session.ts'
import { submitted } from '../../../support/forms.ts'
import { link } from '../../../support/links.ts'
import { formOf, openOffer } from '../../../support/offer-form.ts'
import { unpacked } from '../../../support/unpacked.ts'
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

const MONDAY_IN_TWO_WEEKS = Date.parse('2027-03-29T00:00+02:00')
const DAY = 86_400_000

test('“early the week after” is two presses, and what was shown is what is held', async () => {
  const { nadia, pairing, sent } = await setUp()
  const early = await (await openOffer(nadia, pairing.id)).press('week:2:early')

  expect(early.times).toHaveLength(3)
  expect(early.times.every((time) => isBetween(time, MONDAY_IN_TWO_WEEKS, 2 * DAY))).toBe(true)
  expect(early.fields).toMatchObject({ from: '2027-03-29', to: '2027-03-30' })
  expect((await early.send()).status).toBe(303)
  expect(await sent()).toEqual(early.times)
})

test('the same week can be asked for by an address, and dates that cannot be read are said', async () => {
  const { nadia, pairing } = await setUp()
  const late = await openOffer(nadia, pairing.id, '?week=1:late')
  expect(late.times.every((time) => isBetween(time, MONDAY_IN_TWO_WEEKS - 4 * DAY, 2 * DAY))).toBe(true)

  const between = await late.press('again', { from: '2027-03-23', to: '2027-03-23', part: 'morning' })
  const noon = Date.parse('2027-03-23T12:00+01:00')
  expect(between.times.length).toBeGreaterThan(0)
  expect(between.times.every((time) => isBetween(time, noon - DAY / 2, DAY / 2))).toBe(true)
  expect((await late.press('again', { from: '2027-03-24', to: '2027-03-23' })).html).toContain(
    'The last day comes before the first.',
  )
  expect((await late.press('again', { from: 'soon' })).html).toContain('Enter a date, such as')
})

test('a time is swapped and another left out; nothing that was shown comes back, and the mail follows', async () => {
  const { nadia, pairing, sent } = await setUp()
  let page = await openOffer(nadia, pairing.id)
  const seen = new Set(page.times)
  for (let turn = 0; turn < 4; turn += 1) {
    const before = page.times
    page = await page.press(`swap:${before[0]}`)
    const added = page.times.filter((time) => !before.includes(time))
    expect(added).toHaveLength(1)
    expect(added.filter((time) => seen.has(time))).toEqual([])
    for (const time of added) seen.add(time)
  }
  const two = await page.press(`drop:${page.times[0]}`)
  expect(two.times).toEqual(page.times.slice(1))
  expect(two.html).toContain('2 times will be sent.')
  expect(two.html).toContain('Two times are being held')
  await two.send()
  expect(await sent()).toEqual(two.times)
})

test('with nothing left to send nothing goes, and the page says so', async () => {
  const { nadia, pairing, sent } = await setUp()
  let page = await openOffer(nadia, pairing.id)
  for (const time of page.times) page = await page.press(`drop:${time}`)
  expect(page).toMatchObject({ times: [], hasSend: false })
  expect(formOf(nadia, pairing.id, await page.send()).html).toContain('No time is left to send.')
  expect(await sent()).toEqual([])
})

test('a free time of both is taken from the list; six are too many', async () => {
  const { nadia, pairing, sent } = await setUp()
  let page = await openOffer(nadia, pairing.id)
  for (let turn = 0; turn < 2; turn += 1) page = await page.press(freeIn(page.html))
  expect(page.times).toHaveLength(5)

  const full = await page.press(freeIn(page.html))
  expect(full.times).toEqual(page.times)
  expect(full.html).toContain('At most 5 times')
  await full.send()
  expect(await sent()).toEqual(full.times)
})

test('a time of her own outside the hours needs a reason, and then can be picked', async () => {
  const { world, nadia, pairing, sent } = await setUp()
  const typed = { date: '2027-03-23', time: '20:00' }
  const page = await openOffer(nadia, pairing.id)
  // Enter in one of its fields does not search anew, and sends nothing.
  expect((await page.press('enter', typed)).times).toEqual(page.times)
  const refused = await page.press('own', typed)
  expect(refused.times).toEqual(page.times)
  expect(refused.html).toContain('You can offer it anyway if you give a reason.')
  expect(refused.fields).toMatchObject(typed)

  const taken = await refused.press('own', { reason: 'Both said so.' })
  const own = String(Date.parse('2027-03-23T20:00+01:00'))
  expect(taken.times).toContain(own)
  expect((await taken.send()).status).toBe(303)
  expect(await sent()).toEqual(taken.times)

  const session = await findOpenSession(world.platform.db, pairing.id)
  const option = session?.offer?.options.find(({ start }) => String(start) === own)
  if (!session || !option) throw new Error('not offered')
  const address = await link(world.platform, 'answer', session, world.odile)
  const k = new URL(address, env.ORIGIN).searchParams.get('k') ?? ''
  await submitted(await world.as(null), '/answer', { k, choice: option.id })
  expect(await findOpenSession(world.platform.db, pairing.id)).toMatchObject({
    status: 'fixed',
    time: { start: Number(own) },
  })
})

test('a time that is too soon to answer, or taken, cannot be added with any reason', async () => {
  const { nadia, pairing } = await setUp()
  const page = await openOffer(nadia, pairing.id)
  const soon = await page.press('own', { date: '2027-03-15', time: '10:00', reason: 'Please.' })
  expect(soon.times).toEqual(page.times)
  expect(soon.html).toContain('That is too soon')
  expect(soon.html).not.toContain('if you give a reason')
})

test('a time taken meanwhile is said, and nothing else is sent in its place', async () => {
  const { world, nadia, pairing, sent } = await setUp()
  const page = await openOffer(nadia, pairing.id)
  const [first = ''] = page.times
  const here = settingOf(world)
  const other = await aPersonIn(here, 'executive', { name: 'Ingrid Solberg' })
  await aFixedSession(here, await aPairing(here, world.tom, other), new Date(Number(first)).toISOString())

  const answer = await page.send()
  const shown = formOf(nadia, pairing.id, answer)
  expect(answer.status).toBe(409)
  expect(shown.html).toContain('Tom Leroy is taken until')
  expect(shown).toMatchObject({ times: page.times, hasSend: false })
  expect(await sent()).toEqual([])

  const swapped = await shown.press(`swap:${first}`)
  expect(swapped.hasSend).toBe(true)
  await swapped.send()
  expect(await sent()).toEqual(swapped.times)
})

test('fields that were changed and not searched are not sent: the page shows what they ask for', async () => {
  const { nadia, pairing, sent } = await setUp()
  const page = await openOffer(nadia, pairing.id)
  const shown = formOf(nadia, pairing.id, await page.send({ minutes: '45' }))
  expect(shown.html).toContain('Nothing was sent.')
  expect(shown.fields).toMatchObject({ minutes: '45' })
  expect(await sent()).toEqual([])
})

test('the first mail in her own words: indiscreet ones stop it, and it is sent again with them', async () => {
  const { world, nadia, pairing, sent } = await setUp({ isFirst: true })
  const page = await openOffer(nadia, pairing.id)
  expect(page.fields['words']).toContain('What this is')

  const wrong = await page.send({ words: 'Dear Odile, it is about mentoring.' })
  expect(wrong.status).toBe(409)
  expect(formOf(nadia, pairing.id, wrong).fields['words']).toBe('Dear Odile, it is about mentoring.')
  expect(String(wrong.body)).toContain('“mentoring” would give it away')
  expect(await sent()).toEqual([])

  const words = 'Dear Odile,\nCould Claude spare half an hour?'
  const preview = await page.press('words', { words })
  expect(preview.html).toMatch(/<pre class="mail">[^<]*Could Claude spare/)
  // Later presses keep them.
  expect((await preview.press(`swap:${preview.times[0]}`)).fields).toMatchObject({ words })
  await preview.send()
  world.now(iso(after(world.platform.now(), MINUTE)))
  await tick(world.platform)
  const [mail] = world.mails.filter(({ to }) => to === world.odile.email).map(({ raw }) => unpacked(raw))
  expect(mail).toContain('Could Claude spare half an hour?')
  expect(mail).not.toContain('What this is')
  expect(mail).toContain('To stop these emails')

  const again = await openOffer(nadia, pairing.id)
  expect(again.fields).toMatchObject({ words })
})

test('words that stay ours are none of hers, and a second mail asks for none', async () => {
  const { world, nadia, pairing } = await setUp({ isFirst: true })
  await (await openOffer(nadia, pairing.id)).send()
  expect((await findOpenSession(world.platform.db, pairing.id))?.offer?.words).toBe(null)
  const { nadia: later, pairing: known } = await setUp()
  expect((await openOffer(later, known.id)).fields['words']).toBe(undefined)
})

test('after sending, who is asked leads, and new times are a quiet matter on both pages', async () => {
  const { world, nadia, pairing } = await setUp()
  const session = await anOffer(settingOf(world), pairing)
  const page = String((await nadia.get(`/sessions/${session.id}`)).body)
  const main = page.slice(page.indexOf('<main'))
  expect(main).toContain('Waiting for Odile Martin')
  expect(main.indexOf('Waiting for Odile Martin')).toBeLessThan(main.indexOf('class="particulars'))
  expect(main).not.toMatch(/class="button primary"[^>]*>\s*Offer new times/)
  expect(main).toMatch(/class="button quiet"[^>]*>\s*Offer new times/)
  const pair = String((await nadia.get(`/pairings/${pairing.id}`)).body)
  expect(pair).toMatch(/class="button primary"[^>]*>\s*Go to the session/)

  await nadia.post(`/api/v1/offers/${session.offer?.id}/answer`, { none: true })
  expect(String((await nadia.get(`/sessions/${session.id}`)).body)).toMatch(
    /class="button primary"[^>]*>\s*Offer new times/,
  )
})

test('a fixed date is moved to a free time of the list', async () => {
  const { world, nadia, pairing } = await setUp()
  const session = await aFixedSession(settingOf(world), pairing, '2027-03-24T09:00Z')
  const page = String((await nadia.get(`/sessions/${session.id}`)).body)
  const starts = Array.from(
    page.matchAll(/type="radio"[^>]*name="start" value="(\d+)"/g),
    ([, at]) => at ?? '',
  )
  expect(starts.length).toBeGreaterThan(10)
  expect(starts).not.toContain(String(session.time?.start))

  const [start = ''] = starts
  expect((await submitted(nadia, `/sessions/${session.id}/time`, { start })).status).toBe(303)
  expect(await findOpenSession(world.platform.db, pairing.id)).toMatchObject({
    time: { start: Number(start) },
  })
  expect((await submitted(nadia, `/sessions/${session.id}/time`, { start: 'noon' })).status).toBe(422)
})

async function setUp({ isFirst = false } = {}) {
  const world = await aWorld()
  const { pairing, platform } = world
  if (isFirst) have(await changePairing(platform, pairing.id, { status: 'proposed' }, asManager(world.nadia)))
  return { world, nadia: await world.as(world.nadia), pairing, sent: () => heldStarts(world) }
}

/** What is on offer now, as the page names it. */
async function heldStarts({ platform, pairing }: World): Promise<readonly string[]> {
  const session = await findOpenSession(platform.db, pairing.id)
  return session?.offer?.options.map(({ start }) => String(start)) ?? []
}

function isBetween(time: string, from: number, length: number): boolean {
  return Number(time) >= from && Number(time) < from + length
}

function freeIn(html: string): string {
  return /value="(take:\d+)"/.exec(html)?.[1] ?? 'nothing is free'
}
