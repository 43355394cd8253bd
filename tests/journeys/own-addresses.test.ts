import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { erasePerson } from '../../worker/actions/people/erase.ts'
import { askToSignIn } from '../../worker/actions/sign-in/ask.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Programme } from '../../worker/domain/programme/programme.ts'
import type { ShownEvent } from '../../worker/http/dev/event.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { writeReply } from '../../worker/http/dev/reply.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import type { Client } from '../support/client.ts'
import { pressed, submitted } from '../support/forms.ts'
import { bring, confirm } from '../support/imports.ts'
import { textAt } from '../support/response-shapes.ts'
import { mailSaying } from '../support/said-by-mail.ts'
import { kindsOnToday } from '../support/today.ts'
import {
  aFixedSession,
  aManager,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  aProgramme,
  asManager,
  aWorld,
  fabrikamBeside,
  settingOf,
  type World,
} from '../support/world.ts'

const RIGHT = 'right@people.example'

test('her correction sends her invite again as the same event; the other programme’s calendar sees nothing of it', async () => {
  const { world, rita, here, ours } = await shared()
  const before = await eventTo(world, world.bernard.email, 'Fabrikam')
  const count = world.mails.length
  expect(await correct(rita, world.bernard, { email: RIGHT })).toMatchObject({
    ...{ status: 200, body: { email: RIGHT } },
  })
  await tick(world.platform)

  expect(world.mails.slice(count).map(({ to }) => to)).toEqual([RIGHT])
  const after = await eventTo(world, RIGHT, 'Fabrikam')
  expect(after).toMatchObject({ method: 'REQUEST', uid: before.uid, sequence: before.sequence })
  expect(after.attendee.address).toBe(RIGHT)
  const read = await (await world.as(world.nadia)).get(`/api/v1/people/${world.bernard.id}`)
  expect(read.body).toMatchObject({ email: world.bernard.email, aliases: [] })

  const nadia = await world.as(world.nadia)
  await nadia.post(`/api/v1/sessions/${here.id}/cancellation`, {})
  await rita.post(`/api/v1/sessions/${ours.id}/cancellation`, {})
  await tick(world.platform)
  expect(await eventTo(world, world.bernard.email, 'Northwind')).toMatchObject({ method: 'CANCEL' })
  expect(await eventTo(world, RIGHT, 'Fabrikam')).toMatchObject({ method: 'CANCEL' })
  expect(toBoth(world, RIGHT)).toEqual(['Fabrikam'])
})

test('links of her programme at the old address end, those of the other one stay', async () => {
  const { world, rita } = await shared()
  const old = { hers: await linkIn(world, 'Fabrikam'), theirs: await linkIn(world, 'Northwind') }
  const nobody = await world.as(null)
  expect((await nobody.get(old.hers)).status).toBe(200)
  await correct(rita, world.bernard, { email: RIGHT })
  expect((await nobody.get(old.hers)).status).toBe(410)
  expect((await nobody.get(old.theirs)).status).toBe(200)
})

test('an old address that is still his stays one in her programme', async () => {
  const { world, rita } = await shared()
  const old = await linkIn(world, 'Fabrikam')
  const kept = await correct(rita, world.bernard, { email: RIGHT, keepsOldAddress: true })
  expect(kept.body).toMatchObject({ email: RIGHT, aliases: [world.bernard.email] })
  expect((await (await world.as(null)).get(old)).status).toBe(200)
})

test('her event is answered from the new address; a decline from the old one waits for a human', async () => {
  const { world, rita, ours } = await shared()
  const old = await eventTo(world, world.bernard.email, 'Fabrikam')
  await correct(rita, world.bernard, { email: RIGHT })
  await tick(world.platform)
  expect(await reply(world, old, world.bernard.email, 'DECLINED')).toMatchObject({ state: 'waiting' })
  const event = await eventTo(world, RIGHT, 'Fabrikam')
  expect(await reply(world, event, RIGHT, 'ACCEPTED')).toMatchObject({ state: 'applied' })
  const session = await findSession(world.platform.db, ours.id)
  expect(session?.invites.find(({ personId }) => personId === world.bernard.id)?.partstat).toBe('ACCEPTED')
})

test('prose from the new address stands on her Today alone', async () => {
  const { world, rita, beside } = await shared()
  await correct(rita, world.bernard, { email: RIGHT })
  const to = (await eventTo(world, world.bernard.email, 'Northwind')).organizer.address
  const raw = mailSaying({ from: RIGHT, to, at: '2027-03-15T09:00Z', words: 'I would rather not.' })
  await receive(world.platform, { to, raw: new TextEncoder().encode(raw), receiver: null })
  expect(await kindsOnToday({ ...world, nadia: beside.rita })).toContain('answer-waiting')
  expect(await kindsOnToday(world)).not.toContain('answer-waiting')
  const nadia = await world.as(world.nadia)
  for (const path of ['/today', '/received', '/people', '/deliveries'])
    expect(String((await nadia.get(path)).body)).not.toContain(RIGHT)
})

test('one human has one diary, whatever her address for him', async () => {
  const { world, rita, theirs, here } = await shared()
  await correct(rita, world.bernard, { email: RIGHT })
  const clash = await rita.post('/api/v1/sessions', {
    pairingId: theirs.id,
    start: new Date(here.time?.start ?? 0).toISOString(),
    reason: 'agreed',
  })
  expect(clash.status).toBe(409)
})

test('whoever is let in by the new address finds her programme alone, and by the old one the other alone', async () => {
  const world = await aWorld()
  const beside = await fabrikamBeside(world)
  const rita = await world.as(beside.rita)
  const { tom, platform } = world
  await aPersonIn({ platform, programme: beside.fabrikam, manager: beside.rita }, 'mentor', {
    ...{ name: 'Tom Leroy', email: tom.email },
  })
  await aPairing({ platform, programme: beside.fabrikam, manager: beside.rita }, tom, beside.yara)
  const before = await world.as(tom)
  expect(pairsOf(await before.get('/api/v1/pairings'))).toHaveLength(2)
  await correct(rita, tom, { email: RIGHT })

  expect(pairsOf(await before.get('/api/v1/pairings'))).toEqual([world.bernard.id])
  const after = await signInBy(world, RIGHT)
  expect(pairsOf(await after.get('/api/v1/pairings'))).toEqual([beside.yara.id])
  expect((await after.get(`/api/v1/pairings/${world.pairing.id}`)).status).toBe(404)
  for (const path of ['/mine', '/calendars', '/record', '/guide', '/search?q=bernard']) {
    const page = String((await after.get(path)).body)
    expect(page).not.toMatch(/Northwind|Bernard|Nadia/)
    expect(page).not.toContain(tom.email)
  }
  const record = String((await before.get('/record')).body)
  expect(record).not.toMatch(/Fabrikam|Yara|Rita/)
  expect(record).not.toContain(RIGHT)
})

test('a manager of two programmes manages by each address those that know her by it, and none by the other', async () => {
  const world = await aWorld()
  const beside = await fabrikamBeside(world)
  const { nadia, tom, bernard, platform } = world
  const { fabrikam, rita, ugo, yara, pairing } = beside
  const there = { platform, programme: fabrikam, manager: rita }
  await aPersonIn(there, 'manager', { name: 'Nadia Haddad', email: nadia.email })
  await aPersonIn(there, 'mentor', { name: 'Tom Leroy', email: tom.email })
  await correct(await world.as(rita), nadia, { email: RIGHT })
  const own = await world.as(nadia)
  const written = await signInBy(world, RIGHT)
  const theirs = [
    [own, [ugo, yara], pairing],
    [written, [bernard, world.odile], world.pairing],
  ] as const
  for (const [client, people, { id: pairingId }] of theirs) {
    for (const { id } of people) {
      const path = `/api/v1/people/${id}`
      for (const each of [path, `${path}/availability`, `/people/${id}`, `/people/${id}/erasure`])
        expect((await client.get(each)).status, each).toBe(404)
      expect((await client.post(`${path}/departure`, { on: '2027-12-31' })).status).toBe(404)
      expect((await client.post(`${path}/erasure`)).status).toBe(404)
      expect((await client.patch(path, { name: 'Zebra' })).status).toBe(404)
      expect((await client.put(`${path}/availability`, HOURS)).status).toBe(404)
    }
    expect((await client.get(`/api/v1/pairings/${pairingId}`)).status).toBe(404)
    expect((await client.patch(`/api/v1/people/${tom.id}`, { reportsTo: people[0].id })).body).toMatchObject({
      error: { code: 'no-such-person' },
    })
  }
  expect(peopleIn(await own.get('/api/v1/people'))).not.toContain(ugo.id)
  expect(peopleIn(await written.get('/api/v1/people'))).toContain(ugo.id)
  expect((await written.patch(`/api/v1/people/${ugo.id}`, { unit: 'Tax' })).status).toBe(200)

  expect((await own.patch(`/api/v1/people/${tom.id}`, { name: 'T. Leroy', zone: 'UTC' })).status).toBe(200)
  const read = await (await world.as(rita)).get(`/api/v1/people/${tom.id}`)
  expect(read.body).toMatchObject({ name: 'Tom Leroy', zone: 'Europe/Paris' })
  await own.post(`/api/v1/people/${tom.id}/departure`, { on: '2027-03-01' })
  expect((await own.get(`/api/v1/people/${tom.id}`)).status).toBe(404)
  expect((await written.get(`/api/v1/people/${tom.id}`)).status).toBe(200)
})

test('where somebody is signed in is shown, and ended, of the address by which he came', async () => {
  const world = await aWorld()
  const beside = await fabrikamBeside(world)
  const rita = await world.as(beside.rita)
  const { tom, platform } = world
  await aPersonIn({ platform, programme: beside.fabrikam, manager: beside.rita }, 'mentor', {
    ...{ name: 'Tom Leroy', email: tom.email },
  })
  const before = await world.as(tom)
  await correct(rita, tom, { email: RIGHT })
  const after = await signInBy(world, RIGHT)
  for (const client of [before, after])
    expect(String((await client.get('/sign-ins')).body).match(/<li class="row">/g)).toHaveLength(1)
  await submitted(after, '/sign-ins', { all: 'yes' })
  expect((await after.get('/mine')).status).toBe(303)
  expect((await before.get('/mine')).status).toBe(200)
})

test('a dead link offers to sign in where a link would be sent to its address, whatever another address opens', async () => {
  const { world, rita, theirs } = await shared()
  const { bernard, platform, pairing } = world
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${bernard.id}`, { roles: ['executive', 'mentor'] })
  await correct(rita, bernard, { email: RIGHT })
  await tick(platform)
  const links = [await linkIn(world, 'Northwind'), await linkIn(world, 'Fabrikam', RIGHT)]
  await nadia.patch(`/api/v1/pairings/${pairing.id}`, { status: 'ended' })
  await rita.patch(`/api/v1/pairings/${theirs.id}`, { status: 'ended' })
  const nobody = await world.as(null)
  const pages = await Promise.all(links.map((each) => nobody.get(each)))
  expect(pages.map(({ status }) => status)).toEqual([410, 410])
  expect(pages.map(({ body }) => String(body).includes('href="/sign-in'))).toEqual([true, false])
})

test('a dead link to the figures names whom to ask by the address that its own programme has of her', async () => {
  const world = await aWorld()
  const { fabrikam, rita } = await fabrikamBeside(world)
  const there = { platform: world.platform, programme: fabrikam, manager: rita }
  await aPersonIn(there, 'manager', { name: 'Nadia Haddad', email: world.nadia.email })
  await correct(await world.as(rita), world.nadia, { email: RIGHT })
  const dead = async (maker: Client, programme: Programme) => {
    const links = `/api/v1/programmes/${programme.id}/report/links`
    const { body } = await maker.post(links, { label: 'Board', locale: 'en' })
    await maker.delete(`${links}/${textAt(body, 'id')}`)
    const { pathname, search } = new URL(textAt(body, 'url'))
    return String((await (await world.as(null)).get(pathname + search)).body)
  }
  const [ours, theirs] = [
    await dead(await world.as(world.nadia), world.northwind),
    await dead(await signInBy(world, RIGHT), fabrikam),
  ]
  expect(ours).toContain(world.nadia.email)
  expect(ours).not.toContain(RIGHT)
  expect(theirs).toContain(RIGHT)
  expect(theirs).not.toContain(world.nadia.email)
})

test('a correction to what is somebody’s elsewhere is written to there, and leaves him who he is', async () => {
  const world = await aWorld()
  const beside = await fabrikamBeside(world)
  const nadia = await world.as(world.nadia)
  const session = await anOffer(settingOf(world), world.pairing)
  await tick(world.platform)
  const answer = await correct(nadia, world.odile, { email: beside.ugo.email })
  expect(answer).toMatchObject({ status: 200, body: { email: beside.ugo.email } })
  await tick(world.platform)
  expect(world.mails.map(({ to }) => to)).toEqual([world.odile.email, beside.ugo.email])
  const [offer] = world.mails.slice(-1)
  const href = (await readMail(offer?.raw ?? '')).text?.match(/https:\/\/\S+\/answer\?\S+/)?.[0] ?? ''
  const answered = await pressed(world, href, { choice: session.offer?.options[0]?.id ?? '' })
  expect(answered.status).toBe(200)

  const ugo = await (await world.as(beside.rita)).get(`/api/v1/people/${beside.ugo.id}`)
  expect(ugo.body).toMatchObject({ name: 'Ugo Conti', email: beside.ugo.email })
  const count = world.mails.length
  await askFor(world, beside.ugo.email)
  const letters = world.mails.slice(count)
  expect(letters.map(({ to }) => to)).toEqual([beside.ugo.email, beside.ugo.email])
})

test('whoever is added by the address that another programme alone has of him is the same human', async () => {
  const { world, rita } = await shared()
  await correct(rita, world.bernard, { email: RIGHT })
  const claire = await aManager(world.platform, 'Claire Roy')
  const tailspin = await aProgramme(world.platform, claire, 'Tailspin')
  const there = { platform: world.platform, programme: tailspin, manager: claire }
  const added = await aPersonIn(there, 'executive', { name: 'C. Bernard', email: RIGHT })
  expect(added.id).toBe(world.bernard.id)
  const read = await (await world.as(claire)).get(`/api/v1/people/${added.id}`)
  expect(read.body).toMatchObject({ email: RIGHT, aliases: [] })
})

test('to a manager who knows him by another address, that address is nobody’s', async () => {
  const { world, rita } = await shared()
  await correct(rita, world.bernard, { email: RIGHT })
  const wish = { programmeId: world.northwind.id, roles: ['executive'], zone: 'UTC', name: 'Somebody Else' }
  const nadia = await world.as(world.nadia)
  const { body } = await nadia.post('/api/v1/people', { ...wish, email: RIGHT })
  expect(body).not.toMatchObject({ id: world.bernard.id })
  const atTheOld = await rita.post('/api/v1/people', {
    ...{
      ...wish,
      programmeId: programmeOf(await rita.get('/api/v1/programmes')),
      email: world.bernard.email,
    },
  })
  expect(atTheOld).toMatchObject({ status: 201 })
  expect(atTheOld.body).not.toMatchObject({ id: world.bernard.id })
})

test('a file finds him by her address, changes him, and leaves the other’s alone', async () => {
  const { world, rita } = await shared()
  const nadia = await world.as(world.nadia)
  expect((await correct(rita, world.bernard, { email: RIGHT })).status).toBe(200)
  await confirm(
    world,
    await bring(world, 'people', `email,aliases\n${world.bernard.email},hers@people.example`),
  )
  expect((await nadia.get(`/api/v1/people/${world.bernard.id}`)).body).toMatchObject({
    ...{ email: world.bernard.email, aliases: ['hers@people.example'] },
  })
  expect((await rita.get(`/api/v1/people/${world.bernard.id}`)).body).toMatchObject({
    ...{ email: RIGHT, aliases: [] },
  })
})

test('erased by her, nothing of her address is left, and the other programme keeps him', async () => {
  const { world, rita, beside } = await shared()
  await correct(rita, world.bernard, { email: RIGHT })
  await erasePerson(world.platform, world.bernard.id, asManager(beside.rita))
  await tick(world.platform)
  const { results } = await env.DB.prepare('SELECT own_addresses FROM members WHERE own_addresses LIKE ?')
    .bind(`%${RIGHT}%`)
    .all()
  expect(results).toEqual([])
  const read = await (await world.as(world.nadia)).get(`/api/v1/people/${world.bernard.id}`)
  expect(read.body).toMatchObject({ email: world.bernard.email })
})

/** Mr Bernard is an executive of Fabrikam too, and has a date in each programme. */
async function shared() {
  const world = await aWorld()
  const beside = await fabrikamBeside(world)
  const there = { platform: world.platform, programme: beside.fabrikam, manager: beside.rita }
  const { name, email } = world.bernard
  const bernard = await aPersonIn(there, 'executive', { name, email })
  expect(bernard.id).toBe(world.bernard.id)
  const vic = await aMentor(there, 'Vic Zebra')
  const theirs = await aPairing(there, vic, bernard)
  const ours = await aFixedSession(there, theirs, '2027-03-18T09:00Z')
  const here = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  await tick(world.platform)
  return { world, beside, theirs, ours, here, rita: await world.as(beside.rita) }
}

function correct(manager: Client, { id }: Person, change: object) {
  return manager.patch(`/api/v1/people/${id}`, change)
}

async function eventTo({ mails }: World, address: string, programme: string): Promise<ShownEvent> {
  const { event } = await decodedMail(
    mails.findLast(({ to, raw }) => to === address && raw.includes(`via ${programme}`))?.raw ?? '',
  )
  if (!event) throw new Error(`no event to ${address}`)
  return event
}

function toBoth({ mails }: World, address: string): readonly string[] {
  const names = mails.filter(({ to }) => to === address).map(({ raw }) => /via (\w+)/.exec(raw)?.[1] ?? '')
  return [...new Set(names)]
}

async function linkIn(
  { mails, bernard }: World,
  programme: string,
  address = bernard.email,
): Promise<string> {
  const mail = mails.findLast(({ to, raw }) => to === address && raw.includes(`via ${programme}`))
  const { text } = await readMail(mail?.raw ?? '')
  return text?.match(/https:\/\/\S+\/invite\?\S+/)?.[0] ?? ''
}

async function reply(
  { platform }: World,
  event: ShownEvent,
  from: string,
  partstat: 'ACCEPTED' | 'DECLINED',
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

function pairsOf({ body }: { readonly body: unknown }): readonly string[] {
  return [...JSON.stringify(body).matchAll(/"executiveId":"(\w+)"/g)].map(([, id = '']) => id)
}

function programmeOf({ body }: { readonly body: unknown }): string {
  return /"id":"(prg_\w+)"/.exec(JSON.stringify(body))?.[1] ?? ''
}

/** By the link that a mail to this address brings. */
async function signInBy(world: World, email: string): Promise<Client> {
  const count = world.mails.length
  await askFor(world, email)
  const mail = world.mails.slice(count).find(({ to }) => to === email)
  const { text } = await readMail(mail?.raw ?? '')
  const k = new URL(text?.match(/https:\/\/\S+\?k=\S+/)?.[0] ?? '').searchParams.get('k') ?? ''
  const nobody = await world.as(null)
  const signed = await nobody.ask('/sign-in/confirmation', {
    method: 'POST',
    body: new URLSearchParams({ k }),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  const cookie = signed.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const ask: Client['ask'] = (path, { headers, ...init }) =>
    nobody.ask(path, { ...init, headers: { ...Object.fromEntries(new Headers(headers)), Cookie: cookie } })
  const sending = (method: string) => (path: string, body?: unknown) =>
    ask(path, { method, body: JSON.stringify(body ?? {}), headers: { 'Content-Type': 'application/json' } })
  return {
    ...{ ask, get: (path) => ask(path, {}), post: sending('POST'), put: sending('PUT') },
    ...{ patch: sending('PATCH'), delete: sending('DELETE') },
  }
}

const HOURS = { zone: 'UTC', weekly: [], exceptions: [] }

function peopleIn({ body }: { readonly body: unknown }): readonly string[] {
  return [...JSON.stringify(body).matchAll(/"id":"(per_\w+)"/g)].map(([, id = '']) => id)
}

async function askFor({ platform }: World, email: string): Promise<void> {
  await askToSignIn(platform, {
    email,
    locale: 'en',
    zone: 'UTC',
    network: '192.0.2.1',
    wayBack: null,
    browser: null,
  })
  await tick(platform)
}
