/** One content line (RFC 5545 §3.1). `parameters` is raw, because most are never needed. */
export type ContentLine = { readonly name: string; readonly parameters: string; readonly value: string }

const [TAB, SPACE, QUOTE, COLON, SEMICOLON] = [0x09, 0x20, 0x22, 0x3a, 0x3b]

/** No program folds a shorter line. An invalid line after a shorter one is not its continuation. */
const FOLDED = 50

/** In these properties the last fitting colon starts the value, even if a quote is missing. */
const PERSON = /^(?:ATTENDEE|ORGANIZER)$/
const DATED = /^(?:DTSTART|DTEND|DUE|DTSTAMP|RECURRENCE-ID|EXDATE|RDATE|FREEBUSY)$/
const DATES = /:\s*(?=\d{8})[\dTZPWDHMS/,+\s-]*$/i

/**
 * Unfolds content lines, even damaged ones: any line break, empty lines inside a fold, a fold without its space, or
 * indentation. Leaves out invalid lines, a cut-off last line, and all properties but `only`.
 */
export function readLines(text: string, only: ReadonlySet<string> | null = null): ContentLine[] {
  const found: ContentLine[] = []
  const lines = linesOf(withoutIndentation(text.replace(/^[\ufeff\s]+/, '')))
  /** The last line may be cut off, so it does not continue the line before. */
  const last = lines.length - (lines.at(-1) === '' ? 1 : 0)
  let current = ''
  let index = 0
  for (const line of lines) {
    index += 1
    if (isFold(line)) current += line.slice(1)
    else if (nameEnd(line) >= 0 || isFold(lines[index])) {
      addLine(current, only, found)
      current = line
    } else if (index < last && (lines[index - 2]?.length ?? 0) >= FOLDED) current += line
  }
  if (lines.at(-1) === '' || /^END\b/i.test(current)) addLine(current, only, found)
  return found
}

/** The first value of a parameter, without quotes (RFC 5545 §3.2, RFC 6868); null if it is absent or empty. */
export function parameter(line: ContentLine, name: string): string | null {
  if (line.parameters === '') return null
  const upper = upperInPlace(line.parameters)
  for (let from = 0; ;) {
    const at = upper.indexOf(name, from)
    if (at < 0) return null
    from = at + name.length
    if (upper[from] === '=' && isBoundary(upper, at)) return parameterText(line.parameters.slice(from + 1))
  }
}

/** Upper case of the same length: “ß” would become two letters and move all that follows. */
export function upperInPlace(text: string): string {
  const upper = text.toUpperCase()
  return upper.length === text.length ? upper : text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

/** RFC 5545 §3.3.11, lenient: an unknown escape is the character itself. */
export function unescapeText(value: string): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([\s\S]?)/g, (_, escaped: string) =>
    escaped === 'n' || escaped === 'N' ? '\n' : escaped,
  )
}

/** Lines without the empty ones. A carriage return alone also ends a line. */
function linesOf(text: string): string[] {
  return text.replace(/[\r\n]+/g, '\n').split('\n')
}

/** Removes the indentation of a copied calendar, in which every line looks like a continuation. */
function withoutIndentation(text: string): string {
  if (!/^[ \t]+BEGIN:V/im.test(text) || /^BEGIN:V(?:EVENT|FREEBUSY|TIMEZONE)/im.test(text)) return text
  return text.replace(/^[ \t]+/gm, '')
}

function isFold(line: string | undefined): boolean {
  const first = line?.charCodeAt(0)
  return first === SPACE || first === TAB
}

function addLine(line: string, only: ReadonlySet<string> | null, found: ContentLine[]): void {
  const end = nameEnd(line)
  if (end < 0) return
  const written = line.slice(0, end).trimEnd()
  const name = written.slice(written.lastIndexOf('.') + 1).toUpperCase()
  if (only && !only.has(name)) return
  const rest = line.slice(end)
  const colon = valueAt(name, rest)
  if (colon >= 0) found.push({ name, parameters: rest.slice(0, colon), value: rest.slice(colon + 1).trim() })
}

/** The position of the `;` or `:` after the property's name; −1 if this is no content line. */
function nameEnd(line: string): number {
  let at = 0
  while (isNameCharacter(line.charCodeAt(at))) at += 1
  if (at === 0) return -1
  while (line.charCodeAt(at) === SPACE) at += 1
  const code = line.charCodeAt(at)
  return code === COLON || code === SEMICOLON ? at : -1
}

/** Letters, digits, and the hyphen, dot and underscore that programs use in their own names. */
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

/** The position of the colon that ends the parameters; −1 if there is none. */
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
  return trimmedValue(clean) || null
}

/** Removes what some programs put around a value: spaces, quotes, and backslashes before quotes. */
function trimmedValue(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && /[\s\\"']/.test(text.charAt(from))) from += 1
  while (from < to && /[\s\\"']/.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** Up to the closing quote, or to the end if it is missing. */
function quotedText(raw: string): string {
  const end = raw.indexOf('"', 1)
  return end < 0 ? raw.slice(1) : raw.slice(1, end)
}
