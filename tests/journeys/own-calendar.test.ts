import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { findBusyFeed } from '../../worker/storage/feed/busy-feed.ts'
import { CLAUDE, NADIA, TOM } from '../support/northwind.ts'
import { calendar, offer, withOwnPage } from '../support/own-calendar.ts'
import { runDue } from '../support/run-due.ts'
import { signedInBrowser } from '../support/signed-in-browser.ts'
import { at } from '../support/times.ts'

const URL_OF_CLAUDE = 'https://calendar.example/s3cret/claude.ics'

test('an executive lets his calendar be read on his own page, and what is busy there is not offered', async () => {
  const { world, own, press } = await withOwnPage(() => calendar('20270316T000000Z', '20270430T120000Z'))
  const page = await press({ calendar: 'yes', url: URL_OF_CLAUDE })
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('Read from calendar.example.')])
  expect(page.text).not.toContain('s3cret')
  expect(await own()).toContain('Last read')

  const { value } = Object(await offer(world))
  const starts: readonly number[] = value.offer.options.map((each: { start: number }) => each.start)
  expect(starts.length).toBeGreaterThan(0)
  for (const start of starts)
    expect(start >= at('2027-04-30T12:00Z') || start < at('2027-03-16T00:00Z')).toBe(true)
})

test('only times of it are kept, and the address is sealed', async () => {
  const { press } = await withOwnPage(() => calendar('20270316T000000Z', '20270317T120000Z'))
  await press({ calendar: 'yes', url: URL_OF_CLAUDE })
  const row = await env.DB.prepare('SELECT * FROM busy_feeds').first()
  expect(row).toMatchObject({ person_id: CLAUDE, url: expect.stringMatching(/^sealed\./) })
  expect(JSON.stringify(row)).not.toContain('Dentist')
})

test('while it cannot be read nothing is offered, and the managers see that alone', async () => {
  let answer = () => calendar('20270318T090000Z', '20270318T100000Z')
  const { world, own, press } = await withOwnPage(() => answer())
  await press({ calendar: 'yes', url: URL_OF_CLAUDE })
  const nadia = await signedInBrowser(world.platform, NADIA)
  const shown = async () => (await nadia.get(`/people/${CLAUDE}`)).text()
  expect(await shown()).toContain('Lets a calendar be read: times when it is busy are not offered.')

  answer = () => new Response('', { status: 404 })
  world.setNow('2027-03-15T10:00Z')
  await runDue(world.platform, 'read-feed')
  expect(await offer(world)).toMatchObject({ ok: false })
  expect(await own()).toContain('It has not been readable since')
  expect(await shown()).toContain('Lets a calendar be read that cannot be')
  expect(await shown()).not.toContain('calendar.example')
  const tom = await signedInBrowser(world.platform, TOM)
  expect((await tom.get(`/people/${CLAUDE}/calendars`)).status).toBe(404)
})

test('one press ends it, and what was read is gone', async () => {
  const { world, press } = await withOwnPage(() => calendar('20270316T000000Z', '20270430T120000Z'))
  await press({ calendar: 'yes', url: URL_OF_CLAUDE })
  expect((await press({ calendar: 'yes', stop: 'yes' })).text).not.toContain('calendar.example')
  expect(await findBusyFeed(world.platform, CLAUDE)).toBeNull()
  expect(await offer(world)).toMatchObject({ ok: true })
})

test('an address that cannot be read stays on the page with its sentence, and nothing is stored', async () => {
  const { world, press } = await withOwnPage(() => new Response(''))
  const refused = await press({ calendar: 'yes', url: 'https://10.0.0.1/a.ics' })
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('public address')])
  expect(refused.text).toContain('value="https://10.0.0.1/a.ics"')
  expect((await press({ calendar: 'yes', url: '' })).status).toBe(422)
  expect(await findBusyFeed(world.platform, CLAUDE)).toBeNull()
})

test('a held time that he has noted in his own calendar can be picked', async () => {
  let noted = calendar('20270401T090000Z', '20270401T093000Z')
  const { world, press } = await withOwnPage(() => noted)
  const { value: round } = Object(await offer(world))
  const [option] = round.offer.options
  const utc = (time: number) => new Date(time).toISOString().replaceAll(/[-:]|\.000/g, '')
  noted = calendar(utc(option.start), utc(option.end))
  await press({ calendar: 'yes', url: URL_OF_CLAUDE })
  const wish = { kind: 'option', offerId: round.offer.id, optionId: option.id, move: false } as const
  const picked = await answerOffer(world.platform, round.id, wish, { id: CLAUDE, door: 'link' })
  expect(picked).toMatchObject({ ok: true, value: { status: 'fixed' } })
})
