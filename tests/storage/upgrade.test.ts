import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { findWrong } from '../../worker/actions/clock/re-arm.ts'
import { HOUSE_TRACKS, STANDARD_TRACKS } from '../../worker/domain/path/house-tracks.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { platformOf } from '../../worker/platform.ts'
import { COLUMN_NOW, LAST_RELEASED_MIGRATION, NOW_CALLED, RELEASED_ROWS } from '../support/last-release.ts'

type Row = Readonly<Record<string, unknown>>

await reset()
const earlier = env.MIGRATIONS.filter(({ name }) => name <= LAST_RELEASED_MIGRATION)
await applyD1Migrations(env.DB, earlier)
await env.DB.batch(RELEASED_ROWS.map((statement) => env.DB.prepare(statement)))
const tables = await tablesNow()
const before = new Map(await Promise.all(tables.map(async (name) => [name, await rowsOf(name)] as const)))

const guardsBefore = await guardsNow()

await applyD1Migrations(env.DB, env.MIGRATIONS)

test('the older database had rows in every table', () => {
  expect(earlier.length).toBeLessThan(env.MIGRATIONS.length)
  expect(tables.filter((name) => before.get(name)?.length === 0)).toEqual([])
})

/** Their rows have their own assertions below. */
const APART = ['memberships', 'people', 'assistants', 'formats', 'commitments']

test.each(tables.filter((name) => !APART.includes(name)))(
  'every row of %s exists after the upgrade, with all its values',
  async (name) => {
    const old = before.get(name) ?? []
    const now = await rowsOf(NOW_CALLED[name] ?? name)
    const columns = Object.keys(old[0] ?? {})
    expect(now.map((row) => columns.map((column) => row[COLUMN_NOW[column] ?? column]))).toEqual(
      old.map((row) => columns.map((column) => row[column])),
    )
  },
)

test('of a commitment, what a log says was seen by the mentor, and the rest is the executive’s word', async () => {
  const kept = (rows: readonly Row[]) =>
    rows.map(({ done: _, said_done: _said, nudged_at: _at, ...row }) => row)
  const now = await rowsOf('commitments')
  expect(kept(now)).toEqual(kept(before.get('commitments') ?? []))
  expect(now.map(({ id, done, said_done: said }) => [id, done, said])).toEqual([
    ['com_0', 'partly', null],
    ['com_1', null, null],
    ['com_2', null, 'yes'],
  ])
})

test('what somebody holds is his at the address that its letter went to; unknown where that was another once', async () => {
  const held = (await Promise.all(['links', 'sign_ins', 'feeds'].map(rowsOf))).flat()
  const addresses = held.map(({ id, link_id, address }) => [String(id ?? link_id), address])
  expect(Object.fromEntries(addresses)).toEqual({
    lnk_1: 'odile@nw.example',
    lnk_tom_now: 'tom@nw.example',
    lnk_tom_before: 'tom@old.example',
    lnk_tom_unknown: null,
    lnk_rita: 'rita@fk.example',
    sgn_1: 'nadia@nw.example',
    sgn_tom: 'tom@old.example',
    lnk_f: null,
  })
  expect(await tablesNow()).not.toContain('steady')
})

test('formats that were edited or put away stay as they were; the new ones come after them', async () => {
  const old = before.get('formats') ?? []
  const now = await rowsOf('formats')
  const columns = Object.keys(old[0] ?? {})
  const kept = now.filter(({ id }) => old.some((row) => row['id'] === id))
  expect(kept.map((row) => columns.map((column) => row[column]))).toEqual(
    old.map((row) => columns.map((column) => row[column])),
  )
  expect(kept.every(({ fit, executive_link }) => fit === null && executive_link === null)).toBe(true)

  const added = now.filter((row) => !kept.includes(row))
  expect(added.map(({ standard }) => standard)).toContain('first-meeting')
  for (const { programme_id, position, words, archived_at } of added) {
    const last = old
      .filter((row) => row['programme_id'] === programme_id)
      .map((row) => Number(row['position']))
    expect(Number(position)).toBeGreaterThan(Math.max(...last))
    expect([words, archived_at]).toEqual([null, null])
  }
})

test('programmes that are there already get the two tracks of the house, and no pairing follows one', async () => {
  const tracks = await rowsOf('tracks')
  const programmes = await rowsOf('programmes')
  const formats = await rowsOf('formats')
  for (const { id, purged_at } of programmes) {
    const own = tracks.filter((row) => row['programme_id'] === id)
    const standards = own.map(({ standard }) => String(standard)).toSorted()
    expect(standards).toEqual(purged_at === null ? STANDARD_TRACKS.toSorted() : [])
    const nameOf = new Map(
      formats.filter((row) => row['programme_id'] === id).map((row) => [row['id'], row['standard']]),
    )
    const names = new Set(nameOf.values())
    for (const { standard, steps } of own) {
      const listed: readonly { readonly formatId: string }[] = JSON.parse(String(steps))
      const house = STANDARD_TRACKS.find((each) => each === standard)
      // The programmes of this test have not all of the first eight formats.
      expect(listed.map(({ formatId }) => nameOf.get(formatId))).toEqual(
        house && HOUSE_TRACKS[house].filter((each) => names.has(each)),
      )
    }
  }
  expect((await rowsOf('pairings')).every((row) => row['track_id'] === null && row['track'] === null)).toBe(
    true,
  )
})

test('a pairing that is there already has not said what it works towards', async () => {
  expect((await rowsOf('pairings')).map(({ aim }) => aim)).toEqual([null, null, null])
})

test('an owner has a table of his own, and every other role stays where it was', async () => {
  const old = before.get('memberships') ?? []
  expect(await rowsOf('memberships')).toEqual(old.filter(({ role }) => role !== 'owner'))
  expect(await rowsOf('owners')).toEqual([{ person_id: 'per_nadia', since: 8 }])
})

test('what a programme says about a person is in his membership now, for each programme', async () => {
  const old = before.get('people') ?? []
  const joined = new Set(
    (before.get('memberships') ?? [])
      .filter(({ role }) => role !== 'owner')
      .map((row) => `${String(row['programme_id'])} ${String(row['person_id'])}`),
  )
  const members = await rowsOf('members')
  expect(
    members.map((row) => `${String(row['programme_id'])} ${String(row['person_id'])}`).toSorted(),
  ).toEqual([...joined].toSorted())
  for (const member of members) {
    const person = old.find(({ id }) => id === member['person_id'])
    const { name, unit, reports_to, blockers, rules } = person ?? {}
    const apart = { short_name: null, notes: null, version: 1 }
    expect(member).toMatchObject({ name, unit, reports_to, blockers, rules, ...apart })
  }
  expect(members.filter((row) => row['person_id'] === 'per_claude')).toMatchObject([
    { programme_id: 'prg_fabrikam', unit: 'Sales', reports_to: 'per_boss' },
    { programme_id: 'prg_northwind', unit: 'Sales', rules: '{"minutes":25,"formats":["fmt_read"]}' },
  ])
  const shared = ['id', 'name', 'email', 'zone', 'locale', 'reply_address', 'created_at']
  expect((await rowsOf('people')).map((row) => shared.map((column) => row[column]))).toEqual(
    old.map((row) => shared.map((column) => row[column])),
  )
})

test('an assistant answers for an executive in each of his programmes', async () => {
  const odile = { assistant_id: 'per_odile' }
  expect(await rowsOf('assistants')).toEqual([
    { programme_id: 'prg_fabrikam', executive_id: 'per_claude', ...odile, from_at: 20, until_at: null },
    { programme_id: 'prg_northwind', executive_id: 'per_claude', ...odile, from_at: 20, until_at: null },
    { programme_id: 'prg_northwind', executive_id: 'per_tom', ...odile, from_at: 5, until_at: 15 },
  ])
})

test('every person’s first version is one', async () => {
  for (const table of ['people', 'pairings', 'programmes'])
    expect((await rowsOf(table)).every(({ version }) => version === 1)).toBe(true)
})

/** Recreating a table drops its indexes and triggers silently. */
test('every index and trigger exists after the upgrade, except those dropped on purpose', async () => {
  const guards = await guardsNow()
  expect(guardsBefore.length).toBeGreaterThan(60)
  expect(guardsBefore.filter((each) => !guards.includes(each))).toEqual([
    'trigger access_log_is_kept: without WHEN',
    'index people (reports_to)',
  ])
  expect(guards).toContain('trigger access_log_is_kept: with WHEN')
})

test('references to copied rows are still valid', async () => {
  expect((await env.DB.prepare('PRAGMA foreign_key_check').all()).results).toEqual([])
  expect(await run("UPDATE sessions SET format_id = 'fmt_gone' WHERE id = 'ses_held'")).toContain(
    'FOREIGN KEY',
  )
  expect(await run("DELETE FROM formats WHERE id = 'fmt_read'")).toContain('FOREIGN KEY')
})

test.each([
  [
    "INSERT INTO outbox (id, dedupe_key, person_id, letter, state, due_at, created_at) SELECT 'let_9', dedupe_key, person_id, letter, state, 0, 0 FROM outbox LIMIT 1",
    'UNIQUE',
  ],
  ["UPDATE outbox SET state = 'elsewhere'", 'CHECK'],
  ["UPDATE formats SET standard = 'Not a name'", 'CHECK'],
  ["UPDATE memberships SET role = 'owner' WHERE person_id = 'per_tom'", 'CHECK'],
  ["UPDATE people SET name = 'Other' WHERE id = 'per_tom'", 'changed-meanwhile'],
  ["UPDATE pairings SET status = 'paused' WHERE id = 'pai_nw'", 'changed-meanwhile'],
  ["UPDATE programmes SET name = 'Other' WHERE id = 'prg_northwind'", 'changed-meanwhile'],
  ["UPDATE people SET name = 'Other', version = version + 2 WHERE id = 'per_tom'", 'changed-meanwhile'],
  ["UPDATE members SET unit = 'Other' WHERE person_id = 'per_tom'", 'changed-meanwhile'],
  ['DELETE FROM access_log', 'append-only'],
  ["INSERT INTO claims VALUES ('per_tom', 1800000300000, 1800001800000, 'ses_offered', NULL)", 'slot-taken'],
])('after the upgrade it refuses: %s', async (statement, why) => {
  expect(await run(statement)).toContain(why)
})

test.each([
  "UPDATE outbox SET state = 'superseded' WHERE id = 'let_2'",
  "UPDATE outbox SET state = 'retired' WHERE id = 'let_2'",
  "UPDATE formats SET standard = 'a-standard-of-next-year' WHERE id = 'fmt_other'",
  "UPDATE people SET name = 'Other', version = version + 1 WHERE id = 'per_ugo'",
])('after the upgrade it takes: %s', async (statement) => {
  expect(await run(statement)).toBe('written')
})

async function tablesNow(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare('PRAGMA table_list').all<{ name: string; type: string }>()
  return results
    .filter(({ name, type }) => type === 'table' && !/^(sqlite_|_cf_|d1_)/.test(name))
    .map(({ name }) => name)
    .toSorted()
}

/** All rows, in a stable order. */
async function rowsOf(table: string): Promise<readonly Row[]> {
  const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all<Row>()
  return results.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}

/** Each index by its columns, since a renamed column may rename it; each trigger by name and shape. */
async function guardsNow(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare(
    "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY name",
  ).all<{ type: string; name: string; sql: string }>()
  return results
    .filter(({ name }) => !name.startsWith('_cf_'))
    .map(({ type, name, sql }) =>
      type === 'index'
        ? `index ${/ ON (.*)$/s.exec(sql)?.[1] ?? name}`
        : `trigger ${name}: ${sql.includes('WHEN') ? 'with' : 'without'} WHEN`,
    )
}

async function run(statement: string): Promise<string> {
  try {
    await env.DB.prepare(statement).run()
    return 'written'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('the first ticks after the upgrade arm what exists', async () => {
  const now = instant(1_799_990_000_000)
  const platform = platformOf(env, {
    now: () => now,
    send: () => Promise.resolve({ ok: true, providerId: 'p' }),
  })
  await env.DB.prepare('DELETE FROM outbox').run()
  await runCron(platform, '* * * * *')
  const kinds = await env.DB.prepare(
    "SELECT subject, kind FROM timers WHERE kind NOT IN ('re-arm', 'repair') ORDER BY subject, kind",
  ).all<{ subject: string; kind: string }>()
  expect(kinds.results.map(({ subject, kind }) => `${subject} ${kind}`)).toEqual(
    expect.arrayContaining(['ses_fixed ask-for-outcome', 'ses_offered expire-offer', 'per_odile digest']),
  )
  for (const subject of ['pai_nw', 'pai_fk', 'per_odile'] as const)
    expect(await findWrong(platform, subject)).toEqual([])
})
