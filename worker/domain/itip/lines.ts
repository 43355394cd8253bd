/** One content line (RFC 5545 §3.1) as far as it could be read; `parameters` is raw, since most are never asked for. */
export type Line = { readonly name: string; readonly parameters: string; readonly value: string }

/** Some cannot hold a colon unless it parts the value from what stands before, whatever quotes were forgotten. */
const PERSON = /^(?:ATTENDEE|ORGANIZER)$/
const DATED = /^(?:DTSTART|DTEND|DUE|DTSTAMP|RECURRENCE-ID|EXDATE|RDATE|FREEBUSY)$/
const DATES = /:\s*(?=\d{8})[\dTZPWDHMS/,+\s-]*$/i

/**
 * The content lines of a calendar, unfolded, whatever was done to them on the way: any line break, an empty line in a
 * fold, a fold whose space was lost, all of it indented. What is no content line is left out.
 */
export function readLines(text: string): Line[] {
  const found: Line[] = []
  for (const line of unfold(text)) {
    const read = readLine(line)
    if (read) found.push(read)
  }
  return found
}

/** The first value of a parameter, without quotes (RFC 5545 §3.2, RFC 6868); null where it is absent or empty. */
export function parameter(line: Line, name: string): string | null {
  if (line.parameters === '') return null
  const upper = line.parameters.toUpperCase()
  for (let from = 0; ;) {
    const at = upper.indexOf(name, from)
    if (at < 0) return null
    from = at + name.length
    if (upper[from] === '=' && isBoundary(upper, at)) return parameterText(line.parameters.slice(from + 1))
  }
}

/** RFC 5545 §3.3.11, forgiving: an escape that does not exist is the character itself. */
export function unescapeText(value: string): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([\s\S]?)/g, (_, escaped: string) =>
    escaped === 'n' || escaped === 'N' ? '\n' : escaped,
  )
}

function unfold(text: string): string[] {
  const unfolded: string[] = []
  let current = ''
  for (const line of dedented(text).split(/[\r\n]+/)) {
    if (line.startsWith(' ') || line.startsWith('\t')) current += line.slice(1)
    else if (!isContentLine(line)) current += line
    else {
      unfolded.push(current)
      current = line
    }
  }
  unfolded.push(current)
  return unfolded
}

/** A calendar copied out of a program with its indentation, where every line looks like a continuation. */
function dedented(text: string): string {
  if (!/^[ \t]+BEGIN:V/im.test(text) || /^BEGIN:V(?:EVENT|FREEBUSY|TIMEZONE)/im.test(text)) return text
  return text.replace(/^[ \t]+/gm, '')
}

function isContentLine(line: string): boolean {
  return /^[A-Za-z][\w.-]*\s*[;:]/.test(line)
}

function readLine(line: string): Line | null {
  const match = /^\s*([A-Za-z][\w.-]*)\s*(?=[;:])/.exec(line)
  if (!match?.[1]) return null
  const name = match[1].slice(match[1].lastIndexOf('.') + 1).toUpperCase()
  const rest = line.slice(match[0].length)
  const colon = valueAt(name, rest)
  return colon < 0 ? null : { name, parameters: rest.slice(0, colon), value: rest.slice(colon + 1).trim() }
}

/** Where the colon stands that ends the parameters; −1 where there is none. */
function valueAt(name: string, rest: string): number {
  if (rest.startsWith(':')) return 0
  if (PERSON.test(name)) {
    const mailto = rest.toLowerCase().lastIndexOf(':mailto:')
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
    if (code === 0x22) quoted = !quoted
    else if (code === 0x3a && !quoted) return at
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
