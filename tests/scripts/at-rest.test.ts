import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import * as schema from '../../schema/index.ts'
import { withAtRestTable } from '../../scripts/at-rest.ts'
import { root } from '../../scripts/root.ts'
import { AT_REST } from '../../worker/domain/seal/at-rest.ts'
import { SEALED_COLUMNS } from '../../worker/storage/seal/sealed-columns.ts'

const tables = Object.values(schema).flatMap((each) => (is(each, SQLiteTable) ? [getTableConfig(each)] : []))

test('docs/operating.md says how each column stands there as the code does (npm run retention -- --write)', () => {
  const page = readFileSync(join(root, 'docs/operating.md'), 'utf8')
  expect(withAtRestTable(page)).toBe(page)
})

test('every table says how its texts stand in the database', () => {
  expect(Object.keys(AT_REST).toSorted()).toEqual(tables.map(({ name }) => name).toSorted())
})

test.each(tables)(
  'every column with text of $name is a code, sealed, hashed or in clear, and one of them',
  (table) => {
    const { codes = [], sealed = {}, hashed = {}, clear = {} } = AT_REST[table.name] ?? {}
    const named = [...codes, ...Object.keys(sealed), ...Object.keys(hashed), ...Object.keys(clear)]
    const withText = table.columns.flatMap((each) => (/text/i.test(each.getSQLType()) ? [each.name] : []))
    expect(named.toSorted()).toEqual(withText.toSorted())
  },
)

test('what is sealed with the keys of SEALING_KEYS is sealed anew with them, and nothing else', () => {
  const sealed = Object.entries(AT_REST).flatMap(([table, each]) =>
    Object.keys(each.sealed ?? {}).map((column) => `${table}.${column}`),
  )
  // Kept for a day, with a key of its own from SECRET.
  const renewed = [...SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`), 'kept_forms.sealed']
  expect(sealed.toSorted()).toEqual(renewed.toSorted())
})
