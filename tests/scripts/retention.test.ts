import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import * as schema from '../../schema/index.ts'
import { withRetentionTable } from '../../scripts/retention.ts'
import { root } from '../../scripts/root.ts'
import { RETENTION } from '../../worker/domain/clock/retention.ts'

const tables = Object.values(schema).flatMap((each) => (is(each, SQLiteTable) ? [getTableConfig(each)] : []))

test('docs/operating.md says how long everything is kept as the code does (npm run retention -- --write)', () => {
  const page = readFileSync(join(root, 'docs/operating.md'), 'utf8')
  expect(withRetentionTable(page)).toBe(page)
})

test('every table has a row in the table of retention, and nothing else has', () => {
  expect(Object.keys(RETENTION).toSorted()).toEqual(tables.map(({ name }) => name).toSorted())
})

test.each(tables)('every column with text of $name goes by a rule or is named as one that stays', (table) => {
  const { rules, stays = [] } = RETENTION[table.name] ?? { rules: [] }
  const named = new Set([...stays, ...rules.flatMap(({ columns = [] }) => columns)])
  const goesWhole = rules.some(({ columns }) => columns === undefined)
  const withText = table.columns.flatMap((each) => (/text/i.test(each.getSQLType()) ? [each.name] : []))
  expect(goesWhole ? [] : withText.filter((name) => !named.has(name))).toEqual([])

  const columns = new Set(table.columns.map(({ name }) => name))
  expect(
    [...named].filter((name) => !columns.has(name)),
    'no column of it',
  ).toEqual([])
})
