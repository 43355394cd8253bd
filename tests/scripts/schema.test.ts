import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import * as schema from '../../schema/index.ts'
import { root } from '../../scripts/root.ts'
import { withSchema } from '../../scripts/schema.ts'

const PAGE = readFileSync(join(root, 'docs/schema.md'), 'utf8')

test('docs/schema.md draws the tables as the migrations leave them (npm run schema)', async () => {
  expect(await withSchema(PAGE)).toBe(PAGE)
})

test('every table is drawn once with its columns', () => {
  const drawn = Array.from(PAGE.matchAll(/^ {2}(\w+) \{$/gm), ([, name]) => name)
  const tables = Object.values(schema).flatMap((each) =>
    is(each, SQLiteTable) ? [getTableConfig(each).name] : [],
  )
  expect(drawn.toSorted()).toEqual(tables.toSorted())
})
