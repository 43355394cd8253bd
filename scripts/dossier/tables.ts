import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'

import * as schema from '../../schema/index.ts'
import { PURPOSES } from '../../schema/purposes/index.ts'
import type { ColumnPurpose, TablePurpose } from '../../schema/purposes/purpose.ts'
import { RETENTION } from '../../worker/domain/clock/retention.ts'
import { HELD, type RecordPart } from '../../worker/domain/record/held.ts'
import { spanText } from '../retention.ts'
import { type AtRest, atRest } from './at-rest.ts'
import { readErasure } from './erasure.ts'

export type MappedColumn = ColumnPurpose & {
  readonly name: string
  readonly atRest: AtRest
  /** What becomes of it by itself, each with when. Empty: it stays. */
  readonly goes: readonly string[]
  readonly isErased: boolean
}
export type MappedTable = Omit<TablePurpose, 'columns'> & {
  readonly name: string
  readonly holds: string
  readonly decided: number
  readonly columns: readonly MappedColumn[]
  readonly recordParts: readonly RecordPart[]
}

/** What the schema has: each table with the names of its columns. */
export function schemaTables(): readonly { readonly name: string; readonly columns: readonly string[] }[] {
  return Object.values(schema)
    .flatMap((each) => (is(each, SQLiteTable) ? [getTableConfig(each)] : []))
    .map(({ name, columns }) => ({ name, columns: columns.map((each) => each.name) }))
}

/** What has no line in the table of purposes, or a line and nothing that it stands for. Empty: the map is whole. */
export function withoutPurpose(tables = schemaTables(), purposes = PURPOSES): readonly string[] {
  const there = new Set(tables.flatMap(({ name, columns }) => columns.map((each) => `${name}.${each}`)))
  const said = new Set(
    Object.entries(purposes).flatMap(([name, { columns }]) =>
      Object.keys(columns).map((each) => `${name}.${each}`),
    ),
  )
  return [
    ...[...there]
      .filter((each) => !said.has(each))
      .map((each) => `${each} has no purpose: add it in schema/purposes/`),
    ...[...said]
      .filter((each) => !there.has(each))
      .map((each) => `${each} is no column: take it out of schema/purposes/`),
  ]
}

/** The data map, from the code’s own tables. */
export function mappedTables(): readonly MappedTable[] {
  const missing = withoutPurpose()
  if (missing.length > 0) throw new Error(missing.join('\n'))
  const erasure = readErasure()
  return schemaTables().map(({ name, columns }) => {
    const purpose = PURPOSES[name]
    const kept = RETENTION[name]
    if (!purpose || !kept)
      throw new Error(`${name} stands in schema/purposes/ and RETENTION, or in no dossier.`)
    const erased = erasure.get(name)
    return {
      ...{ name, about: purpose.about, activity: purpose.activity },
      ...{ holds: kept.holds, decided: kept.decided, recordParts: partsOf(name) },
      columns: columns.map((each) => ({
        ...purposeOf(purpose, name, each),
        name: each,
        atRest: atRest(name, each),
        goes: kept.rules
          .filter((rule) => rule.columns === undefined || rule.columns.includes(each))
          .map(({ keptMs, since }) => spanText(keptMs, since)),
        isErased: erased === 'row' || erased?.has(each) === true,
      })),
    }
  })
}

function purposeOf({ columns }: TablePurpose, table: string, name: string): ColumnPurpose {
  const found = columns[name]
  if (!found) throw new Error(`${table}.${name} has no purpose: add it in schema/purposes/`)
  return found
}

function partsOf(table: string): readonly RecordPart[] {
  const parts = Object.entries(HELD).flatMap(([key, held]) =>
    key.startsWith(`${table}.`) && typeof held === 'string' ? [held] : [],
  )
  return [...new Set(parts)]
}
