import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { moveSession } from '../../../worker/actions/session/move.ts'
import { decideAndCommit, PATIENT } from '../../../worker/actions/write.ts'
import { receive } from '../../../worker/delivery/in/receive.ts'
import { NO_CHANGE } from '../../../worker/domain/decision.ts'
import { accept } from '../../../worker/domain/result.ts'
import { inviteOf, type Session } from '../../../worker/domain/session/session.ts'
import { after, MINUTE } from '../../../worker/domain/time/time.ts'
import type { Platform } from '../../../worker/platform.ts'
import { bounce, CLAUDES, plain, prose, reply } from '../../support/claudes-mails.ts'
import { countingDatabase, type Total } from '../../support/counting-database.ts'
import { wrapped } from '../../support/lossy-database.ts'
import { addressOf, AS_NADIA, CLAUDE, invited } from '../../support/northwind.ts'
import { at, between } from '../../support/times.ts'

type World = Awaited<ReturnType<typeof invited>>['world']

const COPIES = 5
/** What is asked one after the other: the addressee, what the mail is judged by, the situation, the commit. */
const MOST_FOR_A_MAIL = 4
const ANOTHER_TIME = { propose: between('2027-03-23T10:00Z', '2027-03-23T10:30Z') }

type Kind = {
  readonly what: string
  readonly mail: (session: Session, sent: World['sent']) => string
  readonly state: string
  /** What it leaves besides its own row. */
  readonly leaves: Partial<Record<keyof Counts, number>>
}

const KINDS: readonly Kind[] = [
  { what: 'a yes', mail: (session) => reply(session, 'ACCEPTED'), state: 'applied', leaves: { events: 1 } },
  { what: 'a no', mail: (session) => reply(session, 'DECLINED'), state: 'applied', leaves: { events: 1 } },
  {
    what: 'another time',
    mail: (session) => reply(session, ANOTHER_TIME),
    state: 'applied',
    leaves: { events: 1, proposals: 1 },
  },
  {
    what: 'the wish to get the event again',
    mail: (session) => plain(session, 'REFRESH'),
    state: 'applied',
    leaves: { events: 1, outbox: 1, links: 1 },
  },
  {
    what: 'a bounce',
    mail: (_, sent) => bounce(sent),
    state: 'applied',
    leaves: { suppressions: 1 },
  },
  { what: 'prose', mail: () => prose('Could we talk?'), state: 'waiting', leaves: {} },
  {
    what: 'a no of somebody else',
    mail: (session) => reply(session, 'DECLINED', { from: 'phone@elsewhere.example' }),
    state: 'waiting',
    leaves: {},
  },
  { what: 'a cancellation', mail: (session) => plain(session, 'CANCEL'), state: 'waiting', leaves: {} },
  {
    what: 'a cancellation of a stranger',
    mail: (session) => plain(session, 'CANCEL').replace(CLAUDES, 'somebody@elsewhere.example'),
    state: 'ignored',
    leaves: {},
  },
  {
    what: 'an out-of-office note',
    mail: () => `Auto-Submitted: auto-replied\r\n${prose('I am away.')}`,
    state: 'ignored',
    leaves: {},
  },
]

test.each(KINDS)('$what, delivered five times at once, is one', async ({ mail, state, leaves }) => {
  const { world, session } = await invited()
  await world.deliver()
  const before = await counts()
  const raw = mail(session, world.sent)
  const settled = await Promise.all(Array.from({ length: COPIES }, () => world.arrives(CLAUDE, raw)))

  expect(settled.map((each) => each.state)).toEqual(Array(COPIES).fill(state))
  expect(settled.filter(({ why }) => why !== 'received-before')).toHaveLength(1)
  expect(await since(before)).toEqual({ ...NOTHING, received: 1, ...leaves })
})

test('an answer to an older revision, five times at once, is one line of history', async () => {
  const { world, session } = await invited()
  const late = reply(session, 'DECLINED')
  await moveSession(world.platform, session.id, TUESDAY, AS_NADIA)
  await world.deliver()
  const before = await counts()
  const settled = await Promise.all(Array.from({ length: COPIES }, () => world.arrives(CLAUDE, late)))

  expect(settled.map(({ state }) => state)).toEqual(Array(COPIES).fill('history'))
  expect(await since(before)).toEqual({ ...NOTHING, received: 1 })
})

test('a mail without a Message-ID, five times at once, is one', async () => {
  const { world, session } = await invited()
  const raw = plain(session, 'REFRESH').replace(/^Message-ID: .*\n/m, '')
  await Promise.all(Array.from({ length: COPIES }, () => world.arrives(CLAUDE, raw)))
  expect(await rows('received')).toBe(1)
  expect(await rows('outbox', "dedupe_key LIKE 'refresh:%'")).toBe(1)
})

test('another time that is accepted at once moves the session once', async () => {
  const { world, session } = await invited({ policy: { counters: 'accept' } })
  const before = await counts()
  const raw = reply(session, ANOTHER_TIME)
  await Promise.all(Array.from({ length: COPIES }, () => world.arrives(CLAUDE, raw)))

  expect(await since(before)).toMatchObject({ received: 1, events: 1, outbox: 2 })
  const { time, invites } = await world.session(session.id)
  expect({ time, sequences: invites.map(({ sequence }) => sequence) }).toEqual({
    time: ANOTHER_TIME.propose,
    sequences: [1, 1],
  })
})

test('a calendar that asks for the event three times at once, in three mails, gets one answer, and one each hour', async () => {
  const { world, session } = await invited()
  await world.deliver()
  const before = world.sent.length
  const ask = () => world.arrives(CLAUDE, plain(session, 'REFRESH'))
  const settled = await Promise.all([ask(), ask(), ask()])
  expect(settled.map(({ why }) => why)).toEqual(['applied', 'applied', 'applied'])
  expect(await rows('received')).toBe(3)
  expect(await rows('events', "code = 'refreshed'")).toBe(1)

  world.setNow('2027-03-15T08:59Z')
  await ask()
  await world.deliver()
  expect(world.sent.slice(before).map(({ to }) => to)).toEqual([CLAUDES])

  world.setNow('2027-03-15T09:00Z')
  await Promise.all([ask(), ask()])
  await world.deliver()
  expect(world.sent.slice(before).map(({ to }) => to)).toEqual([CLAUDES, CLAUDES])
  expect(await rows('events', "code = 'refreshed'")).toBe(2)
})

test.each([
  ['with a stamp each', (index: number) => at(`2027-03-15T07:${10 + index}Z`)],
  ['stamped alike', () => at('2027-03-15T07:10Z')],
])('twenty different answers at once, %s: no human has to sort out a collision', async (_, stampOf) => {
  const { world, session } = await invited()
  const answers = Array.from({ length: 20 }, (__, index) =>
    reply(session, index % 2 === 0 ? 'ACCEPTED' : 'TENTATIVE', { stamped: stampOf(index) }),
  )
  const settled = await Promise.all(answers.map((each) => world.arrives(CLAUDE, each)))

  expect(settled.filter(({ state }) => state !== 'applied' && state !== 'history')).toEqual([])
  expect(await rows('received')).toBe(20)
  const applied = settled.filter(({ state }) => state === 'applied').length
  expect(await rows('events', "code = 'answered'")).toBeLessThanOrEqual(applied)
  expect(inviteOf(await world.session(session.id), CLAUDE)?.answer?.dtstamp).toBe(stampOf(19))
})

test('twenty proposals at once over a slow database are all recorded, one after the other', async () => {
  const { world, session } = await invited()
  const slow = { ...world.platform, db: drizzle(wrapped(env.DB, delayed)) }
  const proposals = Array.from({ length: 20 }, (_, index) => {
    const start = after(at('2027-03-23T10:00Z'), index * 15 * MINUTE)
    return reply(session, { propose: { start, end: after(start, 30 * MINUTE) } })
  })
  const settled = await Promise.all(proposals.map((each) => arrivesAt(slow, each)))

  expect(settled.map(({ why }) => why)).toEqual(proposals.map(() => 'applied'))
  expect(await rows('received')).toBe(20)
  expect(await rows('events', "code = 'countered'")).toBe(20)
  expect((await world.session(session.id)).proposals).toHaveLength(1)
})

test('answers that meet a move of the manager are applied before it, or are history after it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { world, session } = await invited()
    const [moved, ...settled] = await Promise.all([
      moveSession(world.platform, session.id, TUESDAY, AS_NADIA),
      world.arrives(CLAUDE, reply(session, 'ACCEPTED')),
      world.arrives(CLAUDE, reply(session, 'TENTATIVE')),
    ])

    expect(moved.ok).toBe(true)
    for (const { why } of settled) expect(['applied', 'stale-sequence']).toContain(why)
    const { sequence, partstat } = inviteOf(await world.session(session.id), CLAUDE) ?? {}
    expect(sequence).toBe(1)
    expect(partstat === 'NEEDS-ACTION' || (await lastEventOf(session)) === 'answered').toBe(true)
    const answered = settled.filter(({ state }) => state === 'applied').length
    expect(await rows('received')).toBe(2)
    expect(await rows('events', "code = 'answered'")).toBe(answered)
  }
})

test('a change that collides is tried three times for somebody who waits, eight times for a mail', async () => {
  const { world } = await invited()
  const platform = colliding(world.platform)
  const triesOf = async (...patience: readonly [] | readonly [typeof PATIENT]) => {
    let tries = 0
    const decide = () => {
      tries += 1
      const wishes = [{ pairingId: 'pai_0', kind: 'pause', made: null }] as const
      return Promise.resolve(accept({ decision: { ...NO_CHANGE, wishes }, value: null }))
    }
    const result = await decideAndCommit(platform, decide, ...patience)
    expect(result).toEqual({ ok: false, refusal: { reason: 'changed-meanwhile' } })
    return tries
  }
  expect(await triesOf()).toBe(3)
  expect(await triesOf(PATIENT)).toBe(8)
})

test('a mail that always collides is left to the server that brings it, and not to a human', async () => {
  const { world, session } = await invited()
  const raw = reply(session, 'ACCEPTED')
  await expect(arrivesAt(colliding(world.platform), raw)).rejects.toThrow('changed-meanwhile')
  expect(await rows('received')).toBe(0)

  expect(await world.arrives(CLAUDE, raw)).toEqual({ state: 'applied', why: 'applied' })
  expect(await rows('received')).toBe(1)
})

test.each(KINDS)('$what asks the database four times at most', async ({ mail, state }) => {
  const { world, session } = await invited()
  await world.deliver()
  const total: Total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
  const counting = { ...world.platform, db: drizzle(countingDatabase(env.DB, total)) }

  const raw = mail(session, world.sent)
  expect(await arrivesAt(counting, raw)).toMatchObject({ state })
  // A REFRESH asks also whether it was answered before, a bounce for the letter that came back.
  const asksMore = raw.includes('REFRESH') || raw.includes('delivery-status')
  expect(total.calls).toBeLessThanOrEqual(asksMore ? 5 : MOST_FOR_A_MAIL)
})

const TUESDAY = { start: at('2027-03-23T10:00Z'), minutes: null, reason: null }

function arrivesAt(platform: Platform, raw: string) {
  const octets = new TextEncoder().encode(raw.replaceAll('\n', '\r\n'))
  return receive(platform, { to: addressOf(CLAUDE), raw: octets, receiver: 'mx.example' })
}

/** A platform on which another writer is always first, and which pauses for no time. */
function colliding(platform: Platform): Platform {
  const database = wrapped(env.DB, async (run, isWrite) => {
    if (isWrite) throw new Error('D1_ERROR: changed-meanwhile: SQLITE_CONSTRAINT')
    return run()
  })
  return { ...platform, db: drizzle(database), random: (bytes) => new Uint8Array(bytes) }
}

async function delayed<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  await scheduler.wait(5)
  const answer = await run()
  await scheduler.wait(5)
  return answer
}

type Counts = Awaited<ReturnType<typeof counts>>

const TABLES = ['received', 'events', 'outbox', 'links', 'proposals', 'suppressions'] as const
const NOTHING = { received: 0, events: 0, outbox: 0, links: 0, proposals: 0, suppressions: 0 }

async function counts() {
  const [received, events, outbox, links, proposals, suppressions] = await Promise.all(
    TABLES.map((table) => rows(table)),
  )
  return { received, events, outbox, links, proposals, suppressions }
}

async function since(before: Counts) {
  const now = await counts()
  return Object.fromEntries(TABLES.map((table) => [table, (now[table] ?? 0) - (before[table] ?? 0)]))
}

async function lastEventOf({ id }: Session): Promise<string | null> {
  const query = 'SELECT code FROM events WHERE subject = ? ORDER BY version DESC LIMIT 1'
  return env.DB.prepare(query).bind(id).first<string>('code')
}

async function rows(table: string, where = '1'): Promise<number> {
  const query = `SELECT count(*) AS count FROM ${table} WHERE ${where}`
  return (await env.DB.prepare(query).first<number>('count')) ?? 0
}
