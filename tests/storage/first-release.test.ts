import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { receive } from '../../worker/delivery/in/receive.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import { RUNS } from '../../worker/domain/clock/runs.ts'
import type { Mail } from '../../worker/domain/letter/mail-port.ts'
import { after, instant, MINUTE } from '../../worker/domain/time/time.ts'
import { writeReply } from '../../worker/http/dev/reply.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { type Platform, platformOf } from '../../worker/platform.ts'
import { findPerson } from '../../worker/storage/people/person.ts'
import { signedIn, stranger } from '../support/client.ts'
import { firstRelease, LEFT_AT, migrate } from '../support/first-release.ts'
import { findBroken } from '../support/fsck.ts'
import { COLUMN_NOW, NOW_CALLED } from '../support/last-release.ts'

type Row = Readonly<Record<string, unknown>>

const MANAGER = 'per_nadia-haddad-of-northwind'
const MENTOR = 'per_tom-leroy-of-northwind'
const EXECUTIVE = 'per_claude-bernard-of-northwind'
const PAIRING = 'pai_tom-leroy-and-claude-bernard'
/** Of Marcus, with his own page behind it: mailed in November. */
const OWN_LINK = 'lnk_k9ph823md8waw36tzjfxvzckbh'
/** What was written to Louise's calendar, and where she answers it, in clear. */
const INVITE = {
  ...{ uid: 'mxgypd9pzxzd2hw0hdx4cez5dq@reply.sotto.example', sequence: 0 },
  organizer: 'sotto-pxjh7aar0mkjfqmv2yc7xypyxg@reply.sotto.example',
  time: { start: instant(1_796_392_800_000), end: instant(1_796_394_600_000) },
  attendee: { name: 'Louise Garnier', address: 'louise.garnier@northwind.example' },
}

/** Statements for rows that the first release could not have. */
const OF_LATER_ROWS = [
  /^DELETE FROM snoozes WHERE until_at IS NULL AND \(key LIKE 'asks-correction/,
  /^INSERT INTO (?:questions|pairing_notes|record_requests) .*_kept$/s,
  // The fixture has an owner; nobody becomes one.
  /^INSERT INTO owners .* NOT EXISTS \(SELECT 1 FROM owners\)/s,
]

const clock = { now: after(LEFT_AT, 5 * MINUTE) }
const mails: Mail[] = []
const platform: Platform = platformOf(env, {
  now: () => clock.now,
  send: (mail) => {
    mails.push(mail)
    return Promise.resolve({ ok: true, providerId: `p-${mails.length}` })
  },
})

const later = await firstRelease()
const before = await everything()
const steps: (Awaited<ReturnType<typeof migrate>>[number] & { readonly name: string })[] = []
const brokenAt: string[] = []
for (const migration of later) {
  for (const each of await migrate(migration)) steps.push({ name: migration.name, ...each })
  const { results } = await env.DB.prepare('PRAGMA foreign_key_check').all()
  if (results.length > 0) brokenAt.push(migration.name)
}

test('the first release left rows in every one of its tables', () => {
  expect(before.size).toBeGreaterThan(34)
  expect([...before].filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual([])
})

test('every statement of a later migration that changes rows finds rows to change', () => {
  const idle = steps.filter(
    ({ query, changes }) => /^(?:UPDATE|INSERT|DELETE)/.test(bare(query)) && changes === 0,
  )
  const unexpected = idle.filter(({ query }) => !OF_LATER_ROWS.some((each) => each.test(bare(query))))
  expect(unexpected.map(({ name, query }) => `${name}: ${bare(query)}`)).toEqual([])
})

test('no reference is broken after any of them', () => {
  expect(brokenAt).toEqual([])
})

/** All that a later migration takes out of a column of then, on purpose. */
const MOVED = [
  // Holds end with the hour of their own option.
  'claims.held_until',
  // The executive's own word has a column of its own.
  'commitments.done',
  // Owners have a table of their own.
  ...['memberships.programme_id', 'memberships.person_id', 'memberships.role', 'memberships.since'],
  // What a programme says of somebody is in `members`.
  ...['people.blockers', 'people.reports_to', 'people.rules', 'people.unit'],
]

test('every value of then is where it was, or where it was moved to on purpose', async () => {
  expect(lostValues(before, await everything()).toSorted()).toEqual(MOVED.toSorted())
})

test('rows are added to the list of formats alone, and only owners leave the memberships', async () => {
  const now = await everything()
  const counts = [...before].map(([table, rows]) => [
    table,
    (now.get(nowCalled(table))?.length ?? 0) - rows.length,
  ])
  expect(Object.fromEntries(counts.filter(([, more]) => more !== 0))).toEqual({
    formats: expect.any(Number),
    memberships: -1,
  })
})

test('no invariant is broken', async () => {
  expect(await findBroken()).toEqual([])
})

test.each(['/today', `/people/${EXECUTIVE}`, `/pairings/${PAIRING}`, '/deliveries', '/mine/record'])(
  'the manager opens %s',
  async (path) => {
    const { status, body } = await (await as(MANAGER)).get(path)
    expect([status, String(body).includes('<h1')]).toEqual([200, true])
  },
)

test.each(['/mine', '/mine/record'])('the mentor opens %s', async (path) => {
  expect((await (await as(MENTOR)).get(path)).status).toBe(200)
})

test('a link that the first release mailed opens the executive’s own page', async () => {
  const { status, body } = await stranger(platform).get(`/own?k=${await platform.tokenOf(OWN_LINK)}`)
  expect([status, body]).toEqual([200, expect.stringContaining('O&#39;Neil &quot;&lt;b&gt;&quot;')])
})

test('letters that waited are sent once, with the Message-ID that they had', async () => {
  const waiting = before.get('outbox')?.filter(({ state }) => state === 'waiting') ?? []
  expect(waiting.length).toBe(4)
  await deliverDue(platform)
  await deliverDue(platform)
  const ids = mails.map(({ raw }) => /^Message-ID: <([^@>]+)/m.exec(raw)?.[1])
  expect(ids.toSorted()).toEqual(waiting.map(({ id }) => id).toSorted())
  expect(mails.map(({ raw }) => /^Reply-To: (\S+)/m.exec(raw)?.[1])).toContain(INVITE.organizer)
})

test('answers to an invite of then count, before and after a night has sealed where they go', async () => {
  expect(await answer('TENTATIVE')).toMatchObject({ state: 'applied' })
  await runCron(platform, RUNS.nightly)
  const sealed = 'SELECT count(*) AS count FROM people WHERE reply_sealed IS NULL'
  expect(await env.DB.prepare(sealed).first('count')).toBe(0)
  clock.now = after(clock.now, MINUTE)
  expect(await answer('DECLINED')).toMatchObject({ state: 'applied' })
  const partstat = 'SELECT partstat FROM invites WHERE uid = ?'
  expect(await env.DB.prepare(partstat).bind(INVITE.uid).first('partstat')).toBe('DECLINED')
})

async function as(id: 'per_nadia-haddad-of-northwind' | 'per_tom-leroy-of-northwind') {
  const person = await findPerson(platform.db, id)
  if (!person) throw new Error(`${id} is gone`)
  return signedIn(platform, person)
}

function answer(partstat: 'TENTATIVE' | 'DECLINED') {
  const messageId = `<${partstat}@northwind.example>`
  const raw = new TextEncoder().encode(writeReply(INVITE, partstat, { at: clock.now, messageId }))
  return receive(platform, { to: INVITE.organizer, raw, receiver: null })
}

async function everything(): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { results } = await env.DB.prepare('PRAGMA table_list').all<{ name: string; type: string }>()
  const names = results.filter(({ name, type }) => type === 'table' && !/^(sqlite_|_cf_|d1_)/.test(name))
  const rows = await env.DB.batch<Row>(names.map(({ name }) => env.DB.prepare(`SELECT * FROM ${name}`)))
  return new Map(names.map(({ name }, nth) => [name, rows[nth]?.results ?? []]))
}

/** Columns of then in which a value is missing now. */
function lostValues(then: ReadonlyMap<string, readonly Row[]>, now: ReadonlyMap<string, readonly Row[]>) {
  return [...then].flatMap(([table, rows]) => {
    const left = now.get(nowCalled(table)) ?? []
    return Object.keys(rows[0] ?? {})
      .filter((column) => isMissing(valuesOf(rows, column), valuesOf(left, COLUMN_NOW[column] ?? column)))
      .map((column) => `${table}.${column}`)
  })
}

function nowCalled(table: string): string {
  return NOW_CALLED[table] ?? table
}

function valuesOf(rows: readonly Row[], column: string): readonly string[] {
  return rows.map((row) => JSON.stringify(row[column] ?? null))
}

/** Whether one of them is there less often than it was. */
function isMissing(then: readonly string[], now: readonly string[]): boolean {
  const left = Map.groupBy(now, (value) => value)
  return [...Map.groupBy(then, (value) => value)].some(
    ([value, all]) => all.length > (left.get(value)?.length ?? 0),
  )
}

/** A statement without the comment above it. */
function bare(query: string): string {
  return query.replace(/^(?:\s|--[^\n]*\n)+/, '').trim()
}
