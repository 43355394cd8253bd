import { MAX_MAIL_LINES, MAX_MAIL_OCTETS } from '../../domain/limits.ts'
import { type Segment, type SegmentKind, segmentsOf } from './mail-segments.ts'

/** The octets of a mail that are read. `isCut`: words or a calendar of it are missing, and not only pictures. */
export type Readable = { readonly octets: Uint8Array; readonly isCut: boolean }

type Amount = { readonly octets: number; readonly lines: number }

/** What is kept of a mail that is too large to be parsed whole: of each part at most, and of all parts of its kind. */
const MOST: Readonly<Record<Exclude<SegmentKind, 'other'>, { readonly one: Amount; readonly all: Amount }>> =
  {
    header: { one: { octets: 16_000, lines: 800 }, all: { octets: 24_000, lines: 1600 } },
    plain: { one: { octets: 28_000, lines: 1200 }, all: { octets: 36_000, lines: 1600 } },
    html: { one: { octets: 24_000, lines: 600 }, all: { octets: 24_000, lines: 600 } },
    calendar: { one: { octets: 36_000, lines: 1600 }, all: { octets: 40_000, lines: 1600 } },
  }

/**
 * A mail within the limits is whole. Of a larger one the headers, texts and calendars are kept as far as they fit, and
 * neither pictures nor other files.
 */
export function withinLimits(octets: Uint8Array): Readable {
  if (isWithinLimits(octets)) return { octets, isCut: false }

  const kept: Uint8Array[] = []
  const used = new Map<SegmentKind, Amount>()
  const cut = new Set<SegmentKind>()
  const seen = new Set<SegmentKind>()
  for (const segment of segmentsOf(octets)) {
    if (segment.kind === 'other' || segment.octets.length === 0) continue
    const piece = pieceOf(segment, leftOf(segment, used))
    if (piece.length < segment.octets.length) cut.add(segment.kind)
    // What follows would stand below no headers of its own.
    if (segment.kind === 'header' && piece.length === 0) break
    if (segment.octets.length > 2) seen.add(segment.kind)
    used.set(segment.kind, sum(used.get(segment.kind), { octets: piece.length, lines: linesIn(piece) }))
    if (piece.length > 0) kept.push(piece, ...(piece.at(-1) === LF ? [] : [NEW_LINE]))
  }
  // HTML says again what the plain text says.
  if (seen.has('plain') && !cut.has('plain')) cut.delete('html')
  return { octets: joined(kept), isCut: cut.size > 0 }
}

export function isWithinLimits(octets: Uint8Array): boolean {
  return octets.length <= MAX_MAIL_OCTETS && linesIn(octets) <= MAX_MAIL_LINES
}

const LF = 0x0a
const NEW_LINE = new Uint8Array([0x0d, LF])
const NONE: Amount = { octets: 0, lines: 0 }

function leftOf({ kind }: Segment, used: ReadonlyMap<SegmentKind, Amount>): Amount {
  if (kind === 'other') return NONE
  const { one, all } = MOST[kind]
  const { octets, lines } = used.get(kind) ?? NONE
  return {
    octets: Math.max(0, Math.min(one.octets, all.octets - octets)),
    lines: Math.max(0, Math.min(one.lines, all.lines - lines)),
  }
}

function pieceOf({ octets }: Segment, most: Amount): Uint8Array {
  const end = endWithin(octets, most)
  return end >= octets.length ? octets : octets.subarray(0, end)
}

/** Within a line, if that is where the octets end. */
function endWithin(octets: Uint8Array, most: Amount): number {
  let end = 0
  for (let line = 0; line < most.lines; line += 1) {
    const feed = octets.indexOf(LF, end)
    const next = feed < 0 ? octets.length : feed + 1
    if (next > most.octets) return most.octets
    if (next === octets.length) return next
    end = next
  }
  return end
}

function sum(one: Amount = NONE, other: Amount): Amount {
  return { octets: one.octets + other.octets, lines: one.lines + other.lines }
}

function linesIn(octets: Uint8Array): number {
  let lines = 0
  for (const octet of octets) if (octet === LF) lines += 1
  return lines
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
