import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import type { PersonId, SessionId } from '../../worker/domain/ids.ts'
import { after, before, HOUR, iso, MINUTE } from '../../worker/domain/time/time.ts'
import { readDiaries } from '../../worker/storage/slot/diary.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aMentor, anOffer, aPairing, aPersonIn, aWorld, settingOf } from '../support/world.ts'

/** Tom and Mr Bernard meet from nine to half past on 17 March, UTC; three times are held for Mia and Yann. */
const world = await aWorld()
const here = settingOf(world)
const mia = await aMentor(here, 'Mia Berg')
const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
const fixed = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
const offered = await anOffer(here, await aPairing(here, mia, yann))
const held = offered.offer?.options[0] ?? { start: at('2027-03-17T09:00Z'), end: at('2027-03-17T09:30Z') }
const HELD = [new Date(held.start).toISOString(), new Date(held.end).toISOString()] as const

/** A session of other people, to claim time for. */
const OTHER: SessionId = 'ses_other'
const LONG: SessionId = 'ses_long'
for (const copy of [OTHER, LONG]) await copyOf(fixed.id, copy)

const people = [
  {
    who: 'the mentor of a session',
    person: world.tom.id,
    start: '2027-03-17T09:00Z',
    end: '2027-03-17T09:30Z',
  },
  {
    who: 'the executive of a session',
    person: world.bernard.id,
    start: '2027-03-17T09:00Z',
    end: '2027-03-17T09:30Z',
  },
  { who: 'the mentor of a held time', person: mia.id, start: HELD[0], end: HELD[1] },
  { who: 'the executive of a held time', person: yann.id, start: HELD[0], end: HELD[1] },
]

test.each(people)('nobody else can claim $who for that time', async ({ person, start, end }) => {
  expect(await claim(person, start, end)).toBe('slot-taken')
})

test.each([
  { how: 'begins before it and ends in it', start: '2027-03-17T08:45Z', end: '2027-03-17T09:15Z' },
  { how: 'begins in it and ends after it', start: '2027-03-17T09:29Z', end: '2027-03-17T09:45Z' },
  { how: 'lies in it', start: '2027-03-17T09:10Z', end: '2027-03-17T09:20Z' },
  { how: 'goes around it', start: '2027-03-17T08:00Z', end: '2027-03-17T10:00Z' },
  { how: 'begins eight hours before its end', start: '2027-03-17T01:30Z', end: '2027-03-17T09:30Z' },
])('a claim that $how is refused', async ({ start, end }) => {
  expect(await claim(world.tom.id, start, end)).toBe('slot-taken')
  expect(await claim(world.bernard.id, start, end, at('2027-03-16T00:00Z'))).toBe('slot-taken')
})

test.each([
  { how: 'ends where it begins', start: '2027-03-17T08:30Z', end: '2027-03-17T09:00Z' },
  { how: 'begins where it ends', start: '2027-03-17T09:30Z', end: '2027-03-17T10:00Z' },
])('a claim that $how is free', async ({ start, end }) => {
  expect(await claim(world.tom.id, start, end)).toBe('written')
})

test('the longest possible session blocks until its last minute, and no longer', async () => {
  const [start, end] = ['2027-03-24T09:00Z', '2027-03-24T17:00Z']
  await longClaim(world.tom.id, start, end)

  expect(await claim(world.tom.id, '2027-03-24T16:55Z', '2027-03-24T17:25Z')).toBe('slot-taken')
  expect(await claim(world.tom.id, '2027-03-24T17:00Z', '2027-03-24T17:30Z')).toBe('written')
  const lengthened = `UPDATE claims SET starts_at = ${momentOf('2027-03-24T16:55Z')}
    WHERE session_id = '${OTHER}' AND starts_at = ${momentOf('2027-03-24T17:00Z')}`
  expect(await run(lengthened)).toBe('slot-taken')
})

test('a diary shows the longest possible session until its last minute, and no longer', async () => {
  const now = at('2027-04-09T08:00Z')
  // Weekly limits read eight days back.
  const edge = at('2027-04-01T08:00Z')
  const longest = { start: before(edge, 8 * HOUR - 5 * MINUTE), end: after(edge, 5 * MINUTE) }
  const past = { start: before(edge, HOUR), end: edge }
  await longClaim(mia.id, iso(longest.start), iso(longest.end))
  await longClaim(yann.id, iso(past.start), iso(past.end))

  const read = await readDiaries(world.platform.db, [mia, yann], { now, horizon: 14, window: null })
  expect(read(mia).busy).toMatchObject([longest])
  expect(read(yann).busy).toEqual([])
})

test.each(['INSERT OR REPLACE', 'INSERT OR IGNORE', 'REPLACE'])('%s does not bypass it', async (insert) => {
  expect(await claim(world.tom.id, '2027-03-17T09:15Z', '2027-03-17T09:45Z', null, insert)).toBe('slot-taken')
})

test('no claim is moved, lengthened or handed over into an overlap', async () => {
  await claim(world.tom.id, '2027-03-17T06:00Z', '2027-03-17T06:30Z')
  const mine = `UPDATE claims SET $ WHERE session_id = 'ses_other' AND starts_at = ${at('2027-03-17T06:00Z')}`

  expect(
    await run(
      mine.replace('$', `starts_at = ${at('2027-03-17T09:10Z')}, ends_at = ${at('2027-03-17T09:40Z')}`),
    ),
  ).toBe('slot-taken')
  expect(await run(mine.replace('$', `ends_at = ${at('2027-03-17T09:01Z')}`))).toBe('slot-taken')
  await claim(mia.id, '2027-03-17T09:00Z', '2027-03-17T09:30Z')
  expect(
    await run(
      `UPDATE claims SET person_id = '${world.tom.id}' WHERE person_id = '${mia.id}' AND session_id = 'ses_other'`,
    ),
  ).toBe('slot-taken')
})

test('no session is fixed without the claims of both its people', async () => {
  const fix = `UPDATE sessions SET status = 'fixed' WHERE id = 'ses_other'`
  expect(await run(fix)).toBe('unclaimed')
  expect(
    await run(
      `UPDATE sessions SET status = 'fixed', starts_at = ${at('2027-03-20T09:00Z')}, ends_at = ${at('2027-03-20T09:30Z')} WHERE id = 'ses_other'`,
    ),
  ).toBe('unclaimed')

  await claim(world.tom.id, '2027-03-20T09:00Z', '2027-03-20T09:30Z')
  const there = fix.replace(
    'WHERE',
    `, starts_at = ${at('2027-03-20T09:00Z')}, ends_at = ${at('2027-03-20T09:30Z')} WHERE`,
  )
  expect(await run(there), 'the mentor alone').toBe('unclaimed')
  await claim(world.bernard.id, '2027-03-20T09:00Z', '2027-03-20T09:30Z', at('2027-03-19T00:00Z'))
  expect(await run(there), 'a hold is no claim').toBe('unclaimed')
})

test('no session is written as fixed without them either', async () => {
  expect(await run(copying(fixed.id, 'ses_another', 'fixed', world.pairing.id))).toMatch(/unclaimed/)
})

test('a fixed session is not moved away from its claims', async () => {
  const moved = `UPDATE sessions SET starts_at = starts_at + 3600000, ends_at = ends_at + 3600000 WHERE id = '${fixed.id}'`
  expect(await run(moved)).toBe('unclaimed')
})

test.each([
  { how: 'dropped', statement: 'DELETE FROM claims' },
  {
    how: 'moved away',
    statement: 'UPDATE claims SET starts_at = starts_at - 86400000, ends_at = ends_at - 86400000',
  },
  { how: 'handed to another session', statement: "UPDATE claims SET session_id = 'ses_other'" },
  { how: 'handed to another person', statement: `UPDATE claims SET person_id = '${yann.id}'` },
  { how: 'made a hold', statement: 'UPDATE claims SET held_until = 1' },
])('the claims of a fixed session are not $how', async ({ statement }) => {
  expect(await run(`${statement} WHERE session_id = '${fixed.id}' AND person_id = '${world.tom.id}'`)).toBe(
    'claimed',
  )
  expect(
    await run(`${statement} WHERE session_id = '${fixed.id}' AND person_id = '${world.bernard.id}'`),
  ).toBe('claimed')
})

test('a pairing has one open session', async () => {
  expect(await run(copying(fixed.id, 'ses_second', 'offered', world.pairing.id))).toContain('UNIQUE')
})

test('a session has one open offer, and the times of one that was superseded are free', async () => {
  const open = `INSERT INTO offers (id, session_id, status, asked_id, held_until, made_at)
    SELECT 'off_second', session_id, $, asked_id, held_until, made_at FROM offers WHERE session_id = '${offered.id}'`
  expect(await run(open.replace('$', "'open'"))).toContain('UNIQUE')
  expect(await run(open.replace('$', "'superseded'"))).toBe('written')
  expect(await run(`UPDATE offers SET status = 'open' WHERE id = 'off_second'`)).toContain('UNIQUE')
  await run(`DELETE FROM offers WHERE id = 'off_second'`)
})

test('a new offer replaces the open one, and frees its holds', async () => {
  const pairing = await aPairing(
    here,
    await aMentor(here, 'Lea Roth'),
    await aPersonIn(here, 'executive', { name: 'Max Ek' }),
  )
  const first = await anOffer(here, pairing)
  const second = await anOffer(here, pairing)

  expect(second.id).toBe(first.id)
  expect(
    await rowsOf(`SELECT id, status FROM offers WHERE session_id = '${first.id}' ORDER BY rowid`),
  ).toEqual([
    { id: first.offer?.id, status: 'superseded' },
    { id: second.offer?.id, status: 'open' },
  ])
  const starts = (second.offer?.options ?? []).map(({ start }) => start)
  expect(
    await rowsOf(`SELECT DISTINCT starts_at FROM claims WHERE session_id = '${first.id}' ORDER BY 1`),
  ).toEqual(starts.map((start) => ({ starts_at: start })))
})

/** A claim for an unrelated session, so that only its time conflicts. */
function longClaim(person: PersonId, start: string, end: string): Promise<string> {
  return run(`INSERT INTO claims (person_id, starts_at, ends_at, session_id)
    VALUES ('${person}', ${momentOf(start)}, ${momentOf(end)}, '${LONG}')`)
}

async function rowsOf(query: string): Promise<readonly unknown[]> {
  return (await env.DB.prepare(query).all()).results
}

function claim(
  person: PersonId,
  start: string,
  end: string,
  heldUntil: number | null = null,
  insert = 'INSERT',
): Promise<string> {
  return run(
    `${insert} INTO claims (person_id, starts_at, ends_at, session_id, held_until)
     VALUES ('${person}', ${momentOf(start)}, ${momentOf(end)}, '${OTHER}', ${heldUntil ?? 'NULL'})`,
  )
}

function momentOf(text: string): number {
  return Date.parse(text)
}

/** `written`, or the guard that refused. */
async function run(statement: string): Promise<string> {
  try {
    await env.DB.prepare(statement).run()
    return 'written'
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return /slot-taken|unclaimed|claimed/.exec(said)?.[0] ?? said
  }
}

async function copyOf(id: SessionId, copy: SessionId): Promise<void> {
  await env.DB.prepare(copying(id, copy, 'cancelled', world.pairing.id)).run()
}

function copying(id: string, copy: string, status: string, pairingId: string): string {
  const time = status === 'offered' ? 'NULL, NULL, NULL' : 'starts_at, ends_at, wall'
  return `INSERT INTO sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, starts_at, ends_at, wall,
    minutes, zone, version, created_at)
    SELECT '${copy}', '${pairingId}', programme_id, mentor_id, executive_id, '${status}', ${time},
    minutes, zone, 1, created_at FROM sessions WHERE id = '${id}'`
}
