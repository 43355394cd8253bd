import { MAX_CELL_CHARACTERS } from '../limits.ts'
import { PAIRING_KINDS, type PairingKind } from '../pairing/kind.ts'
import type { Place } from '../pairing/pairing.ts'
import { placeIn, placeText } from '../pairing/place-text.ts'
import { accept, refuse, type Result } from '../result.ts'
import { oneOf, readText } from './cells.ts'
import { type CellFault, errorAt, type LineError } from './fault.ts'
import type { ImportFile, ImportLine } from './file.ts'
import { lineReaderOf, type Values } from './line-reader.ts'
import { readOwnAddress } from './person-line.ts'

/** What a line says of a pairing. A kind that is not named is the usual one of the two. */
export type PairingLine = {
  readonly line: number
  readonly mentor: string | undefined
  readonly executive: string | undefined
  readonly kind: PairingKind | undefined
  /** Null: none; undefined: not said. */
  readonly place: Place | null | undefined
  readonly values: Values
  readonly errors: readonly LineError[]
}

export function readPairingLine(
  file: Pick<ImportFile, 'columns'>,
  line: ImportLine,
  isUrl: (text: string) => boolean,
): PairingLine {
  const reader = lineReaderOf(file, line)
  const mentor = reader.read('mentor', readOwnAddress, String)
  const executive = reader.read('executive', readOwnAddress, String)
  const kind = reader.read('kind', readKind, (each) => each ?? '')
  const place = reader.read('place', (cell) => readPlace(cell, isUrl), placeText)
  const errors = [
    ...reader.errors,
    ...(mentor === '' ? [errorAt('mentor', { code: 'needed' })] : []),
    ...(executive === '' ? [errorAt('executive', { code: 'needed' })] : []),
  ]
  return {
    line: line.line,
    mentor: mentor || undefined,
    executive: executive || undefined,
    kind: kind ?? undefined,
    place,
    values: reader.values(),
    errors,
  }
}

function readKind(cell: string): Result<PairingKind | null, CellFault> {
  const text = readText(cell, MAX_CELL_CHARACTERS)
  if (!text.ok) return text
  if (text.value === '') return accept(null)
  const kind = oneOf(text.value, PAIRING_KINDS)
  return kind ? accept(kind) : refuse({ code: 'unknown-kind', text: text.value })
}

function readPlace(cell: string, isUrl: (text: string) => boolean): Result<Place | null, CellFault> {
  const text = readText(cell, MAX_CELL_CHARACTERS)
  if (!text.ok) return text
  const place = placeIn(text.value, isUrl)
  return place.ok ? place : refuse({ code: 'bad-place', kind: place.refusal })
}
