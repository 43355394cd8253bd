import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import * as schema from '../../schema/index.ts'
import { withCapabilities } from '../../scripts/capabilities.ts'
import { root } from '../../scripts/root.ts'
import { CAPABILITIES } from '../../worker/domain/people/capability.ts'
import { EVERY_CAPABILITY, type GivenThing } from '../../worker/domain/people/every-capability.ts'
import { AT_REST } from '../../worker/domain/seal/at-rest.ts'
import { routes } from '../../worker/http/routes.ts'

const all: readonly (readonly [string, GivenThing])[] = Object.entries(EVERY_CAPABILITY)
const things = all.map(([, each]) => each)

test('docs/capabilities.md says of each what the code says (npm run retention -- --write)', () => {
  const page = readFileSync(join(root, 'docs/capabilities.md'), 'utf8')
  expect(withCapabilities(page)).toBe(page)
})

test('everything that is judged when it is opened has a row', () => {
  expect(all.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(CAPABILITIES)))
})

test('every route that takes a link as proof is named by a capability, and every named route is there', () => {
  const named = new Set(things.flatMap((each) => each.routes))
  const there = routes.map(({ method, path }) => `${method} ${path}`)
  const byLink = routes.filter(({ actors }) => actors.includes('link'))
  expect(byLink.map(({ method, path }) => `${method} ${path}`).filter((each) => !named.has(each))).toEqual([])
  expect([...named].filter((each) => !there.includes(each))).toEqual([])
})

test('every cookie that is written has a row', () => {
  const written = sources('worker/http/**/*.{ts,tsx}').flatMap((file) =>
    Array.from(
      readFileSync(join(root, file), 'utf8').matchAll(/'(?:__Host-)?(sotto(?:-[a-z]+)?)'/g),
      ([, name]) => name,
    ),
  )
  const named = things.flatMap(({ cookie }) => cookie ?? [])
  expect(written.length).toBeGreaterThan(1)
  expect([...new Set(written)].toSorted()).toEqual(named.toSorted())
})

test('every hash of a token in the schema belongs to a capability, and no capability’s secret stands in clear', () => {
  const tables = Object.values(schema).flatMap((each) =>
    is(each, SQLiteTable) ? [getTableConfig(each)] : [],
  )
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`))
  const known = things.flatMap((each) => each.columns)
  expect(columns.filter((each) => each.endsWith('.token_hash') && !known.includes(each))).toEqual([])
  expect(known.filter((each) => !columns.includes(each))).toEqual([])
  const kept = known.filter((each) => each !== 'invites.uid').map((each) => standingOf(each))
  expect(new Set(kept)).toEqual(new Set(['hashed', 'sealed']))
})

test('each says what ends it early, in a file that is there', () => {
  for (const [name, { ends }] of all) {
    expect(ends.length, name).toBeGreaterThan(0)
    for (const { where } of ends) expect(existsSync(join(root, where)), where).toBe(true)
  }
})

function standingOf(column: string): 'hashed' | 'sealed' | 'other' {
  const [table = '', name = ''] = column.split('.')
  const { hashed = {}, sealed = {} } = AT_REST[table] ?? {}
  return name in hashed ? 'hashed' : name in sealed ? 'sealed' : 'other'
}

function sources(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
}
