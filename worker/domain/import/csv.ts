// oxlint-disable-next-line typescript/triple-slash-reference -- the package has no types, and other projects import this file
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse/papaparse.min.js'

import { MAX_CELL_CHARACTERS, MAX_IMPORT_COLUMNS, MAX_IMPORT_LINES } from '../limits.ts'
import { accept, refuse, type Result } from '../result.ts'
import { withoutFormula } from './formula.ts'

/** Records as a spreadsheet numbers them: the first line is 1, and empty ones count. */
export type Table = {
  readonly header: readonly string[]
  readonly records: readonly CsvRecord[]
}

export type CsvRecord = {
  readonly line: number
  readonly cells: readonly string[]
  /** A quoted cell goes on after its last quote: where it ends is a guess. */
  readonly isMalformed: boolean
}

export type TableFault =
  | { readonly reason: 'empty-file' }
  /** The quote in this line is never closed. */
  | { readonly reason: 'open-quote'; readonly line: number }
  | { readonly reason: 'too-many-lines'; readonly most: number }
  | { readonly reason: 'too-many-columns'; readonly most: number }

const SEPARATORS = [',', ';', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

/** Empty lines may be as many again. */
const MOST_RECORDS = 2 * MAX_IMPORT_LINES

/** Reads a CSV as spreadsheets write it: `,` `;` or tab, any line end, line breaks in quotes, `sep=;` in front. */
export function readTable(text: string): Result<Table, TableFault> {
  const { separator, body, skipped } = separatorOf(withoutBlankEnd(text))
  const parsed = Papa.parse(body, { delimiter: separator, newline: '\n', preview: MOST_RECORDS })
  const open = parsed.errors.find(({ code }) => code === 'MissingQuotes')
  if (open) return refuse({ reason: 'open-quote', line: (open.row ?? 0) + 1 + skipped })

  const malformed = new Set(parsed.errors.map(({ row }) => row))
  const [first, ...records] = parsed.data
    .map((cells, index) => ({ line: index + 1 + skipped, cells, isMalformed: malformed.has(index) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!first) return refuse({ reason: 'empty-file' })
  if (parsed.meta.truncated || records.length > MAX_IMPORT_LINES)
    return refuse({ reason: 'too-many-lines', most: MAX_IMPORT_LINES })
  const header = withoutEmptyEnd(first.cells)
  return header.length > MAX_IMPORT_COLUMNS
    ? refuse({ reason: 'too-many-columns', most: MAX_IMPORT_COLUMNS })
    : accept({ header, records: records.map(cut) })
}

/** A CSV with a byte order mark, without which Excel takes UTF-8 for Windows-1252. Cells are no formulas. */
export function writeTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  separator: Separator,
): string {
  const lines = [header, ...rows].map((cells) =>
    cells.map((cell) => quoted(withoutFormula(cell), separator)).join(separator),
  )
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`
}

/** Quotes where they are needed. Spaces at an end are kept by them too. */
function quoted(cell: string, separator: Separator): string {
  const isPlain = !/["\n\r,;\t]|^\s|\s$/.test(cell) && !cell.includes(separator)
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`
}

/** By the line that Excel writes in front, else by what stands most often in the first line, outside quotes. */
function separatorOf(text: string) {
  const [, named] = /^"?sep=([,;\t])"?\n/i.exec(text) ?? []
  const separator = SEPARATORS.find((each) => each === named)
  if (separator) return { separator, body: text.slice(text.indexOf('\n') + 1), skipped: 1 }

  const counts = new Map<string, number>(SEPARATORS.map((each) => [each, 0]))
  let isQuoted = false
  for (const character of text.trimStart()) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === '\n' && !isQuoted) break
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const [most = ','] = SEPARATORS.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
  return { separator: most, body: text, skipped: 0 }
}

/** One kind of line end, no byte order mark, and none of the empty lines that spreadsheets leave at the end. */
function withoutBlankEnd(text: string): string {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  let end = lines.length
  while (end > 0 && ' ,;\t\n'.includes(lines.charAt(end - 1))) end -= 1
  return lines.slice(0, end)
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
}

/** One character more than a cell may have: it is refused for that later, at its field. */
function cut({ cells, ...record }: CsvRecord): CsvRecord {
  return { ...record, cells: cells.map((cell) => cell.slice(0, MAX_CELL_CHARACTERS + 1)) }
}
