/** What a stretch of a mail is: headers and boundaries, a text, a calendar, or something that is not read. */
export type SegmentKind = 'header' | 'plain' | 'html' | 'calendar' | 'other'

export type Segment = { readonly kind: SegmentKind; readonly octets: Uint8Array }

/** As much of a header block as is looked at for its Content-Type. */
const MAX_HEAD_OCTETS = 16_000
const MAX_BOUNDARY_OCTETS = 200
const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d

/**
 * A mail as stretches, in order and without gaps, by one pass over its lines (RFC 2046 §5.1). Nothing is decoded: it is for
 * mails that are too large for that.
 */
export function* segmentsOf(octets: Uint8Array): Generator<Segment> {
  const boundaries = new Set<string>()
  let at = 0
  while (at < octets.length) {
    const body = afterHeaders(octets, at)
    const head = partHeadOf(octets.subarray(at, Math.min(body, at + MAX_HEAD_OCTETS)))
    if (head.boundary) boundaries.add(head.boundary)
    yield { kind: 'header', octets: octets.subarray(at, body) }
    at = body
    if (head.isMessage) continue
    let kind: SegmentKind = head.kind
    let isInPart = true
    while (isInPart && at < octets.length) {
      const next = nextBoundary(octets, at, boundaries)
      const content = octets.subarray(at, next.from)
      yield { kind: kind === 'other' && beginsCalendar(content) ? 'calendar' : kind, octets: content }
      yield { kind: 'header', octets: octets.subarray(next.from, next.to) }
      at = next.to
      // What follows the last part belongs to none, until an outer part begins.
      kind = 'other'
      isInPart = next.isLast
    }
  }
}

/** Where the headers that begin here have ended, the blank line included. */
function afterHeaders(octets: Uint8Array, from: number): number {
  let at = from
  while (at < octets.length) {
    if (octets[at] === LF) return at + 1
    if (octets[at] === CR && octets[at + 1] === LF) return at + 2
    at = afterLine(octets, at)
  }
  return octets.length
}

function afterLine(octets: Uint8Array, at: number): number {
  const end = octets.indexOf(LF, at)
  return end < 0 ? octets.length : end + 1
}

type Boundary = { readonly from: number; readonly to: number; readonly isLast: boolean }

function nextBoundary(octets: Uint8Array, from: number, boundaries: ReadonlySet<string>): Boundary {
  let at = from
  while (at < octets.length) {
    const to = afterLine(octets, at)
    if (octets[at] === DASH && octets[at + 1] === DASH && to - at <= MAX_BOUNDARY_OCTETS) {
      const line = latin1(octets.subarray(at + 2, to)).trimEnd()
      if (boundaries.has(line)) return { from: at, to, isLast: false }
      if (line.endsWith('--') && boundaries.has(line.slice(0, -2))) return { from: at, to, isLast: true }
    }
    at = to
  }
  return { from: octets.length, to: octets.length, isLast: true }
}

type PartHead = {
  readonly kind: Exclude<SegmentKind, 'header'>
  readonly boundary: string | null
  /** Its body is a mail again. */
  readonly isMessage: boolean
}

function partHeadOf(octets: Uint8Array): PartHead {
  const head = latin1(octets).replace(/\r?\n[ \t]+/g, ' ')
  const line = /^content-type:[ \t]*([^\r\n]{0,2000})/im.exec(head)?.[1] ?? 'text/plain'
  const type = /^[\w.+-]{1,80}\/[\w.+-]{1,80}/.exec(line)?.[0].toLowerCase() ?? 'text/plain'
  const [, quoted, bare] = /\bboundary=(?:"([^"]{1,190})"|([^\s;"]{1,190}))/i.exec(line) ?? []
  return {
    kind: kindOf(type, head),
    boundary: type.startsWith('multipart/') ? (quoted ?? bare ?? null) : null,
    isMessage: type === 'message/rfc822',
  }
}

function kindOf(type: string, head: string): PartHead['kind'] {
  if (/calendar|\/ics$/.test(type) || /name="?[^"\r\n]{0,200}\.(?:ics|ical|vcs)\b/i.test(head))
    return 'calendar'
  if (type === 'text/html') return 'html'
  return /^(?:text|message)\//.test(type) ? 'plain' : 'other'
}

function beginsCalendar(content: Uint8Array): boolean {
  return /^\s*(?:BEGIN:VCALENDAR|QkVHSU46V)/i.test(latin1(content.subarray(0, 40)))
}

/** One for all: a mail can have half a million boundaries. */
const LATIN1 = new TextDecoder('latin1')

function latin1(octets: Uint8Array): string {
  return LATIN1.decode(octets)
}
