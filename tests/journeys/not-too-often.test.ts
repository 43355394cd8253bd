import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { resendLetter } from '../../worker/actions/letter/resend.ts'
import { sendTestLetter } from '../../worker/actions/letter/send-test.ts'
import { offerTimes } from '../../worker/actions/offer/make.ts'
import { askToSignIn } from '../../worker/actions/sign-in/ask.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { ShownEvent } from '../../worker/http/dev/event.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findLetter } from '../../worker/storage/letter/delivery.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { kindsOnToday } from '../support/today.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aMentor,
  aWorld,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const FORTY = Array.from({ length: 40 }, (_, index) => index)

test('the own page asked for forty times is two mails in a day, and each press is told the same', async () => {
  const { world, session, press } = await invited()
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const other = await aFixedSession(
    settingOf(world),
    await aPairing(settingOf(world), uma, world.bernard),
    '2027-03-18T09:00Z',
  )
  const doors = [
    await link(world.platform, 'invite', session, world.bernard),
    await link(world.platform, 'invite', other, world.bernard),
  ]
  const told = new Set<string>()
  for (const index of FORTY) {
    const asked = await press(doors[index % 2] ?? '', { answer: 'own-page' })
    expect(asked.status).toBe(200)
    told.add(/(?<=role="status"[^>]*>)[^<]+/.exec(String(asked.body))?.[0] ?? 'nothing was said')
  }
  await tick(world.platform)
  expect(ownPages(world)).toBe(2)
  expect(told.size).toBe(1)

  world.now('2027-03-16T07:59Z')
  await press(doors[0] ?? '', { answer: 'own-page' })
  await tick(world.platform)
  expect(ownPages(world)).toBe(2)
  world.now('2027-03-16T08:01Z')
  for (const _ of FORTY) await press(doors[0] ?? '', { answer: 'own-page' })
  await tick(world.platform)
  expect(ownPages(world)).toBe(4)
})

test('“send again” pressed forty times is one copy an hour, and counts for the own page’s two', async () => {
  const { world, session, press } = await invited()
  const { platform } = world
  const again = async (kind: string) => {
    const row = await env.DB.prepare(
      "SELECT id FROM outbox WHERE json_extract(letter, '$.kind') = ? AND person_id = ? ORDER BY rowid LIMIT 1",
    )
      .bind(kind, world.bernard.id)
      .first<{ id: `let_${string}` }>()
    const stored = row && (await findLetter(platform, row.id, [world.northwind.id]))
    if (!stored) throw new Error('no letter')
    for (const _ of FORTY) have(await resendLetter(platform, stored, platform.newId('let')))
    await tick(platform)
  }
  const invites = () => world.mails.filter(({ to }) => to === world.bernard.email).length
  await again('calendar')
  expect(invites()).toBe(2)
  world.now('2027-03-15T09:00Z')
  await again('calendar')
  expect(invites()).toBe(3)

  await press(await link(platform, 'invite', session, world.bernard), {
    answer: 'own-page',
  })
  await tick(platform)
  for (const moment of ['10:00', '11:30', '13:00']) {
    world.now(`2027-03-15T${moment}Z`)
    await again('own')
  }
  expect(ownPages(world)).toBe(2)
})

test('a REFRESH of the attendee is answered once an hour, whatever the clock shows; of a stranger never', async () => {
  const { world, event } = await invited()
  const count = () => world.mails.filter(({ to }) => to === world.bernard.email).length
  const before = count()
  for (const from of ['mallory@elsewhere.example', 'mallory@people.example'])
    for (const _ of FORTY.slice(0, 12))
      expect(await refresh(world, event, from)).toMatchObject({ state: 'ignored', why: 'not-the-attendee' })
  await tick(world.platform)
  expect(count()).toBe(before)
  expect(await kindsOnToday(world)).not.toContain('answer-waiting')

  world.now('2027-03-15T08:58Z')
  for (const _ of FORTY.slice(0, 12)) await refresh(world, event, world.bernard.email)
  await tick(world.platform)
  expect(count()).toBe(before + 1)
  world.now('2027-03-15T09:02Z')
  await refresh(world, event, world.odile.email)
  await tick(world.platform)
  expect(count()).toBe(before + 1)
  world.now('2027-03-15T09:58Z')
  await refresh(world, event, world.odile.email)
  await tick(world.platform)
  expect(count()).toBe(before + 2)
})

test('words beside a stranger’s REFRESH are read by a human', async () => {
  const { world, event } = await invited()
  expect(await refresh(world, event, 'mallory@elsewhere.example', 'Please call me')).toMatchObject({
    state: 'waiting',
  })
})

test('a forged report with all that stands in the event stops nobody’s mail: neither his, nor a manager’s', async () => {
  const { world, event, token } = await invited()
  const guesses = [
    event.uid,
    `${event.uid}@${event.organizer.address.split('@')[1]}`,
    event.organizer.address,
    event.organizer.address.split('@')[0] ?? '',
    token,
  ]
  for (const person of [world.bernard, world.tom, world.nadia, world.odile])
    for (const id of guesses) {
      const { replyAddress: to, email } = person
      expect(await receiveAt(world, to, report(to, email, `<${id}>`))).toEqual({
        state: 'waiting',
        why: 'bounce',
      })
    }
  const stopped = await env.DB.prepare('SELECT count(*) AS n FROM suppressions').first<{ n: number }>()
  expect(stopped?.n).toBe(0)
  expect(await kindsOnToday(world)).not.toContain('address-bounced')
  expect(await kindsOnToday(world)).not.toContain('undelivered')

  // Nothing in the mail's calendar part leads to the id of a letter.
  const ids = await env.DB.prepare('SELECT id FROM outbox').all<{ id: string }>()
  for (const { id } of ids.results) expect(JSON.stringify(event)).not.toContain(id)
})

test('a letter’s own Message-ID counts for its reader alone, and only at the address it went to', async () => {
  const { world } = await invited()
  const raw = world.mails.find(({ to }) => to === world.bernard.email)?.raw ?? ''
  const messageId = /(?<=^Message-ID: )<[^>]+>/m.exec(raw)?.[0] ?? ''
  const unmoved = { state: 'waiting', why: 'bounce' }
  const { bernard, nadia, tom } = world
  expect(
    await receiveAt(world, nadia.replyAddress, report(nadia.replyAddress, nadia.email, messageId)),
  ).toEqual(unmoved)
  expect(
    await receiveAt(world, bernard.replyAddress, report(bernard.replyAddress, tom.email, messageId)),
  ).toEqual(unmoved)
  expect(
    await receiveAt(world, bernard.replyAddress, report(bernard.replyAddress, bernard.email, messageId)),
  ).toEqual({ state: 'applied', why: 'bounce' })
})

test('a report that comes late, about an address that was corrected, changes nothing', async () => {
  const { world } = await invited()
  const raw = world.mails.find(({ to }) => to === world.bernard.email)?.raw ?? ''
  const messageId = /(?<=^Message-ID: )<[^>]+>/m.exec(raw)?.[0] ?? ''
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { email: 'right@people.example' })
  await tick(world.platform)
  const { replyAddress: to, email } = world.bernard
  expect(await receiveAt(world, to, report(to, email, messageId))).toMatchObject({ state: 'applied' })
  expect(await kindsOnToday(world)).toEqual([])
})

test('new times asked for forty times, while some are on offer, are no mail', async () => {
  const world = await aWorld()
  const { platform, pairing, odile } = world
  const session = await anOffer(settingOf(world), pairing)
  await tick(platform)
  const answer = await link(platform, 'answer', session, odile)
  const refused = await pressed(world, answer, { choice: 'again' })
  expect(refused.status).toBe(409)
  for (const _ of FORTY) await pressed(world, answer, { choice: 'again' })
  await tick(platform)
  expect(world.mails).toHaveLength(1)
  const wish = { id: platform.newId('off'), pairingId: pairing.id, minutes: null, options: null }
  have(await offerTimes(platform, wish, { id: world.nadia.id, door: 'manager' }))
})

test('sign-in links are counted by mailbox, not by the address typed; tests of mail end after ten in an hour', async () => {
  const world = await aWorld()
  const { platform, tom, nadia, northwind } = world
  const aliases = FORTY.slice(0, 12).map((index) => `tom-${index}@people.example`)
  await (await world.as(nadia)).patch(`/api/v1/people/${tom.id}`, { aliases })
  const asked = {
    network: '192.0.2.1',
    locale: 'en',
    zone: 'Europe/Paris',
    wayBack: null,
    browser: null,
  } as const
  for (const email of aliases) await askToSignIn(platform, { email, ...asked })
  await tick(platform)
  expect(world.mails.filter(({ to }) => to === tom.email)).toHaveLength(3)

  const tests = await Promise.all(FORTY.map(() => sendTestLetter(platform, nadia, northwind)))
  expect(tests.filter(({ ok }) => ok)).toHaveLength(10)
})

async function invited() {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  await tick(world.platform)
  const { event, text } = await decodedMail(
    world.mails.find(({ to }) => to === world.bernard.email)?.raw ?? '',
  )
  if (!event) throw new Error('not invited')
  const press = (address: string, fields: Readonly<Record<string, string>>) => pressed(world, address, fields)
  const token = /invite\?k=([\w-]+)/.exec(text)?.[1] ?? ''
  return { world, session, event, press, token }
}

function ownPages({ mails }: World): number {
  return mails.filter(({ subject }) => subject === 'Your page').length
}

function refresh(world: World, event: ShownEvent, from: string, words = '') {
  const to = event.organizer.address
  return receiveAt(
    world,
    to,
    [
      `From: <${from}>`,
      `To: <${to}>`,
      `Message-ID: <${crypto.randomUUID()}@calendar.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      words,
      '--b',
      'Content-Type: text/calendar; method=REFRESH',
      '',
      'BEGIN:VCALENDAR',
      'METHOD:REFRESH',
      'BEGIN:VEVENT',
      `UID:${event.uid}`,
      'DTSTAMP:20270315T080000Z',
      `ORGANIZER:mailto:${to}`,
      `ATTENDEE:mailto:${event.attendee.address}`,
      'END:VEVENT',
      'END:VCALENDAR',
      '--b--',
      '',
    ].join('\r\n'),
  )
}

function report(to: string, recipient: string, about: string): string {
  return [
    'From: MAILER-DAEMON@mx.example',
    `To: <${to}>`,
    `Message-ID: <${crypto.randomUUID()}@mx.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${about}`,
    '--b--',
    '',
  ].join('\r\n')
}

function receiveAt({ platform }: World, to: Person['replyAddress'], raw: string) {
  return receive(platform, { to, raw: new TextEncoder().encode(raw), receiver: null })
}
