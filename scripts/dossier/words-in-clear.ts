import { code } from './markdown.ts'
import type { MappedTable } from './tables.ts'

/** Columns with people’s own words that are not sealed: what a stolen database would show. */
export function wordsInClear(tables: readonly MappedTable[]): readonly string[] {
  return tables.flatMap(({ name, columns }) =>
    columns
      .filter(({ kind, atRest }) => kind === 'words' && atRest === 'clear')
      .map((each) => code(`${name}.${each.name}`)),
  )
}

/** Columns that are sealed. */
export function sealedColumns(tables: readonly MappedTable[]): readonly string[] {
  return tables.flatMap(({ name, columns }) =>
    columns.filter(({ atRest }) => atRest === 'sealed').map((each) => code(`${name}.${each.name}`)),
  )
}
