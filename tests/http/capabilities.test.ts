import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import type { Key } from '../../worker/domain/key/key.ts'
import { CAPABILITIES, type Purpose, type Relation } from '../../worker/domain/people/capability.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { writeReply } from '../../worker/http/dev/reply.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { hashOf } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { findFeed } from '../../worker/storage/feed/feed.ts'
import { insertKey } from '../../worker/storage/key/key.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { insertSignIn } from '../../worker/storage/sign-in/sign-in.ts'
import { cookieOf } from '../support/client.ts'
import { link } from '../support/links.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPersonIn,
  aWorld,
  settingOf,
  type World,
} from '../support/world.ts'

/** The ways in which what somebody was given something for comes to an end. */
const WAYS = ['corrected address', 'replaced', 'ended pairing', 'left', 'alias removed'] as const
type Way = (typeof WAYS)[number]
type Part = Relation | 'account'

const PURPOSES = Object.keys(CAPABILITIES) as readonly Purpose[]
const CELLS = PURPOSES.flatMap((purpose) => {
  const { given } = CAPABILITIES[purpose]
  const parts: readonly Part[] = given === 'account' ? accountsFor(purpose) : given
  return parts.flatMap((part) => WAYS.map((way) => ({ purpose, part, way })))
})

/** An assistant signs in for as long as she answers for somebody; she has no calendar of her own, and no key. */
function accountsFor(purpose: Purpose): readonly Part[] {
  return purpose === 'feed' || purpose === 'key' ? ['account'] : ['account', 'assistant']
}

/** What may be sent to the page: if the link were alive it would change something. */
const FIELDS: Readonly<Partial<Record<Purpose, Readonly<Record<string, string>>>>> = {
  answer: { choice: 'none' },
  invite: { answer: 'accept' },
  log: { result: 'happened' },
  meeting: { say: 'cannot' },
  own: { wish: 'pause' },
}
const IS_ALSO_PULSE: readonly Purpose[] = ['invite', 'log', 'meeting', 'own']

test.each(CELLS)('$purpose of the $part, once $way: opened and used', async ({ purpose, part, way }) => {
  const world = await aWorld()
  const reader = readerOf(world, part)
  const session = await sessionFor(world, purpose)
  if (way === 'alias removed') await movedTo(world, reader, 'former')
  const held = await give(world, purpose, session, reader)
  if (way === 'alias removed') await movedTo(world, reader, 'new', true)
  expect(await held.isOpen()).toBe(true)

  await end(world, way, part, session, reader)
  const before = await eventCount()
  expect(await held.isOpen()).toBe(!dies(purpose, part, way))
  if (!dies(purpose, part, way)) return
  for (const answer of [await held.open(), await held.use(), ...(await held.otherDoors())]) {
    expect(answer.status).toBeGreaterThanOrEqual(300)
    const text = String(answer.body)
    expect(text).not.toMatch(/Leroy|Bernard|Marchand|Martin|17 March|10:00/)
    expect(text).toContain(held.says ? 'Nadia Haddad, n.haddad@people.example' : '')
  }
  expect(await eventCount()).toBe(before)
})

test('a dead link speaks its reader’s language, whatever the browser’s is', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { locale: 'fr' })
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const invite = await link(world.platform, 'invite', session, world.bernard)
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { email: 'other@people.example' })
  const opened = await (await world.as(null)).ask(invite, { headers: { 'Accept-Language': 'en' } })
  expect(opened).toMatchObject({ status: 410, body: expect.stringContaining('écrivez à Nadia Haddad') })
})

test('a mentor who was replaced proposes nothing by mail either: it waits, and nobody is told a time', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  await tick(world.platform)
  const { event } = await decodedMail(world.mails.find(({ to }) => to === world.tom.email)?.raw ?? '')
  if (!event?.time) throw new Error('not invited')
  await replace(world, 'mentor', session)
  const answered = { ...event, time: event.time, organizer: event.organizer.address }
  const propose = { start: at('2027-03-19T09:00Z'), end: at('2027-03-19T09:30Z') }
  const about = { at: world.platform.now(), messageId: '<counter@calendar.example>' }
  const raw = new TextEncoder().encode(writeReply(answered, { propose }, about))
  expect(await receive(world.platform, { to: world.tom.replyAddress, raw, receiver: null })).toMatchObject({
    state: 'waiting',
    why: 'not-invited',
  })
  expect((await findSession(world.platform.db, session.id))?.proposals).toEqual([])
})

test('an assistant who comes back opens her links again: nothing was revoked', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const answer = await link(
    world.platform,
    'answer',
    await anOffer(settingOf(world), world.pairing),
    world.odile,
  )
  const nobody = await world.as(null)
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { assistantIds: [] })
  expect((await nobody.get(answer)).status).toBe(410)
  world.now('2027-03-15T08:01Z')
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { assistantIds: [world.odile.id] })
  expect((await nobody.get(answer)).status).toBe(200)
})

/** The table again, in words: what is given to an account has no session that could end. */
function dies(purpose: Purpose, part: Part, way: Way): boolean {
  switch (way) {
    case 'corrected address':
    case 'alias removed':
      return true
    case 'left':
      return true
    case 'replaced':
      return part === 'mentor' || part === 'assistant'
    case 'ended pairing':
      return CAPABILITIES[purpose].given !== 'account' && purpose !== 'own'
  }
}

function readerOf({ tom, bernard, odile }: World, part: Part): Person {
  return part === 'executive' ? bernard : part === 'assistant' ? odile : tom
}

function sessionFor(world: World, purpose: Purpose): Promise<Session> {
  return purpose === 'answer'
    ? anOffer(settingOf(world), world.pairing)
    : aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
}

type Shown = { readonly status: number; readonly body: unknown }
type Given = {
  readonly open: () => Promise<Shown>
  readonly use: () => Promise<Shown>
  readonly otherDoors: () => Promise<readonly Shown[]>
  readonly isOpen: () => Promise<boolean>
  /** Whether its page can say whom to write to. */
  readonly says: boolean
}

async function give(world: World, purpose: Purpose, session: Session, reader: Person): Promise<Given> {
  const nobody = await world.as(null)
  const none = () => Promise.resolve([])
  const asPage = (open: () => Promise<Shown>, use: () => Promise<Shown>, says: boolean): Given => ({
    ...{ open, use, says, otherDoors: none },
    isOpen: async () => (await open()).status === 200,
  })
  switch (purpose) {
    case 'sign-in': {
      const k = await aSignInLink(world, reader)
      const body = () => new URLSearchParams({ k })
      const confirm = () => nobody.ask('/sign-in/confirmation', { method: 'POST', body: body() })
      return asPage(() => nobody.get(`/sign-in?k=${k}`), confirm, true)
    }
    case 'session': {
      const headers = { Cookie: await cookieOf(world.platform, reader) }
      const home = reader.id === world.odile.id ? '/desk' : '/mine'
      const look = () => nobody.ask(home, { headers })
      return asPage(look, () => nobody.ask('/calendar-feed', { method: 'POST', headers }), false)
    }
    case 'feed': {
      await subscribe(world.platform, reader.id)
      const feed = await findFeed(world.platform.db, reader.id)
      const k = feed ? await world.platform.tokenOf(feed.linkId) : ''
      const read = () => nobody.get(`/calendar.ics?k=${k}`)
      return asPage(read, read, false)
    }
    case 'key': {
      const { name } = reader
      const address = await emailNow(reader)
      const key: Key = {
        ...{ id: world.platform.newId('key'), name, programmes: [world.northwind.id] },
        access: 'write',
        ...{ personId: reader.id, address, madeAt: world.platform.now(), endedAt: null, usedOn: null },
        endsAt: at('2027-09-01T00:00Z'),
      }
      const token = `sotto_${'k'.repeat(43)}`
      await inOneBatch(world.platform.db, [insertKey(world.platform.db, key, await hashOf(token))])
      const headers = { Authorization: `Bearer ${token}` }
      const look = () => nobody.ask('/api/v1/pairings', { headers })
      const use = () => nobody.ask('/api/v1/sessions', { method: 'POST', headers, body: '{}' })
      return asPage(look, use, false)
    }
    default: {
      const path = await link(world.platform, purpose, session, { ...reader, email: await emailNow(reader) })
      const k = path.split('k=')[1] ?? ''
      const post = (to: string) =>
        nobody.ask(to, { method: 'POST', body: new URLSearchParams({ k, ...FIELDS[purpose] }) })
      const page = asPage(
        () => nobody.get(path),
        () => post(`/${purpose}`),
        true,
      )
      if (!IS_ALSO_PULSE.includes(purpose)) return page
      return { ...page, otherDoors: async () => [await nobody.get(`/pulse?k=${k}`), await post('/pulse')] }
    }
  }
}

async function end(world: World, way: Way, part: Part, session: Session, reader: Person): Promise<void> {
  const nadia = await world.as(world.nadia)
  const change = async (path: string, body: object) => {
    const changed = await nadia.patch(`/api/v1${path}`, body)
    expect(changed.status).toBe(200)
  }
  switch (way) {
    case 'corrected address':
      return movedTo(world, reader, 'right')
    case 'alias removed':
      return change(`/people/${reader.id}`, { aliases: [] })
    case 'ended pairing':
      return change(`/pairings/${world.pairing.id}`, { status: 'ended' })
    case 'replaced':
      return replace(world, part, session)
    case 'left': {
      if (part === 'assistant') return change(`/people/${world.bernard.id}`, { assistantIds: [] })
      await env.DB.prepare('DELETE FROM memberships WHERE person_id = ?').bind(reader.id).run()
    }
  }
}

async function replace(world: World, part: Part, session: Session): Promise<void> {
  const nadia = await world.as(world.nadia)
  if (part === 'assistant') {
    const omar = await aPersonIn(settingOf(world), 'assistant', { name: 'Omar Diallo' })
    await nadia.patch(`/api/v1/people/${world.bernard.id}`, { assistantIds: [omar.id] })
  }
  if (part === 'mentor') {
    const uma = await aMentor(settingOf(world), 'Uma Rao')
    const wish = { start: '2027-03-18T09:00:00Z', mentorId: uma.id, reason: 'stands in' }
    const moved = await nadia.post(`/api/v1/sessions/${session.id}/time`, wish)
    if (moved.status !== 200) throw new Error(`no stand-in: ${moved.status}`)
  }
}

async function movedTo(world: World, { id }: Person, name: string, keepsOldAddress = false): Promise<void> {
  const nadia = await world.as(world.nadia)
  const body = { email: `${name}@people.example`, ...(keepsOldAddress && { keepsOldAddress }) }
  expect(await nadia.patch(`/api/v1/people/${id}`, body)).toMatchObject({ status: 200 })
}

async function aSignInLink({ platform }: World, { id: personId }: Person): Promise<string> {
  const { db, newId, now, tokenOf } = platform
  const id = newId('sgn')
  const k = await tokenOf(id)
  const until = after(now(), 10 * MINUTE)
  const times = { askedAt: now(), linkUntil: until, untilAt: until }
  await inOneBatch(db, [insertSignIn(db, { id, tokenHash: await hashOf(k), personId, ...times })])
  return k
}

async function emailNow({ id }: Person): Promise<string> {
  const row = await env.DB.prepare('SELECT email FROM people WHERE id = ?')
    .bind(id)
    .first<{ email: string }>()
  return row?.email ?? ''
}

async function eventCount(): Promise<number> {
  const row = await env.DB.prepare('SELECT count(*) AS n FROM events').first<{ n: number }>()
  return row?.n ?? 0
}
