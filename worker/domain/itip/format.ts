import type { Instant } from '../time/time.ts'
import type { Party } from './message.ts'

/** RFC 5545 §3.1: 75 octets without the line break. The space of a continuation line counts. */
const MAX_LINE_OCTETS = 75

/** Content lines → an iCalendar object with CRLF. Lines are folded between characters, never inside one. */
export function formatLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) text += `${fold(line)}\r\n`
  return text
}

/** RFC 5545 §3.3.11. Control characters are removed, except line breaks and tabs. */
export function escapeText(text: string): string {
  if (!/[\\;,\p{Cc}\p{Cs}]/u.test(text)) return text
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** RFC 5545 §3.2: quoted where necessary, never backslash-escaped. A caret is encoded by RFC 6868. */
export function parameterValue(text: string): string {
  if (/^[\w .-]+$/.test(text)) return text.trim()
  const clean = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .replaceAll('^', '^^')
    .replaceAll('"', "'")
  return /[:;,]/.test(clean) ? `"${clean}"` : clean
}

/** `20270322T090000Z` (RFC 5545 §3.3.5, form 2). */
export function utc(moment: Instant): string {
  const text = new Date(moment).toISOString()
  const date = text.slice(0, 4) + text.slice(5, 7) + text.slice(8, 13)
  return `${date}${text.slice(14, 16)}${text.slice(17, 19)}Z`
}

/** Keeps the characters that RFC 3986 allows and percent-encodes all others, so that no value ends its line. */
export function uri(text: string): string {
  return text
    .toWellFormed()
    .trim()
    .replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent)
}

/** RFC 6068 §2: what would end the address, or begin something else, is percent-encoded. */
export function mailto(address: string): string {
  return `mailto:${uri(address.replace(/[%?#]/g, encodeURIComponent))}`
}

/** `CN`, if there is a name. */
export function commonName({ name }: Party): string {
  const value = parameterValue(name)
  return value ? `;CN=${value}` : ''
}

function fold(line: string): string {
  if (line.length <= MAX_LINE_OCTETS && !/[^\0-\x7f]/.test(line)) return line

  let folded = ''
  let octets = 0
  let from = 0
  for (let at = 0; at < line.length;) {
    const code = line.codePointAt(at) ?? 0
    const size = octetsOf(code)
    if (octets + size > MAX_LINE_OCTETS) {
      folded += `${line.slice(from, at)}\r\n `
      octets = 1
      from = at
    }
    octets += size
    at += size === 4 ? 2 : 1
  }
  return folded + line.slice(from)
}

function octetsOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
