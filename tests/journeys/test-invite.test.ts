import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { receive } from '../../worker/delivery/in/receive.ts'
import type { Settled } from '../../worker/domain/mail/received.ts'
import type { ShownEvent } from '../../worker/http/dev/event.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { type CalendarAnswer, writeReply } from '../../worker/http/dev/reply.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { answerOfTestInvite, findTestInvite } from '../../worker/storage/letter/test-invite.ts'
import { asRestored } from '../support/as-restored.ts'
import { readStrictly } from '../support/calendar-grammar.ts'
import { submitted } from '../support/forms.ts'
import { wordsOf } from '../support/pages.tsx'
import { at } from '../support/times.ts'
import { aManager, aProgramme, aWorld } from '../support/world.ts'

const STEP = '/deliveries/test-invite'
const TODAY = '/today#first-steps'

test('a manager sends an invite to herself, her calendar accepts it, and the step is ticked', async () => {
  const { rita, press, today, answer } = await anEmptyProgramme()
  expect(await today()).toContain('1 of 7 done')
  expect(await today()).toContain('Send me a test invite')

  const first = await press('send')
  expect([first.to, first.event.method, first.event.sequence]).toEqual([rita.email, 'REQUEST', 0])
  expect(first.event.attendee.address).toBe(rita.email)
  expect(first.event.organizer.address).toBe(rita.replyAddress)
  expect(first.event.time).toEqual({ start: at('2027-03-16T08:00Z'), end: at('2027-03-16T08:15Z') })
  expect(await today()).toContain('Sent on Monday 15 March 2027, 09:00. No answer from the calendar of')

  expect(await answer(first.event, 'ACCEPTED', '2027-03-15T08:10Z')).toEqual(APPLIED)
  expect(await today()).toContain('2 of 7 done')
  expect(await today()).toContain('Accepted on Monday 15 March 2027, 09:10.')
  // It is nobody's date.
  for (const table of ['sessions', 'invites', 'claims', "received WHERE state = 'waiting'"])
    expect(await count(table), table).toBe(0)
})

test('what somebody else answers, or what is older than her answer, changes nothing and waits for nobody', async () => {
  const { rita, press, today, answer, reply } = await anEmptyProgramme()
  const { event } = await press('send')
  const eve = { address: 'eve@elsewhere.example', name: 'Eve' }
  const stranger = reply({ ...event, attendee: eve }, 'ACCEPTED', '2027-03-15T08:05Z')
  expect(await stranger).toEqual({ state: 'ignored', why: 'not-the-attendee' })
  const forged = reply(event, 'ACCEPTED', '2027-03-15T08:06Z', { from: eve.address })
  expect(await forged).toEqual({ state: 'ignored', why: 'not-the-attendee' })
  // She passed it on, and the mail is hers; or it says that it is, and our receiver knows better.
  const passedOn = reply({ ...event, attendee: eve }, 'ACCEPTED', '2027-03-15T08:07Z', { from: rita.email })
  expect(await passedOn).toEqual({ state: 'ignored', why: 'not-the-attendee' })
  const faked = reply(event, 'ACCEPTED', '2027-03-15T08:08Z', { dmarc: 'fail' })
  expect(await faked).toEqual({ state: 'ignored', why: 'not-the-attendee' })
  expect(await today()).toContain('No answer from the calendar of')

  expect(await answer(event, 'TENTATIVE', '2027-03-15T08:10Z')).toEqual(APPLIED)
  const older = { state: 'history', why: 'superseded' }
  expect(await answer(event, 'DECLINED', '2027-03-15T08:09Z')).toEqual(older)
  expect(await today()).toContain('Answered “maybe” on Monday 15 March 2027, 09:10.')
  expect(await answer(event, 'DECLINED', '2027-03-15T08:12Z')).toEqual(APPLIED)
  expect(await today()).toContain('Declined on Monday 15 March 2027, 09:12')
  expect(await count("received WHERE state = 'waiting'")).toBe(0)
})

test('sent again it is the next revision of the same entry, and taken away it is cancelled there', async () => {
  const { press, today, answer, world } = await anEmptyProgramme()
  const first = await press('send')
  await answer(first.event, 'ACCEPTED', '2027-03-15T08:10Z')
  world.now('2027-03-15T09:00Z')
  const second = await press('send')
  expect([second.event.uid, second.event.sequence]).toEqual([first.event.uid, 1])
  expect(second.event.time?.start).toBe(at('2027-03-16T08:00Z'))
  expect(await today()).toContain('No answer from the calendar of')
  expect(await answer(first.event, 'DECLINED', '2027-03-15T09:05Z')).toMatchObject({ why: 'stale-sequence' })

  await answer(second.event, 'ACCEPTED', '2027-03-15T09:10Z')
  const gone = await press('take-away')
  expect([gone.event.method, gone.event.uid, gone.event.sequence]).toEqual(['CANCEL', first.event.uid, 2])
  expect(await today()).toContain('2 of 7 done')
  expect(await today()).toContain('Taken away on Monday 15 March 2027, 10:10.')
  expect(await today()).not.toContain('Take it away')
  expect(await answer(second.event, 'DECLINED', '2027-03-15T09:20Z')).toMatchObject({ state: 'history' })

  const anew = await press('send')
  expect(anew.event.uid).not.toBe(first.event.uid)
  expect(await today()).toContain('1 of 7 done')
})

test('taking away what was never sent writes no mail, and beyond ten an hour none is sent', async () => {
  const { client, world } = await anEmptyProgramme()
  const away = await submitted(client, STEP, { act: 'take-away', back: TODAY })
  expect(away.headers.get('Location')).toBe('/today?done=test-invite-away#first-steps')
  expect(await count('outbox')).toBe(0)
  for (let nth = 0; nth < 10; nth += 1) await submitted(client, STEP, { act: 'send' })
  expect((await submitted(client, STEP, { act: 'send' })).status).toBe(429)
  await tick(world.platform)
  expect(world.mails.length).toBeLessThanOrEqual(10)
})

test('however often it is taken away, of what was sent one mail takes it away', async () => {
  const { client, press } = await anEmptyProgramme()
  await press('send')
  const away = () => submitted(client, STEP, { act: 'take-away' })
  await Promise.all([away(), away(), away()])
  await away()
  // The one that brought it, and the one that takes it away.
  expect(await count('outbox')).toBe(2)
})

test('after a restore it waits like other mail', async () => {
  const { rita, world } = await anEmptyProgramme()
  await asRestored(world.platform)
  await submitted(await world.as(rita), STEP, { act: 'send' })
  await tick(world.platform)
  expect(world.mails).toEqual([])
  await (await world.as(world.nadia)).post('/api/v1/deliveries/resumption', { waiting: 'send' })
  await tick(world.platform)
  expect(world.mails.map(({ to }) => to)).toEqual([rita.email])
})

test('an answer to the test of another manager changes nothing, though it comes from whom it reached', async () => {
  const { rita, world, press, reply } = await anEmptyProgramme()
  await submitted(await world.as(world.nadia), STEP, { act: 'send' })
  const uid = String(await env.DB.prepare('SELECT uid FROM test_invites').first('uid'))
  const { event } = await press('send')
  expect(event.uid).not.toBe(uid)
  const said = await reply({ ...event, uid }, 'ACCEPTED', '2027-03-15T08:10Z', { from: rita.email })
  expect(said).toEqual({ state: 'waiting', why: 'unknown-event' })
  expect(await count('test_invites WHERE partstat IS NULL')).toBe(2)
})

test('an answer that was judged before it was sent again, or taken away, is not written', async () => {
  const { rita, world, press } = await anEmptyProgramme()
  const { db } = world.platform
  for (const meanwhile of ['send', 'take-away']) {
    await press('send')
    const judged = await findTestInvite(db, rita.id)
    if (!judged) throw new Error('no test was sent')
    await press(meanwhile)
    await inOneBatch(db, [answerOfTestInvite(db, { ...judged, partstat: 'ACCEPTED' })])
    expect(await count('test_invites WHERE partstat IS NULL'), meanwhile).toBe(1)
  }
})

type Sent = { readonly from?: string; readonly dmarc?: 'pass' | 'fail' }

const APPLIED: Settled = { state: 'applied', why: 'applied' }

async function anEmptyProgramme() {
  const world = await aWorld()
  const { platform, mails } = world
  const rita = await aManager(platform, 'Rita Novak')
  await aProgramme(platform, rita, 'Globex')
  const client = await world.as(rita)
  const press = async (act: string) => {
    const pressed = await submitted(client, STEP, { act, back: TODAY })
    expect(pressed.headers.get('Location')).toMatch(/^\/today\?done=test-invite/)
    await tick(platform)
    const mail = mails.at(-1)
    const event = mail && (await decodedMail(mail.raw)).event
    if (!event) throw new Error('no event was sent')
    readStrictly(calendarIn(mail.raw))
    return { to: mail.to, event }
  }
  const reply = async (
    event: ShownEvent,
    said: CalendarAnswer,
    moment: string,
    { from, dmarc }: Sent = {},
  ) => {
    world.now(moment)
    if (!event.time) throw new Error('an event without a time is not answered')
    const answered = { ...event, time: event.time, organizer: event.organizer.address }
    const raw = writeReply(answered, said, {
      at: at(moment),
      messageId: `<${crypto.randomUUID()}@calendar.example>`,
    })
    const signed = from ? raw.replace(/^From: .*(?:\r\n .*)?/, `From: ${from}`) : raw
    const verdict = dmarc ? `Authentication-Results: mx.example; dmarc=${dmarc}\r\n` : ''
    return receive(platform, {
      to: rita.replyAddress,
      raw: new TextEncoder().encode(verdict + signed),
      receiver: 'mx.example',
    })
  }
  return {
    ...{ world, rita, client, press, reply },
    today: async () => wordsOf(String((await client.get('/today')).body)),
    answer: (event: ShownEvent, said: CalendarAnswer, moment: string) => reply(event, said, moment),
  }
}

function calendarIn(raw: string): string {
  const encoded = /Content-Type: text\/calendar[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(raw)?.[1] ?? ''
  return new TextDecoder().decode(
    Uint8Array.from(atob(encoded.replace(/\s/g, '')), (each) => each.charCodeAt(0)),
  )
}

async function count(from: string): Promise<number> {
  return (await env.DB.prepare(`SELECT count(*) AS n FROM ${from}`).first<number>('n')) ?? -1
}
