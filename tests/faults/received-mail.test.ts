import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { type MailAnswer, settleReceivedMail } from '../../worker/actions/mail/settle.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, HOUR } from '../../worker/domain/time/time.ts'
import type { Platform } from '../../worker/platform.ts'
import { findReceivedFor } from '../../worker/storage/mail/received.ts'
import { findSessionSituation } from '../../worker/storage/situation.ts'
import { bounce, plain, prose, reply } from '../support/claudes-mails.ts'
import { lossyDatabase, type Fault } from '../support/lossy-database.ts'
import { addressOf, CLAUDE, NADIA, invited } from '../support/northwind.ts'
import { at } from '../support/times.ts'

type World = Awaited<ReturnType<typeof invited>>['world']

/** Different each time, so that each has an effect of its own. */
const MAILS: readonly (readonly [
  string,
  (session: Session, index: number, sent: World['sent']) => string,
])[] = [
  ['an answer', (session, index) => reply(session, index % 2 === 0 ? 'ACCEPTED' : 'DECLINED')],
  ['another time', (session, index) => reply(session, { propose: nextHour(index) })],
  ['the wish to get the event again', (session) => plain(session, 'REFRESH')],
  ['a bounce', (_, __, sent) => bounce(sent)],
  ['prose', () => prose('Could we talk?')],
  ['a cancellation', (session) => plain(session, 'CANCEL')],
]

test.each(MAILS)('%s is received wholly or not at all, whichever call is lost', async (_, mailOf) => {
  const { world, session } = await invited()
  const arrives = (platform: Platform, raw: string) => receive(platform, incoming(raw))
  let index = 0
  await world.deliver()
  /** A new hour, and nothing has bounced: each mail finds the same as the one before. */
  const next = async () => {
    await env.DB.exec('DELETE FROM suppressions')
    await env.DB.exec("UPDATE outbox SET state = 'sent', error = NULL WHERE state = 'stopped'")
    world.setNow(new Date(after(at('2027-03-15T08:00Z'), index * HOUR)).toISOString())
    return mailOf(session, index++, world.sent)
  }
  const healthy = await changesBy(async () => arrives(world.platform, await next()))
  expect(healthy.received).toBe(1)

  const lost = await faultsOf(async (fault) => {
    const raw = await next()
    const { lossy, hasFired } = lossyPlatform(world, fault)
    const before = await counts()
    const outcome = await arrives(lossy, raw).catch(() => null)
    if (!hasFired()) return false
    expect(outcome).toBeNull()
    expect([NOTHING, healthy]).toContainEqual(differenceOf(before, await counts()))

    await arrives(world.platform, raw)
    expect(differenceOf(before, await counts()), JSON.stringify(fault)).toEqual(healthy)
    return true
  })
  expect(lost).toBeGreaterThanOrEqual(3)
})

test.each<[string, (index: number) => MailAnswer]>([
  ['an answer', (index) => ({ kind: 'partstat', partstat: index % 2 === 0 ? 'ACCEPTED' : 'TENTATIVE' })],
  ['another time', (index) => ({ kind: 'time', start: nextHour(index).start, reason: null })],
  ['nothing to do', () => ({ kind: 'nothing' })],
])('a mail settled with %s is settled with it, or still waits', async (_, answerOf) => {
  const { world, session } = await invited()
  let index = 0
  const settle = async (platform: Platform, id: string, answer: MailAnswer) => {
    const mail = await findReceivedFor(world.platform.db, `rcv_${id.slice(4)}`, ['prg_northwind'])
    if (!mail) throw new Error('no such mail')
    const situation = await findSessionSituation(world.platform, session.id)
    return settleReceivedMail(platform, mail, situation, answer, { id: NADIA })
  }
  const next = async () => {
    await world.arrives(CLAUDE, prose('Yes.'))
    const id = await env.DB.prepare('SELECT id FROM received ORDER BY rowid DESC').first<string>('id')
    return { id: id ?? '', answer: answerOf(index++) }
  }
  const first = await next()
  const healthy = await changesBy(() => settle(world.platform, first.id, first.answer))
  expect(healthy.settled).toBe(1)

  const lost = await faultsOf(async (fault) => {
    const { id, answer } = await next()
    const { lossy, hasFired } = lossyPlatform(world, fault)
    const before = await counts()
    const outcome = await settle(lossy, id, answer).catch(() => null)
    if (!hasFired()) return false
    expect(outcome).toBeNull()
    expect([NOTHING, healthy]).toContainEqual(differenceOf(before, await counts()))

    expect(await settle(world.platform, id, answer)).toMatchObject({ ok: true })
    expect(differenceOf(before, await counts()), JSON.stringify(fault)).toEqual(healthy)
    return true
  })
  expect(lost).toBeGreaterThanOrEqual(2)
})

/** Loses each call before and after it took effect, until a call is not there; returns how many calls there are. */
async function faultsOf(runWith: (fault: Fault) => Promise<boolean>): Promise<number> {
  for (let call = 1; ; call += 1)
    for (const when of ['before', 'after'] as const) if (!(await runWith({ call, when }))) return call - 1
}

function lossyPlatform({ platform }: World, fault: Fault) {
  const { database, hasFired } = lossyDatabase(env.DB, fault)
  return { lossy: { ...platform, db: drizzle(database) }, hasFired }
}

function incoming(raw: string) {
  const octets = new TextEncoder().encode(raw.replaceAll('\n', '\r\n'))
  return { to: addressOf(CLAUDE), raw: octets, receiver: 'mx.example' }
}

function nextHour(index: number) {
  const start = after(at('2027-03-24T10:00Z'), index * HOUR)
  return { start, end: after(start, HOUR / 2) }
}

type Counts = Awaited<ReturnType<typeof counts>>

const COUNTED = {
  received: 'received',
  settled: "received WHERE state = 'settled'",
  events: 'events',
  outbox: 'outbox',
  links: 'links',
  suppressions: 'suppressions',
  proposals: 'proposals',
}
const NOTHING = { received: 0, settled: 0, events: 0, outbox: 0, links: 0, suppressions: 0, proposals: 0 }

async function counts(): Promise<Readonly<Record<string, number>>> {
  const queries = Object.values(COUNTED).map((table) =>
    env.DB.prepare(`SELECT count(*) AS count FROM ${table}`),
  )
  const results = await env.DB.batch<{ readonly count: number }>(queries)
  return Object.fromEntries(
    Object.keys(COUNTED).map((name, index) => [name, results[index]?.results[0]?.count ?? 0]),
  )
}

function differenceOf(before: Counts, now: Counts): Counts {
  return Object.fromEntries(Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)]))
}

async function changesBy(act: () => Promise<unknown>): Promise<Counts> {
  const before = await counts()
  await act()
  return differenceOf(before, await counts())
}
