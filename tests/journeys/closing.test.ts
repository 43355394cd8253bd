import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { offerTimes } from '../../worker/actions/offer/make.ts'
import { makePairing } from '../../worker/actions/pairing/make.ts'
import { changeProgramme } from '../../worker/actions/programme/change.ts'
import { closeProgramme } from '../../worker/actions/programme/close.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { bumpSession } from '../../worker/actions/session/bump.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { decideClosing } from '../../worker/domain/programme/close.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { listTimers } from '../../worker/storage/clock/timers.ts'
import { commit } from '../../worker/storage/commit.ts'
import { findTotals } from '../../worker/storage/programme/close.ts'
import { findProgramme } from '../../worker/storage/programme/programme.ts'
import { findSession, listSessionsOfPairing } from '../../worker/storage/session/session.ts'
import { aLoggedSession } from '../support/logged-session.ts'
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
} from '../support/world.ts'

test('the page says what closing will do; a GET closes nothing', async () => {
  const { world } = await aLife()
  const page = await (await world.as(world.nadia)).get(`/programmes/${world.northwind.id}/closure`)
  expect(page.body).toMatch(
    /One date ahead[^]*One session is being arranged[^]*2 pairings end[^]*Claude Bernard/,
  )
  expect(page.body).toContain('Tuesday 13 July 2027')
  expect(await status(world)).toBe('open')
})

test('closing waits for fixed sessions and names them; it cancels them only on request', async () => {
  const { world } = await aLife()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}/closure`
  expect(await nadia.post(path)).toMatchObject({
    status: 409,
    body: { error: { code: 'sessions-ahead', message: expect.stringContaining('20 April 2027') } },
  })
  expect(await status(world)).toBe('open')

  expect(await nadia.post(path, { cancelFixed: true })).toMatchObject({
    status: 200,
    body: { status: 'closed', closedAt: '2027-04-14T08:00:00Z', purgeOn: '2027-07-13' },
  })
})

test('closing frees holds, sends neutral cancellations for fixed sessions, and ends every pairing', async () => {
  const { world, other, yann } = await aLife()
  await close(world)
  const [held, ahead] = await listSessionsOfPairing(world.platform.db, world.pairing.id)
  expect([held?.status, ahead?.status]).toEqual(['happened', 'cancelled'])
  expect((await listSessionsOfPairing(world.platform.db, other.id)).map((each) => each.status)).toEqual([
    'cancelled',
  ])
  expect(await count('SELECT count(*) AS n FROM claims WHERE held_until IS NOT NULL')).toBe(0)
  expect(await count("SELECT count(*) AS n FROM pairings WHERE status <> 'ended'")).toBe(0)

  const cancelled = (person: Person) =>
    mailsTo(world, person).filter(({ subject }) => subject.startsWith('Cancelled: 30 min'))
  expect([cancelled(world.bernard).length, cancelled(world.tom).length]).toEqual([1, 1])
  expect(mailsTo(world, yann).map(({ subject }) => subject)).toEqual(['30 minutes: which time suits you?'])
})

test('each executive who met gets one letter with his own list, and finds it on his own page', async () => {
  const { world } = await aLife()
  await close(world)
  const letters = mailsTo(world, world.bernard).filter(({ subject }) => subject === 'What stays with you')
  expect(letters.length).toBe(1)
  const { text, from } = await readMail(letters[0]?.raw ?? '')
  expect(from).toBe(world.bernard.replyAddress)
  expect(text).toMatch(
    /Tuesday 16 March 2027, 30 minutes[^]*“Answer one question” \(not known whether done\)/,
  )
  expect(text).toMatch(/kept until Tuesday 13 July 2027[^]*n\.haddad@people\.example/)
  expect(text).not.toContain('Leroy')

  const own = ownPageIn(text ?? '')
  const page = await (await world.as(null)).get(own)
  expect(page.body).toMatch(/Tuesday 16 March 2027, 30 minutes[^]*Answer one question/)
  expect(page.body).toContain('Is it worth your time?')
  expect(page.body).not.toContain('I would rather pause')
})

test('an executive who gave his only date up was invited, so he gets his letter', async () => {
  const world = await aWorld()
  const { bernard, platform } = world
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
  have(
    await answerFor(
      platform,
      id,
      { personId: bernard.id, partstat: 'DECLINED' },
      { id: bernard.id, door: 'link' },
    ),
  )
  expect(await bumpSession({ ...platform, now: () => after(platform.now(), 11 * MINUTE) }, id)).toMatchObject(
    {
      kind: 'done',
      count: 1,
    },
  )
  await close(world)
  expect(mailsTo(world, bernard).filter(({ subject }) => subject === 'What stays with you')).toHaveLength(1)
})

test('the pulse answer at the end is on Today until the manager settles it', async () => {
  const { world } = await aLife()
  await close(world)
  const { text } = await readMail(mailsTo(world, world.bernard).at(-1)?.raw ?? '')
  const k = new URL(ownPageIn(text ?? ''), 'https://sotto.example').searchParams.get('k') ?? ''
  const body = new URLSearchParams({ k, worth: 'partly', onward: 'pause' })
  expect((await (await world.as(null)).ask('/pulse', { method: 'POST', body })).status).toBe(200)

  const nadia = await world.as(world.nadia)
  expect((await nadia.get(`/pairings/${world.pairing.id}`)).body).toMatch(/At the end[^]*Partly/)
  const { body: today } = await nadia.get('/api/v1/today')
  expect(today).toMatchObject({ items: [{ kind: 'pulse', pairingId: world.pairing.id }] })
  expect((await nadia.get('/today')).body).toMatch(
    /Claude Bernard[^]*One of them would like it to go on differently/,
  )

  const key = `pulse:${world.pairing.id}`
  expect((await nadia.post('/api/v1/today/snoozes', { key, until: null })).status).toBe(201)
  expect((await nadia.get('/api/v1/today')).body).toEqual({ items: [], more: [] })
})

test('closing again is safe: the same id gets the same response, another id is told that it is closed', async () => {
  const { world } = await aLife()
  const id = world.platform.newId('req')
  const path = `/api/v1/programmes/${world.northwind.id}/closure`
  const nadia = await world.as(world.nadia)
  const first = await nadia.post(path, { id, cancelFixed: true })
  const mails = world.mails.length
  expect(await nadia.post(path, { id, cancelFixed: true })).toMatchObject({ status: 200, body: first.body })
  expect(await nadia.post(path, { id, cancelFixed: false })).toMatchObject({
    body: { error: { code: 'id-taken' } },
  })
  expect(await nadia.post(path, { cancelFixed: true })).toMatchObject({
    status: 409,
    body: { error: { code: 'programme-closed' } },
  })
  await tick(world.platform)
  expect(world.mails.length).toBe(mails)
})

test('the clock finishes an interrupted closing', async () => {
  const { world } = await aLife()
  const { platform, northwind, nadia } = world
  have(await commit(platform, decideClosing(northwind, platform.now(), asManager(nadia))))
  await tick(world.platform)
  expect(await status(world)).toBe('closed')
  expect(mailsTo(world, world.bernard).at(-1)?.subject).toBe('What stays with you')
})

test('a closed programme is read only: every change is refused, and the clock does nothing for it', async () => {
  const { world } = await aLife()
  await close(world)
  const { platform, northwind, pairing, tom, bernard, nadia } = world
  const by = { id: nadia.id, door: 'manager' } as const
  const offer = { id: platform.newId('off'), pairingId: pairing.id, minutes: null, options: null }
  const people = { mentorId: tom.id, executiveId: bernard.id, kind: 'mentoring', place: null } as const
  const pair = { id: platform.newId('pai'), programmeId: northwind.id, ...people }
  const closed = { ok: false, refusal: { reason: 'programme-closed' } }
  expect(await offerTimes(platform, offer, by)).toMatchObject(closed)
  expect(await makePairing(platform, pair, by)).toMatchObject(closed)
  expect(await changeProgramme(platform, northwind.id, { name: 'Other' }, by)).toMatchObject(closed)

  const client = await world.as(nadia)
  const [session] = await listSessionsOfPairing(platform.db, pairing.id)
  const refused = { status: 409, body: { error: { code: 'programme-closed' } } }
  const outcome = { result: 'cut-short' }
  expect(await client.post(`/api/v1/sessions/${session?.id}/outcome`, outcome)).toMatchObject(refused)
  expect(await client.patch(`/api/v1/pairings/${pairing.id}`, { status: 'active' })).toMatchObject(refused)
  expect((await client.get(`/pairings/${pairing.id}`)).body).toMatch(
    /was closed on Wednesday 14 April 2027[^]*<fieldset class="read-only" disabled/,
  )

  const mails = world.mails.length
  world.now('2027-05-20T08:00Z')
  await tick(platform)
  expect(world.mails.length).toBe(mails)
})

test('an ended, unlogged session stays as it is, and nobody is asked to log it any more', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-15T09:00Z')
  world.now('2027-03-15T09:31Z')
  await close(world)
  world.now('2027-03-15T10:00Z')
  await tick(world.platform)
  expect(mailsTo(world, world.tom).filter(({ subject }) => subject.includes('how did it go'))).toEqual([])
  const { db } = world.platform
  expect(await listTimers(db, [session.id, world.pairing.id])).toEqual([])
  expect(await findSession(db, session.id)).toMatchObject({ status: 'fixed' })
  expect((await (await world.as(world.tom)).get('/mine')).body).not.toContain('Just ended')
})

test('a change that read the programme while it was open fails after it is closed', async () => {
  const { world } = await aLife()
  await close(world)
  const late = env.DB.prepare('INSERT INTO sessions SELECT * FROM sessions LIMIT 1')
  await expect(late.run()).rejects.toThrow(/programme-closed/)
})

test('the totals stay, in numbers', async () => {
  const { world } = await aLife()
  await close(world)
  expect(await findTotals(world.platform.db, world.northwind.id)).toEqual({
    ...{ fixed: 2, held: 1, minutes: 30, medianDays: null, bumps: 0, executives: 1 },
    ...{ scale: 0, align: 0, filters: 0, doneByBoth: 0 },
  })
})

/** Mr Bernard met Tom in March and meets him again on 20 April; times are on offer for Yann; it is 14 April. */
async function aLife() {
  const world = await aWorld()
  const here = settingOf(world)
  const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
  const other = await aPairing(here, world.tom, yann)
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question')
  world.now('2027-04-14T08:00Z')
  const ahead = await aFixedSession(here, world.pairing, '2027-04-20T08:00Z')
  await tick(world.platform)
  await anOffer(here, other)
  await tick(world.platform)
  return { world, ahead, other, yann }
}

async function close(world: World) {
  const wish = { id: world.platform.newId('req'), programmeId: world.northwind.id, cancelFixed: true }
  have(await closeProgramme(world.platform, wish, { id: world.nadia.id, door: 'manager' }))
  await tick(world.platform)
}

async function status({ platform, northwind }: World) {
  return (await findProgramme(platform.db, northwind.id))?.status
}

function mailsTo({ mails }: World, { email }: Person) {
  return mails.filter(({ to }) => to === email)
}

function ownPageIn(text: string): string {
  const { pathname, search } = new URL(/https?:\S+\/own\?\S+/.exec(text)?.[0] ?? '')
  return pathname + search
}

async function count(query: string): Promise<number> {
  const row = await env.DB.prepare(query).first<{ n: number }>()
  return row?.n ?? -1
}
