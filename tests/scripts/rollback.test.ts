import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'

import { migrationNames, migrationText } from '../../scripts/migrate.ts'
import { root } from '../../scripts/root.ts'
import { LAST_RELEASED_MIGRATION } from '../support/last-release.ts'

type Column = { readonly name: string; readonly isNeeded: boolean }
type Shape = {
  readonly columns: ReadonlyMap<string, readonly Column[]>
  /** What refuses a write, with its table. */
  readonly guards: ReadonlyMap<string, string>
}

/** It lets go what was always refused before: older code deletes nothing there. */
const LOOSENS = ['20261128090500_seals']

const listed = [...rollback().matchAll(/`(\d{14}_\w+)`/g)].map(([, name]) => name)
const names = (await migrationNames()).map((name) => name.replace('.sql', ''))

test('the rollback page names every migration behind which older code finds a table or column gone, or is refused', async () => {
  const breaking: string[] = []
  const database = new DatabaseSync(':memory:')
  let before = shapeOf(database)
  for (const name of names) {
    database.exec(`BEGIN; ${await migrationText(`${name}.sql`)}; COMMIT`)
    const now = shapeOf(database)
    if (`${name}.sql` > LAST_RELEASED_MIGRATION && breaks(before, now)) breaking.push(name)
    before = now
  }
  expect(breaking.length).toBeGreaterThan(LOOSENS.length)
  expect(breaking.filter((name) => !listed.includes(name))).toEqual(LOOSENS)
})

test('it names every migration since which something is sealed', () => {
  const sealing = names.filter((name) => name.includes('_sealed_'))
  expect(sealing.length).toBeGreaterThan(2)
  expect(sealing.filter((name) => !listed.includes(name))).toEqual([])
})

test('it names no migration that is not there', () => {
  expect(listed.filter((name) => !names.includes(name ?? ''))).toEqual([])
})

function rollback(): string {
  return readFileSync(join(root, 'docs/rollback.md'), 'utf8')
}

function shapeOf(database: DatabaseSync): Shape {
  const made = database
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'")
    .all()
  const tables = made.filter(({ type }) => type === 'table').map(({ name }) => String(name))
  const triggers = made.filter(({ type }) => type === 'trigger')
  return {
    columns: new Map(tables.map((name) => [name, columnsOf(database, name)])),
    guards: new Map(triggers.map(({ sql, tbl_name: table }) => [String(sql), String(table)])),
  }
}

function columnsOf(database: DatabaseSync, table: string): readonly Column[] {
  return database
    .prepare('SELECT name, "notnull" AS filled, dflt_value AS preset FROM pragma_table_info(?)')
    .all(table)
    .map(({ name, filled, preset }) => ({ name: String(name), isNeeded: filled === 1 && preset === null }))
}

/** Whether code that knows the shape before would ask for what is gone, leave out what is needed, or be refused. */
function breaks(before: Shape, now: Shape): boolean {
  const isShaped = [...before.columns].every(([table, columns]) => {
    const left = now.columns.get(table) ?? []
    const known = columns.map(({ name }) => name)
    const isThere = known.every((name) => left.some((each) => each.name === name))
    return isThere && left.every(({ name, isNeeded }) => !isNeeded || known.includes(name))
  })
  const isGuarded = [...now.guards].some(
    ([guard, table]) => before.columns.has(table) && !before.guards.has(guard),
  )
  return !isShaped || isGuarded
}
