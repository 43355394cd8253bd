import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { mailSaying, type SaidByMail } from '../support/said-by-mail.ts'
import { receive } from '../support/worker.ts'
import { fixSession } from './fixing.ts'
import { aJourney, type Journey, later, MONDAY } from './journey.ts'
import { eventIn, type Letter, press } from './letters.ts'

const GOOD = ['DTSTART:20270324T100000Z', 'DTEND:20270324T103000Z']

test.each([
  ['nine hours', ['DTSTART:20270324T080000Z', 'DTEND:20270324T170000Z'], 'bad-length'],
  ['one minute', ['DTSTART:20270324T080000Z', 'DTEND:20270324T080100Z'], 'bad-length'],
  ['a whole day', ['DTSTART:20270324T080000Z', 'DURATION:P1D'], 'bad-length'],
  ['no time at all', ['DTSTART:20270324T080000Z', 'DTEND:20270324T080000Z'], 'bad-length'],
  ['less than no time', ['DTSTART:20270324T080000Z', 'DTEND:20270324T073000Z'], 'bad-length'],
  ['a negative length', ['DTSTART:20270324T080000Z', 'DURATION:-PT1H'], 'bad-length'],
  ['years', ['DTSTART:20270324T080000Z', 'DURATION:P999999W'], 'bad-length'],
  ['the year 2020', ['DTSTART:20200324T080000Z', 'DTEND:20200324T083000Z'], 'in-the-past'],
  ['the year 1600', ['DTSTART:16000324T080000Z', 'DTEND:16000324T083000Z'], 'in-the-past'],
  ['the year 2200', ['DTSTART:22000324T080000Z', 'DTEND:22000324T083000Z'], 'beyond-horizon'],
  ['a start alone', ['DTSTART:20270324T100000Z'], null],
])('a counter-proposal of %s stands on Today with why, and is never lost', async (_, time, refusal) => {
  const { journey, session, toBernard } = await invited()
  await says(toBernard, { method: 'COUNTER', event: [...answering(toBernard, 'TENTATIVE'), ...time] })

  expect(await journey.today()).toContain('counter')
  const { proposals } = await journey.session()
  expect(proposals).toMatchObject([{ refusal }])
  const path = `/sessions/${session.id}/counters/${proposals[0]?.id}`
  const hard = refusal === 'bad-length' || refusal === 'in-the-past'
  const accepted = await journey.post(`${path}/acceptance`, { reason: 'Please' })
  expect([accepted.status, codeIn(accepted.body)]).toEqual(hard ? [409, refusal] : [200, null])
  const refused = await journey.post(`${path}/refusal`)
  expect(refused.status).toBe(hard ? 200 : 409)
  expect(await journey.today()).not.toContain('counter')
})

test.each([
  ['the year 9999', ['DTSTART:99990101T000000Z', 'DTEND:99990101T003000Z']],
  ['a day without a time', ['DTSTART;VALUE=DATE:20270324']],
  ['a zone that nobody knows', ['DTSTART;TZID=Nowhere:20270324T100000']],
  ['no time that can be read', ['DTSTART:tomorrow']],
])('a counter-proposal of %s waits for a human', async (_, time) => {
  const { journey, toBernard } = await invited()
  await says(toBernard, { method: 'COUNTER', event: [...answering(toBernard, 'TENTATIVE'), ...time] })
  expect(await journey.today()).toContain('answer-waiting')
})

test.each([
  ['a stamp of 1970', { event: ['DTSTAMP:19700101T000000Z', 'SEQUENCE:0'] }],
  ['a stamp of 2199', { event: ['DTSTAMP:21990101T000000Z', 'SEQUENCE:0'] }],
  ['a stamp that is none', { event: ['DTSTAMP:99999999T999999Z', 'SEQUENCE:0'] }],
  ['a huge sequence', { event: ['SEQUENCE:999999999999999'] }],
  ['a sequence that no number holds', { event: ['SEQUENCE:99999999999999999999999'] }],
  ['a negative sequence', { event: ['SEQUENCE:-4'] }],
  ['a comment of 60 kB', { event: [`COMMENT:${'I cannot. '.repeat(6000)}`] }],
  ['500 guests', { event: Array.from({ length: 500 }, (_, at) => `ATTENDEE:mailto:guest${at}@x.example`) }],
  ['a reply time before all time', { event: ['X-MICROSOFT-CDO-REPLYTIME:16010101T000000Z'] }],
  ['a date that is none', { headers: ['Date: Fri, 99 Foo 99999 99:99:99 +9999'] }],
  ['a date beyond all', { headers: ['Date: Mon, 13 Sep 275760 00:00:00 +0000'] }],
  ['a Message-ID of 60 kB', { headers: [`Message-ID: <${'m'.repeat(60_000)}@x.example>`] }],
  ['half characters', { words: 'I cannot \ud800 come\u0000.', event: ['COMMENT:\ud83d'] }],
  ['a summary of quotes', { event: [`SUMMARY:${'"'.repeat(40_000)}`] }],
  ['a location with controls', { event: ['LOCATION:\u0001\u0002\u001b[31m'] }],
])('an answer with %s is heard, and a later one too', async (_, odd: Partial<SaidByMail>) => {
  const { journey, toBernard } = await invited()
  const { event = [], ...rest } = odd
  const lines = answering(toBernard, 'ACCEPTED').filter(
    (line) => !event.some((each) => nameOf(each) === nameOf(line) && nameOf(line) !== 'ATTENDEE'),
  )
  await says(toBernard, { method: 'REPLY', event: [...lines, ...event], ...rest })
  expect(await partstatOf(journey)).toBe('ACCEPTED')

  await journey.clock(later(MONDAY, 5))
  await says(toBernard, {
    method: 'REPLY',
    event: answering(toBernard, 'DECLINED', '20270315T080400Z'),
    at: later(MONDAY, 4),
  })
  expect(await partstatOf(journey)).toBe('DECLINED')
  await journey.passTo(later(MONDAY, 30))
  expect(await journey.session()).toMatchObject({ status: 'offered', bumps: 1 })
})

test('an answer with a comment that is too long to be read whole counts for nothing, and its words are shown', async () => {
  const { journey, toBernard } = await invited()
  const comment = `COMMENT:${'I cannot. '.repeat(30_000)}`
  await says(toBernard, { method: 'REPLY', event: [...answering(toBernard, 'DECLINED'), comment] })
  expect(await partstatOf(journey)).toBe('NEEDS-ACTION')
  expect(await journey.today()).toContain('answer-waiting')
  const row = await env.DB.prepare("SELECT reading FROM received WHERE state = 'waiting'").first<{
    reading: string
  }>()
  expect(row?.reading).toContain('I cannot. I cannot.')
})

test.each([
  ['odd characters', 'ü💥\u202e"; DROP TABLE invites; --'],
  ['4000 characters', 'u'.repeat(4000)],
  ['a line break in it', String.raw`one\nMETHOD:CANCEL`],
  ['nothing', ''],
])('an answer to a UID of %s waits for a human', async (_, uid) => {
  const { journey, toBernard } = await invited()
  const event = answering(toBernard, 'DECLINED').map((line) =>
    line.startsWith('UID:') ? `UID:${uid}` : line,
  )
  await says(toBernard, { method: 'REPLY', event })
  expect(await journey.today()).toContain('answer-waiting')
  expect(await partstatOf(journey)).toBe('NEEDS-ACTION')
})

test('a decline with a time that has passed is a decline: ten minutes, then a bump, and the proposal stays', async () => {
  const { journey, toBernard } = await invited()
  const past = ['DTSTART:20270314T100000Z', 'DTEND:20270314T103000Z', 'COMMENT:Any day but Monday.']
  await says(toBernard, { method: 'COUNTER', event: [...answering(toBernard, 'DECLINED'), ...past] })
  expect(await journey.session()).toMatchObject({ status: 'fixed', bumps: 0 })

  await journey.passTo(later(MONDAY, 11))
  const bumped = await journey.session()
  expect(bumped).toMatchObject({ status: 'offered', bumps: 1, proposals: [{ refusal: 'in-the-past' }] })
  expect(bumped.options).toHaveLength(3)
  expect(await journey.today()).toContain('counter')
})

test('a time nobody decided stays on Today when it has passed, by calendar and by link', async () => {
  const { journey, toBernard } = await invited()
  await says(toBernard, { method: 'COUNTER', event: [...answering(toBernard, 'TENTATIVE'), ...GOOD] })
  await journey.clock('2027-04-20T08:00:00Z')
  expect(await journey.today()).toContain('counter')
  const [proposal] = (await journey.session()).proposals
  const path = `/sessions/${(await journey.session()).id}/counters/${proposal?.id}`
  expect(await journey.post(`${path}/acceptance`, { reason: 'x' })).toMatchObject({ status: 409 })
  expect(await journey.post(`${path}/refusal`)).toMatchObject({ status: 200 })
  expect(await journey.today()).not.toContain('counter')
})

test('deciding on a proposal again answers like the first time; the opposite is refused', async () => {
  for (const [decision, opposite] of [
    ['acceptance', 'refusal'],
    ['refusal', 'acceptance'],
  ] as const) {
    const { journey, session, toBernard } = await invited()
    await says(toBernard, { method: 'COUNTER', event: [...answering(toBernard, 'TENTATIVE'), ...GOOD] })
    const [proposal] = (await journey.session()).proposals
    const path = `/sessions/${session.id}/counters/${proposal?.id}`
    const first = await journey.post(`${path}/${decision}`)
    expect(first.status).toBe(200)
    const events = await eventsOf(session.id)
    expect(await journey.post(`${path}/${decision}`)).toEqual(first)
    expect(await journey.post(`${path}/${decision}`)).toEqual(first)
    expect(await journey.post(`${path}/${opposite}`)).toMatchObject({
      status: 409,
      body: { error: { code: 'no-such-proposal' } },
    })
    expect(await eventsOf(session.id)).toBe(events)
    expect(await journey.post(`/sessions/${session.id}/counters/ctr_0/${decision}`)).toMatchObject({
      status: 409,
    })
  }
})

test('“none” and “later” are written once, however often they are said', async () => {
  const journey = await aJourney()
  const { id } = await journey.offer()
  const offerId = await offerOf(id)
  for (const answer of [
    { none: true },
    { none: true },
    { notBefore: '2027-04-20' },
    { notBefore: '2027-04-20' },
  ])
    expect((await journey.post(`/offers/${offerId}/answer`, answer)).status).toBe(200)
  expect(await eventsOf(id, 'offer-declined')).toBe(1)
  expect(await eventsOf(id, 'postponed')).toBe(1)
})

test('the same answer, cancellation or decline again writes nothing', async () => {
  const { journey, session } = await invited()
  const path = `/sessions/${session.id}`
  for (const [what, body] of [
    ['answers', { personId: journey.bernard.id, partstat: 'ACCEPTED' }],
    ['answers', { personId: journey.bernard.id, partstat: 'DECLINED' }],
    ['cancellation', { reopen: true }],
    ['cancellation', { reopen: true }],
    ['cancellation', {}],
  ] as const) {
    const first = await journey.post(`${path}/${what}`, body)
    const events = await eventsOf(session.id)
    expect(await journey.post(`${path}/${what}`, body)).toEqual(first)
    expect(await eventsOf(session.id)).toBe(events)
  }
})

test('to ask for a decline by the event’s page again writes neither an event nor a link', async () => {
  const { session, toBernard } = await invited()
  const page = toBernard.link('invite')
  await press(page, { answer: 'decline' })
  const links = await countOf('links')
  for (let again = 0; again < 5; again += 1) await press(page, { answer: 'decline' })
  expect(await eventsOf(session.id, 'decline-asked')).toBe(1)
  expect(await countOf('links')).toBe(links)
})

async function countOf(table: 'links'): Promise<number> {
  return (await env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<{ n: number }>())?.n ?? 0
}

async function invited() {
  const journey = await aJourney()
  return { journey, ...(await fixSession(journey)) }
}

function says(letter: Letter, said: Partial<SaidByMail>): Promise<string | null> {
  const { attendee, organizer } = eventIn(letter)
  const from = attendee.address
  const raw = mailSaying({ from, to: organizer.address, at: MONDAY, ...said })
  return receive({ from, to: organizer.address, raw })
}

/** An answer of the reader's calendar to the event in his letter. */
function answering(letter: Letter, partstat: string, stamp = '20270315T080000Z'): readonly string[] {
  const { uid, sequence, attendee } = eventIn(letter)
  return [
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    `ATTENDEE;PARTSTAT=${partstat}:MAILTO:${attendee.address}`,
  ]
}

function codeIn(body: unknown): string | null {
  const { error }: { readonly error?: { readonly code: string } } = JSON.parse(JSON.stringify(body))
  return error?.code ?? null
}

function nameOf(line: string): string {
  return /^[\w-]+/.exec(line)?.[0] ?? ''
}

async function partstatOf(journey: Journey): Promise<string | undefined> {
  const { invites } = await journey.session()
  return invites.find(({ personId }) => personId === journey.bernard.id)?.partstat
}

async function eventsOf(id: string, code: string | null = null): Promise<number> {
  const row = await env.DB.prepare(
    'SELECT COUNT(*) AS n FROM events WHERE subject = ?1 AND (?2 IS NULL OR code = ?2)',
  )
    .bind(id, code)
    .first<{ n: number }>()
  return row?.n ?? 0
}

async function offerOf(sessionId: string): Promise<string | undefined> {
  const row = await env.DB.prepare('SELECT id FROM offers WHERE session_id = ? ORDER BY rowid DESC LIMIT 1')
    .bind(sessionId)
    .first<{ id: string }>()
  return row?.id
}
