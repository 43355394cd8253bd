import type { Result } from '../result.ts'
import { type CellFault, errorAt, type LineError } from './fault.ts'
import type { Column, ImportFile, ImportLine } from './file.ts'

/** What is read of each cell, as text: in the form in which it is stored, or as it was written where it cannot be read. */
export type Values = Readonly<Partial<Record<Column, string>>>

/** Reads a line cell by cell, and collects what is wrong at each. */
export type LineReader = {
  /** Undefined: the file has no such column, or the cell cannot be read. */
  readonly read: <Value>(
    column: Column,
    reader: (cell: string) => Result<Value, CellFault>,
    write: (value: Value) => string,
  ) => Value | undefined
  readonly values: () => Values
  readonly errors: readonly LineError[]
}

export function lineReaderOf(
  { columns }: Pick<ImportFile, 'columns'>,
  { cells, fault }: ImportLine,
): LineReader {
  const values = new Map<Column, string>(columns.map((each, index) => [each, (cells[index] ?? '').trim()]))
  const errors: LineError[] = fault ? [errorAt(null, { code: fault })] : []
  return {
    errors,
    values: () => Object.fromEntries(values),
    read: (column, reader, write) => {
      const place = columns.indexOf(column)
      if (place < 0) return undefined
      const result = reader(cells[place] ?? '')
      if (result.ok) values.set(column, write(result.value))
      else errors.push(errorAt(column, result.refusal))
      return result.ok ? result.value : undefined
    },
  }
}
