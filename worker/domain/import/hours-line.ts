import { MAX_CELL_CHARACTERS } from '../limits.ts'
import type { DateException, WeeklyWindow } from '../people/person.ts'
import { accept, refuse, type Result } from '../result.ts'
import { formatWallTime } from '../time/days.ts'
import type { Day, WallMinutes } from '../time/time.ts'
import { readDay, readTime, type TypedBy } from '../time/typed.ts'
import { readText } from './cells.ts'
import { type CellFault, errorAt, type LineError } from './fault.ts'
import type { ImportFile, ImportLine } from './file.ts'
import { lineReaderOf, type Values } from './line-reader.ts'
import { readOwnAddress } from './person-line.ts'

/** What a line says of somebody's hours: a window of each week, or a date that differs. */
export type HoursLine = {
  readonly line: number
  readonly email: string | undefined
  readonly window: WeeklyWindow | DateException | undefined
  readonly values: Values
  readonly errors: readonly LineError[]
}

const MIDNIGHT = 24 * 60

/** `by` typed the dates: of 03/04/2027 the language says which is the month. */
export function readHoursLine(file: Pick<ImportFile, 'columns'>, line: ImportLine, by: TypedBy): HoursLine {
  const reader = lineReaderOf(file, line)
  const email = reader.read('email', readOwnAddress, String)
  const day = reader.read('day', (cell) => readWhen(cell, by), String)
  const from = reader.read('from', readWall, writeWall)
  const to = reader.read('to', readEnd, writeWall)
  const window = windowOf(day, from, to)
  const errors = [
    ...reader.errors,
    ...(email === '' ? [errorAt('email', { code: 'needed' })] : []),
    ...(window && !window.ok ? [window.refusal] : []),
  ]
  return {
    line: line.line,
    email: email || undefined,
    window: window?.ok ? window.value : undefined,
    values: reader.values(),
    errors,
  }
}

/** Null: one of the cells could not be read. */
function windowOf(
  day: number | Day | undefined,
  from: WallMinutes | null | undefined,
  to: WallMinutes | null | undefined,
): Result<WeeklyWindow | DateException, LineError> | null {
  if (day === undefined || from === undefined || to === undefined) return null
  if (from === null || to === null) {
    const isClosed = typeof day === 'string' && from === to
    if (isClosed) return accept({ date: day, from: null, to: null })
    return refuse(errorAt(from === null ? 'from' : 'to', { code: 'time-needed' }))
  }
  if (from >= to) return refuse(errorAt('to', { code: 'bad-order' }))
  return accept(typeof day === 'string' ? { date: day, from, to } : { day, from, to })
}

function readWhen(cell: string, by: TypedBy): Result<number | Day, CellFault> {
  const text = readText(cell, MAX_CELL_CHARACTERS)
  if (!text.ok) return text
  if (text.value === '') return refuse({ code: 'needed' })
  if (/^[1-7]$/.test(text.value)) return accept(Number(text.value))
  const day = readDay(text.value, by)
  return day === null || !day.startsWith('20') ? refuse({ code: 'bad-day', text: text.value }) : accept(day)
}

function readWall(cell: string): Result<WallMinutes | null, CellFault> {
  const text = readText(cell, MAX_CELL_CHARACTERS)
  if (!text.ok) return text
  if (text.value === '') return accept(null)
  const time = readTime(text.value)
  return time === null ? refuse({ code: 'bad-time', text: text.value }) : accept(time)
}

/** Midnight as an end is the end of the day. */
function readEnd(cell: string): Result<WallMinutes | null, CellFault> {
  const time = readWall(cell)
  return time.ok && time.value === 0 ? accept(MIDNIGHT) : time
}

function writeWall(time: WallMinutes | null): string {
  return time === null ? '' : formatWallTime(time)
}
