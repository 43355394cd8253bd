import { env } from 'cloudflare:workers'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'

import * as schema from '../../schema/index.ts'
import { freshDatabase } from '../support/database.ts'

await freshDatabase()

/** The columns of the drizzle schema, by table. */
const mirrored = Object.values(schema).flatMap((each) =>
  is(each, SQLiteTable) ? [getTableConfig(each)] : [],
)
const stored = await rows<{ name: string; type: string; strict: number }>('PRAGMA table_list')
const tables = stored.filter(({ name, type }) => type === 'table' && !/^(sqlite_|_cf_|d1_)/.test(name))

test('the drizzle schema names exactly the existing tables', () => {
  expect(mirrored.map(({ name }) => name).toSorted()).toEqual(tables.map(({ name }) => name).toSorted())
})

test.each(mirrored)(
  'the drizzle schema of $name has its columns, types, nullability and key',
  async ({ name, columns, primaryKeys }) => {
    const there = await rows<Column>(`PRAGMA table_xinfo(${name})`)
    const composite = primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
    const expected = columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notnull: column.notNull,
      isKey: column.primary || composite.includes(column.name),
      hasDefault: column.hasDefault && column.default !== undefined,
    }))
    const found = there.map((column) => ({
      name: column.name,
      type: column.type,
      // An INTEGER PRIMARY KEY is the rowid, which is never null, but the pragma does not say so.
      notnull: column.notnull === 1 || (column.pk === 1 && column.type === 'INTEGER'),
      isKey: column.pk > 0,
      hasDefault: column.dflt_value !== null,
    }))
    expect(found.map(withoutDefault)).toEqual(expected.map(withoutDefault))

    const promised = expected.filter(({ hasDefault }) => hasDefault).map(({ name }) => name)
    const kept = found.filter(({ hasDefault }) => hasDefault).map(({ name }) => name)
    expect(
      promised.filter((name) => !kept.includes(name)),
      'defaults only the mirror knows',
    ).toEqual([])
  },
)

test('every table is strict', () => {
  expect(tables.filter(({ strict }) => strict !== 1).map(({ name }) => name)).toEqual([])
})

test('no deletion cascades', async () => {
  const keys = await Promise.all(
    tables.map(({ name }) => rows<{ on_delete: string }>(`PRAGMA foreign_key_list(${name})`)),
  )
  expect(keys.flat().length).toBeGreaterThan(20)
  expect(keys.flat().filter(({ on_delete }) => on_delete !== 'NO ACTION')).toEqual([])
})

/** Rebuilding a table drops its triggers silently, so each is listed here by name. */
test('all triggers exist', async () => {
  const triggers = await rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
  )
  expect(triggers.map(({ name }) => name)).toEqual(expect.arrayContaining(TRIGGERS))
  expect(
    triggers.map(({ name }) => name).filter((name) => !TRIGGERS.includes(name)),
    'triggers to be listed here',
  ).toEqual([])
})

/** docs/decisions/0072-migrations-are-frozen.md: the remote migration tool fails on other shapes. */
test('a trigger’s predicate is in WHEN, and its body is one RAISE', async () => {
  const triggers = await rows<{ sql: string }>("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
  const shape =
    /^CREATE TRIGGER \w+ BEFORE (INSERT|UPDATE|DELETE) ON \w+\s+(WHEN [^;]+?\s+)?BEGIN\s+SELECT RAISE\(ABORT, '[\w-]+'\);\s+END$/
  expect(triggers.filter(({ sql }) => !shape.test(sql) || /\bCASE\b/i.test(sql))).toEqual([])
})

const TRIGGERS = [
  'access_log_is_kept',
  'access_log_is_never_replaced',
  'access_log_stays_as_written',
  'claims_never_move_into_an_overlap',
  'claims_never_overlap',
  'claims_of_a_fixed_session_keep_their_place',
  'claims_of_a_fixed_session_stay',
  'diaries_one_writer_a_version',
  'events_are_kept',
  'events_one_writer_a_version',
  'events_stay_as_written',
  'invites_sequence_never_falls',
  'members_one_writer_a_version',
  'pairings_none_once_the_programme_is_closed',
  'pairings_one_writer_a_version',
  'imports_confirmed_once',
  'people_one_writer_a_version',
  'programmes_one_writer_a_version',
  'seals_are_kept',
  'seals_follow_each_other',
  'seals_stay_as_written',
  'sessions_fixed_only_with_both_claims',
  'sessions_moved_only_with_both_claims',
  'sessions_rest_once_the_programme_is_closed',
  'undos_only_before_their_letters',
]

type Column = {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
  readonly dflt_value: string | null
}

function withoutDefault({ hasDefault: _, ...rest }: { readonly hasDefault: boolean }) {
  return rest
}

async function rows<Row>(query: string): Promise<readonly Row[]> {
  return (await env.DB.prepare(query).all<Row>()).results
}
