import { accept, refuse, type Result } from '../result.ts'
import type { Table, TableFault } from './csv.ts'

export const IMPORT_KINDS = ['people', 'pairings', 'hours'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]
export const EXPORT_KINDS = ['people', 'pairings', 'hours', 'sessions'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

export const COLUMNS = {
  people: [
    ...(['name', 'email', 'roles', 'zone', 'locale', 'unit', 'reports_to', 'assistants'] as const),
    ...(['blockers', 'minutes', 'aliases', 'short_name'] as const),
  ],
  pairings: ['mentor', 'executive', 'kind', 'place'],
  hours: ['email', 'day', 'from', 'to'],
  sessions: ['id', 'mentor', 'executive', 'status', 'date', 'from', 'to', 'zone', 'start', 'end', 'place'],
} as const satisfies Readonly<Record<ExportKind, readonly string[]>>

export type Column = (typeof COLUMNS)[ImportKind][number]

/** Without these a line says nothing about anybody. The others may be left out: what they say then stays. */
const NEEDED: Readonly<Record<ImportKind, readonly Column[]>> = {
  people: ['email'],
  pairings: ['mentor', 'executive'],
  hours: ['email', 'day', 'from', 'to'],
}

/** One file of an import, with its lines as they were written. */
export type ImportFile = {
  readonly kind: ImportKind
  /** As its owner calls it; null where it came without a name. */
  readonly name: string | null
  readonly columns: readonly Column[]
  readonly lines: readonly ImportLine[]
}

export type ImportLine = {
  readonly line: number
  /** In the order of the columns; a cell that is missing at the end is empty. */
  readonly cells: readonly string[]
  readonly fault: LineFault | null
}

/** There are more cells than columns, or a quote in the middle of one. */
export type LineFault = 'too-many-cells' | 'bad-quotes'

export type FileFault =
  | TableFault
  | { readonly reason: 'unknown-column'; readonly columns: readonly string[] }
  | { readonly reason: 'column-twice'; readonly column: string }
  | { readonly reason: 'column-missing'; readonly columns: readonly string[] }
  | { readonly reason: 'no-lines' }

/** Which kind a file is, by its columns. */
export function kindOf({ header }: Pick<Table, 'header'>): ImportKind {
  const names = header.map(columnName)
  if (names.includes('day')) return 'hours'
  return names.includes('mentor') || names.includes('executive') ? 'pairings' : 'people'
}

/** A table as a file of that kind, if each of its columns is known. A column without a name and without a cell is none. */
export function toFile(
  { header, records }: Table,
  kind: ImportKind,
  name: string | null,
): Result<ImportFile, FileFault> {
  const known: readonly Column[] = COLUMNS[kind]
  const places = header.flatMap((text, place) => {
    const isUsed = columnName(text) !== '' || records.some(({ cells }) => (cells[place] ?? '').trim() !== '')
    return isUsed ? [{ text, place, column: known.find((each) => each === columnName(text)) }] : []
  })
  const unknown = places.filter(({ column }) => column === undefined)
  if (unknown.length > 0)
    return refuse({ reason: 'unknown-column', columns: unknown.map(({ text, place }) => shown(text, place)) })
  const columns = places.flatMap(({ column }) => column ?? [])
  const twice = columns.find((each, index) => columns.indexOf(each) !== index)
  if (twice) return refuse({ reason: 'column-twice', column: twice })
  const missing = NEEDED[kind].filter((each) => !columns.includes(each))
  if (missing.length > 0) return refuse({ reason: 'column-missing', columns: missing })
  if (records.length === 0) return refuse({ reason: 'no-lines' })

  const lines = records.map(({ line, cells, isMalformed }): ImportLine => {
    const isLonger = cells.slice(header.length).some((cell) => cell.trim() !== '')
    return {
      line,
      cells: places.map(({ place }) => cells[place] ?? ''),
      fault: isMalformed ? 'bad-quotes' : isLonger ? 'too-many-cells' : null,
    }
  })
  return accept({ kind, name, columns, lines })
}

const MAX_SHOWN_CHARACTERS = 60

/** A column without a name is called by its place. */
function shown(text: string, place: number): string {
  return text.trim().slice(0, MAX_SHOWN_CHARACTERS) || `#${place + 1}`
}

/** “Reports to”, ` Short-Name `: what people and spreadsheets make of a name. */
function columnName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}
