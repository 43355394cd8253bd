import { isWithin, MAX_ADDRESS_CHARACTERS, MAX_CELL_CHARACTERS, type Range } from '../limits.ts'
import { parseAddress } from '../people/address.ts'
import { isPlainLine, trimmed } from '../plain-text.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { CellFault } from './fault.ts'
import { asItWas } from './formula.ts'

/** What stands for a character that was lost on the way. */
const LOST = '\ufffd'

/** In one line, since spreadsheets allow tabs and line breaks in a cell; null: it cannot be read. */
function inOneLine(text: string): string | null {
  const pieces = text.split(/[\t\n\r\u2028\u2029]/).map(trimmed)
  const line = pieces.filter((each) => each !== '').join(' ')
  return isPlainLine(line) && !line.includes(LOST) ? line : null
}

/** What stands in a cell, in one line, without the apostrophes against formulas. */
export function readText(cell: string, most: number): Result<string, CellFault> {
  const text = inOneLine(asItWas(cell))
  if (text === null) return refuse({ code: 'unreadable' })
  return text.length > most ? refuse({ code: 'too-long', most }) : accept(text)
}

/** Lists are separated by `|`, or stand in lines of one cell. Each once. */
export function readList<Item>(
  cell: string,
  most: number,
  read: (text: string) => Result<Item, CellFault>,
): Result<readonly Item[], CellFault> {
  if (cell.length > MAX_CELL_CHARACTERS) return refuse({ code: 'too-long', most: MAX_CELL_CHARACTERS })
  const parts = asItWas(cell)
    .split(/[|\n]/)
    .filter((each) => each.trim() !== '')
  const items: Item[] = []
  for (const part of parts) {
    const text = inOneLine(part)
    if (text === null) return refuse({ code: 'unreadable' })
    const item = read(text)
    if (!item.ok) return item
    if (!items.includes(item.value)) items.push(item.value)
  }
  return items.length > most ? refuse({ code: 'too-many', most }) : accept(items)
}

export function readAddress(text: string): Result<string, CellFault> {
  const reading = parseAddress(text)
  if (reading.ok) return accept(reading.address)
  const { fault } = reading
  return refuse({
    code: fault === 'too-long' ? 'address-too-long' : fault,
    text: text.slice(0, MAX_ADDRESS_CHARACTERS),
  })
}

/** One of these words, in whatever case it is written. */
export function oneOf<Word extends string>(text: string, words: readonly Word[]): Word | null {
  const written = text.toLowerCase().replace(/[\s_]+/g, '-')
  return words.find((each) => each === written) ?? null
}

/** A spreadsheet may write a whole number as `25.0`. */
export function wholeIn(text: string, range: Range): number | null {
  const [, digits] = /^(\d{1,6})(?:[.,]0+)?$/.exec(text) ?? []
  return digits !== undefined && isWithin(Number(digits), range) ? Number(digits) : null
}
