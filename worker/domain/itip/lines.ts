/** One content line (RFC 5545 §3.1) as far as it could be read; `parameters` is raw, since most are never asked for. */
export type Line = { readonly name: string; readonly parameters: string; readonly value: string }

const [TAB, SPACE, QUOTE, COLON, SEMICOLON] = [0x09, 0x20, 0x22, 0x3a, 0x3b]

/** No program folds a shorter line: what follows one and is no content line is no part of it either. */
const FOLDED = 50

/** Some cannot hold a colon unless it parts the value from what stands before, whatever quotes were forgotten. */
const PERSON = /^(?:ATTENDEE|ORGANIZER)$/
const DATED = /^(?:DTSTART|DTEND|DUE|DTSTAMP|RECURRENCE-ID|EXDATE|RDATE|FREEBUSY)$/
const DATES = /:\s*(?=\d{8})[\dTZPWDHMS/,+\s-]*$/i

/**
 * The content lines of a calendar, unfolded, whatever was done to them on the way: any line break, an empty line in a
 * fold, a fold whose space was lost, all of it indented. What is no content line is left out, what was cut off before its
 * end, and all but `only`.
 */
export function readLines(text: string, only: ReadonlySet<string> | null = null): Line[] {
  const found: Line[] = []
  const lines = linesOf(dedented(text.replace(/^[\ufeff\s]+/, '')))
  /** What stands there may be cut off, and is no part of the line before. */
  const last = lines.length - (lines.at(-1) === '' ? 1 : 0)
  let current = ''
  let index = 0
  for (const line of lines) {
    index += 1
    if (isFold(line)) current += line.slice(1)
    else if (nameEnd(line) >= 0 || isFold(lines[index])) {
      take(current, only, found)
      current = line
    } else if (index < last && (lines[index - 2]?.length ?? 0) >= FOLDED) current += line
  }
  if (lines.at(-1) === '' || /^END\b/i.test(current)) take(current, only, found)
  return found
}

/** The first value of a parameter, without quotes (RFC 5545 §3.2, RFC 6868); null where it is absent or empty. */
export function parameter(line: Line, name: string): string | null {
  if (line.parameters === '') return null
  const upper = upperInPlace(line.parameters)
  for (let from = 0; ;) {
    const at = upper.indexOf(name, from)
    if (at < 0) return null
    from = at + name.length
    if (upper[from] === '=' && isBoundary(upper, at)) return parameterText(line.parameters.slice(from + 1))
  }
}

/** In upper case, each character where it was: “ß” would become two letters, and all after it be found one too far. */
export function upperInPlace(text: string): string {
  const upper = text.toUpperCase()
  return upper.length === text.length ? upper : text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

/** RFC 5545 §3.3.11, forgiving: an escape that does not exist is the character itself. */
export function unescapeText(value: string): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([\s\S]?)/g, (_, escaped: string) =>
    escaped === 'n' || escaped === 'N' ? '\n' : escaped,
  )
}

/** Without empty ones; a carriage return alone ends a line too. */
function linesOf(text: string): string[] {
  return text.replace(/[\r\n]+/g, '\n').split('\n')
}

/** A calendar copied out of a program with its indentation, where every line looks like a continuation. */
function dedented(text: string): string {
  if (!/^[ \t]+BEGIN:V/im.test(text) || /^BEGIN:V(?:EVENT|FREEBUSY|TIMEZONE)/im.test(text)) return text
  return text.replace(/^[ \t]+/gm, '')
}

function isFold(line: string | undefined): boolean {
  const first = line?.charCodeAt(0)
  return first === SPACE || first === TAB
}

function take(line: string, only: ReadonlySet<string> | null, found: Line[]): void {
  const end = nameEnd(line)
  if (end < 0) return
  const written = line.slice(0, end).trimEnd()
  const name = written.slice(written.lastIndexOf('.') + 1).toUpperCase()
  if (only && !only.has(name)) return
  const rest = line.slice(end)
  const colon = valueAt(name, rest)
  if (colon >= 0) found.push({ name, parameters: rest.slice(0, colon), value: rest.slice(colon + 1).trim() })
}

/** Where the `;` or `:` after a property's name stands; −1 for what is no content line. */
function nameEnd(line: string): number {
  let at = 0
  while (isNameCharacter(line.charCodeAt(at))) at += 1
  if (at === 0) return -1
  while (line.charCodeAt(at) === SPACE) at += 1
  const code = line.charCodeAt(at)
  return code === COLON || code === SEMICOLON ? at : -1
}

/** Letters, digits, and the hyphen, dot and underscore that programs put into names of their own. */
function isNameCharacter(code: number): boolean {
  const letter = code | 0x20
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x5f
  )
}

/** Where the colon stands that ends the parameters; −1 where there is none. */
function valueAt(name: string, rest: string): number {
  if (rest.startsWith(':')) return 0
  if (PERSON.test(name)) {
    const mailto = upperInPlace(rest).lastIndexOf(':MAILTO:')
    if (mailto >= 0) return mailto
  }
  const dates = DATED.test(name) ? rest.search(DATES) : -1
  if (dates >= 0) return dates
  const colon = unquotedColon(rest)
  return colon < 0 ? rest.indexOf(':') : colon
}

function unquotedColon(rest: string): number {
  let quoted = false
  for (let at = 0; at < rest.length; at += 1) {
    const code = rest.charCodeAt(at)
    if (code === QUOTE) quoted = !quoted
    else if (code === COLON && !quoted) return at
  }
  return -1
}

function isBoundary(text: string, at: number): boolean {
  return /[;\s]/.test(text.charAt(at - 1))
}

function parameterText(raw: string): string | null {
  const text = raw.startsWith('"') ? quotedText(raw) : (/^[^;]*/.exec(raw)?.[0] ?? '')
  const clean = text.replace(/\^([n^'])/g, (_, code: string) =>
    code === 'n' ? '\n' : code === '^' ? '^' : '"',
  )
  return unwrapped(clean) || null
}

/** Without what some programs put around a value: blanks, quotes, and backslashes before quotes. */
function unwrapped(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && /[\s\\"']/.test(text.charAt(from))) from += 1
  while (from < to && /[\s\\"']/.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** Up to the closing quote, or to the end where it was forgotten. */
function quotedText(raw: string): string {
  const end = raw.indexOf('"', 1)
  return end < 0 ? raw.slice(1) : raw.slice(1, end)
}
