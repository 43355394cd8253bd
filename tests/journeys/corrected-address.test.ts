import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { stopAddress } from '../../worker/actions/letter/stop-address.ts'
import { sendOwnPage } from '../../worker/actions/session/own-page.ts'
import { signIn } from '../../worker/actions/sign-in/sign-in.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { ShownEvent } from '../../worker/http/dev/event.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { writeReply } from '../../worker/http/dev/reply.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findReturned } from '../../worker/storage/letter/returned.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { stranger } from '../support/client.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { kindsOnToday } from '../support/today.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const RIGHT = 'right@people.example'

test('a corrected address gets the invite as the same event, and the old one gets nothing', async () => {
  const { world, session } = await fixed()
  const before = await eventTo(world, world.bernard.email)
  const count = world.mails.length
  world.now('2027-03-15T09:00Z')
  await correct(world, world.bernard, RIGHT)
  await tick(world.platform)

  expect(world.mails.slice(count).map(({ to }) => to)).toEqual([RIGHT])
  const after = await eventTo(world, RIGHT)
  expect(after).toMatchObject({ method: 'REQUEST', uid: before.uid, sequence: before.sequence })
  expect(after.attendee.address).toBe(RIGHT)
  const [invite] = (await findSession(world.platform.db, session.id))?.invites ?? []
  expect(invite).toMatchObject({ uid: before.uid, sequence: before.sequence, live: true })
})

test('a corrected address is asked for the times on offer, and its link answers', async () => {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  await deliverDue(world.platform)
  const old = await link(world.platform, 'answer', session, world.odile)
  await correct(world, world.odile, RIGHT)
  await tick(world.platform)

  expect(world.mails.map(({ to }) => to)).toEqual([world.odile.email, RIGHT])
  const nobody = await world.as(null)
  expect((await nobody.get(old)).status).toBe(410)
  const answered = await pressed(world, await linkIn(world, RIGHT, 'answer'), {
    choice: session.offer?.options[0]?.id ?? '',
  })
  expect(answered.status).toBe(200)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ status: 'fixed' })
})

test('a mentor at a new address gets what stands open: his invite, his brief, the question how it went', async () => {
  const { world } = await fixed()
  world.now('2027-03-16T15:05Z')
  await tick(world.platform)
  await correct(world, world.tom, RIGHT)
  await tick(world.platform)
  expect(subjectsTo(world, RIGHT)).toHaveLength(2)
  await linkIn(world, RIGHT, 'meeting')

  world.now('2027-03-17T10:00Z')
  await tick(world.platform)
  await correct(world, world.tom, 'again@people.example')
  await tick(world.platform)
  expect(subjectsTo(world, 'again@people.example')).toHaveLength(1)
  expect((await (await world.as(null)).get(await linkIn(world, 'again@people.example', 'log'))).status).toBe(
    200,
  )
})

test('what waits in the outbox goes to the address of now, with a link that opens', async () => {
  const world = await aWorld()
  const down = { ...world.platform, send: refusing('moment', true) }
  const session = await aFixedSession(
    { ...settingOf(world), platform: down },
    world.pairing,
    '2027-03-17T09:00Z',
  )
  have(await sendOwnPage(down, session.id, { id: world.bernard.id, door: 'link' }))
  await deliverDue(down)
  await correct(world, world.bernard, RIGHT)
  world.now('2027-03-15T09:00Z')
  await tick(world.platform)

  const toHim = world.mails.filter(({ to }) => to !== world.tom.email)
  expect(new Set(toHim.map(({ to }) => to))).toEqual(new Set([RIGHT]))
  expect(toHim).toHaveLength(2)
  expect((await (await world.as(null)).get(await linkIn(world, RIGHT, 'own'))).status).toBe(200)
})

test('a cancellation goes to the corrected address too, since the invite went there', async () => {
  const { world, session } = await fixed()
  await correct(world, world.bernard, RIGHT)
  await tick(world.platform)
  const nadia = await world.as(world.nadia)
  await nadia.post(`/api/v1/sessions/${session.id}/cancellation`, {})
  await tick(world.platform)
  expect(await eventTo(world, RIGHT)).toMatchObject({ method: 'CANCEL' })
})

test('“send again” of what went to the old address goes to the new one', async () => {
  const { world } = await fixed()
  const nadia = await world.as(world.nadia)
  const { body } = await nadia.get('/api/v1/deliveries')
  const sent = (body as Deliveries).deliveries.find(({ address }) => address === world.bernard.email)
  await correct(world, world.bernard, RIGHT)
  await tick(world.platform)
  const count = subjectsTo(world, RIGHT).length
  world.now('2027-03-15T12:00Z')
  expect(await nadia.post(`/api/v1/deliveries/${sent?.id}/retry`)).toMatchObject({ status: 200 })
  await tick(world.platform)
  expect(subjectsTo(world, RIGHT)).toHaveLength(count + 1)
  expect((await (await world.as(null)).get(await linkIn(world, RIGHT, 'invite'))).status).toBe(200)
})

test('an answer of the old address waits for a human; one of the new address counts', async () => {
  const { world, session } = await fixed()
  const old = await eventTo(world, world.bernard.email)
  await correct(world, world.bernard, RIGHT)
  await tick(world.platform)
  expect(await reply(world, old, { from: world.bernard.email, partstat: 'ACCEPTED' })).toMatchObject({
    state: 'waiting',
  })
  expect(await reply(world, old, { from: RIGHT, partstat: 'ACCEPTED' })).toMatchObject({ state: 'waiting' })
  expect(await partstatOf(world, session.id)).toBe('NEEDS-ACTION')

  const fresh = await eventTo(world, RIGHT)
  expect(await reply(world, fresh, { from: RIGHT, partstat: 'ACCEPTED' })).toMatchObject({ state: 'applied' })
  expect(await partstatOf(world, session.id)).toBe('ACCEPTED')
})

test('an address that is still his becomes an alias: links and answers of it count, nothing is sent twice', async () => {
  const { world, session } = await fixed()
  const old = await eventTo(world, world.bernard.email)
  const invite = await link(world.platform, 'invite', session, world.bernard)
  const count = world.mails.length
  const changed = await (
    await world.as(world.nadia)
  ).patch(`/api/v1/people/${world.bernard.id}`, { email: RIGHT, keepsOldAddress: true })
  expect(changed.body).toMatchObject({ email: RIGHT, aliases: [world.bernard.email] })
  await tick(world.platform)
  expect(world.mails).toHaveLength(count)
  expect((await (await world.as(null)).get(invite)).status).toBe(200)
  expect(await reply(world, old, { from: world.bernard.email, partstat: 'TENTATIVE' })).toMatchObject({
    state: 'applied',
  })

  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { aliases: [] })
  expect(await reply(world, old, { from: world.bernard.email, partstat: 'ACCEPTED' })).toMatchObject({
    state: 'waiting',
  })
  expect(await partstatOf(world, session.id)).toBe('TENTATIVE')
})

test('a bounced address takes its stop along: the new one gets mail, and Today is quiet about it', async () => {
  const { world } = await fixed()
  await stopAddress(world.platform, { address: world.bernard.email, kind: 'permanent', detail: '5.1.1' })
  const nadia = await world.as(world.nadia)
  expect(await kindsOnToday(world)).toContain('address-bounced')
  expect((await nadia.get(`/people/${world.bernard.id}?edit=addresses`)).body).toMatch(
    /<option value="no" selected/,
  )
  await correct(world, world.bernard, RIGHT)
  await tick(world.platform)
  expect(await kindsOnToday(world)).not.toContain('address-bounced')
  expect(await kindsOnToday(world)).not.toContain('undelivered')
  expect(subjectsTo(world, RIGHT)).toHaveLength(1)
})

test('a sign-in link that waits for an old address is not sent, and one that was sent opens nothing', async () => {
  const world = await aWorld()
  const nobody = await world.as(null)
  const ask = () =>
    nobody.ask('/sign-in', { method: 'POST', body: new URLSearchParams({ email: world.tom.email }) })
  await ask()
  const k = new URL(await linkIn(world, world.tom.email, 'sign-in')).searchParams.get('k') ?? ''
  await correct(world, world.tom, RIGHT)
  expect(await signIn(world.platform, { token: k, trusted: false, instead: null })).toMatchObject({
    kind: 'ended',
  })
})

test('a sign-in link that waits goes to the new address where the old one is still his, and opens', async () => {
  const world = await aWorld()
  const down = stranger({ ...world.platform, send: refusing('moment', false) })
  await down.ask('/sign-in', { method: 'POST', body: new URLSearchParams({ email: world.tom.email }) })
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.tom.id}`, { email: RIGHT, keepsOldAddress: true })
  world.now('2027-03-15T08:05Z')
  await tick(world.platform)
  const k = new URL(await linkIn(world, RIGHT, 'sign-in')).searchParams.get('k') ?? ''
  expect(await signIn(world.platform, { token: k, trusted: false, instead: null })).toMatchObject({
    kind: 'offered',
  })
})

test('an address that was stored with the letters of its own language signs in and opens links', async () => {
  const world = await aWorld()
  const [stored, mailed] = ['tom@exämple.example', 'tom@xn--exmple-cua.example']
  const { id } = world.tom
  await env.DB.batch([
    env.DB.prepare('UPDATE people SET email = ?, version = version + 1 WHERE id = ?').bind(stored, id),
    env.DB.prepare('UPDATE addresses SET address = ? WHERE person_id = ?').bind(stored, id),
  ])
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  await tick(world.platform)
  const nobody = await world.as(null)
  expect((await nobody.get(await linkIn(world, mailed, 'invite'))).status).toBe(200)
  const earlier = await link(world.platform, 'invite', session, { id, email: stored })
  expect((await nobody.get(earlier)).status).toBe(200)

  await nobody.ask('/sign-in', { method: 'POST', body: new URLSearchParams({ email: stored }) })
  const k = new URL(await linkIn(world, mailed, 'sign-in')).searchParams.get('k') ?? ''
  expect(await signIn(world.platform, { token: k, trusted: false, instead: null })).toMatchObject({
    kind: 'offered',
  })
  expect((await (await world.as(world.tom)).get('/mine')).status).toBe(200)

  const { letterId } = await lastTo(id)
  expect(await findReturned(world.platform.db, [letterId], mailed)).toMatchObject({ isHis: true })
})

test('on the page the old address is kept unless the manager says no', async () => {
  const { world, session } = await fixed()
  const nadia = await world.as(world.nadia)
  const { name, zone, locale, id } = world.bernard
  const fields = { name, zone, locale, 'role-executive': 'yes', programmeId: world.northwind.id }
  const save = (more: Readonly<Record<string, string>>) =>
    nadia.ask(`/people/${id}`, { method: 'POST', body: new URLSearchParams({ ...fields, ...more }) })
  const invite = await link(world.platform, 'invite', session, world.bernard)
  const nobody = await world.as(null)

  expect((await save({ email: 'second@people.example' })).status).toBe(303)
  expect((await nobody.get(invite)).status).toBe(200)
  const aliases = world.bernard.email
  expect((await save({ email: RIGHT, aliases, oldAddress: 'no' })).status).toBe(303)
  expect((await nobody.get(invite)).status).toBe(200)
  expect((await nadia.get(`/api/v1/people/${id}`)).body).toMatchObject({ email: RIGHT, aliases: [aliases] })
})

test('an assistant at a new address gets all her offers in one mail', async () => {
  const world = await aWorld()
  const faure = await aPersonIn(settingOf(world), 'executive', {
    name: 'Helene Faure',
    assistantIds: [world.odile.id],
  })
  await anOffer(settingOf(world), world.pairing)
  await anOffer(settingOf(world), await aPairing(settingOf(world), world.tom, faure))
  await tick(world.platform)
  await correct(world, world.odile, RIGHT)
  await tick(world.platform)
  expect(subjectsTo(world, RIGHT)).toEqual(['Times for Claude Bernard, Helene Faure: which ones suit?'])
})

type Deliveries = { readonly deliveries: readonly { readonly id: string; readonly address: string }[] }

async function fixed() {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  await tick(world.platform)
  return { world, session }
}

async function correct(world: World, { id }: Person, email: string): Promise<void> {
  const changed = await (await world.as(world.nadia)).patch(`/api/v1/people/${id}`, { email })
  expect(changed).toMatchObject({ status: 200, body: { email } })
}

async function lastTo(id: Person['id']): Promise<{ readonly letterId: string }> {
  const row = await env.DB.prepare('SELECT id FROM outbox WHERE person_id = ? AND attempts > 0 LIMIT 1')
    .bind(id)
    .first<{ id: string }>()
  return { letterId: row?.id ?? '' }
}

async function eventTo({ mails }: World, address: string): Promise<ShownEvent> {
  const { event } = await decodedMail(mails.findLast(({ to }) => to === address)?.raw ?? '')
  if (!event) throw new Error(`no event to ${address}`)
  return event
}

function subjectsTo({ mails }: World, address: string): readonly string[] {
  return mails.filter(({ to }) => to === address).map(({ subject }) => subject)
}

async function linkIn({ mails }: World, address: string, path: string): Promise<string> {
  for (const { raw } of mails.filter(({ to }) => to === address).toReversed()) {
    const { text } = await readMail(raw)
    const found = text?.match(new RegExp(`https://\\S+/${path}\\?\\S+`))?.[0]
    if (found) return found
  }
  throw new Error(`no link to ${path}`)
}

async function partstatOf({ platform, bernard }: World, id: Parameters<typeof findSession>[1]) {
  const session = await findSession(platform.db, id)
  return session?.invites.find(({ personId }) => personId === bernard.id)?.partstat
}

/** Answers an event of ours by mail, as its calendar would. */
async function reply(
  { platform }: World,
  event: ShownEvent,
  { from, partstat }: { readonly from: string; readonly partstat: 'ACCEPTED' | 'TENTATIVE' },
) {
  if (!event.time) throw new Error('an event without a time is not answered')
  const answered = { ...event, time: event.time, organizer: event.organizer.address }
  const about = { at: platform.now(), messageId: `<${crypto.randomUUID()}@calendar.example>` }
  const raw = writeReply(answered, partstat, about).replace(/^From: .*(?:\r\n .*)?/, `From: ${from}`)
  return receive(platform, {
    to: event.organizer.address,
    raw: new TextEncoder().encode(raw),
    receiver: null,
  })
}

function refusing(fault: 'moment', mayBeHad: boolean) {
  return () => Promise.resolve({ ok: false, error: 'timeout', fault, mayBeHad } as const)
}
