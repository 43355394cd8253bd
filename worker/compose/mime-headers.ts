import { isWritable } from '../domain/people/address.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Mailbox } from './mailbox.ts'
import { Unwritable } from './unwritable.ts'

/** RFC 5322 §2.1.1 recommends 78; RFC 2047 §2 allows at most 76 for a line with an encoded word. */
const MAX_HEADER_LINE = 76
/** Octets per encoded word, so that its base64, its frame and the longest header name fit on one line. */
const ENCODED_WORD_OCTETS = 36

/** `From: "Nadia H. via Northwind" <…>`; the address goes on a second line if both together are too long. */
export function mailbox(header: string, { address, name }: Mailbox): string {
  const shown = displayName(name)
  if (!shown) return addressHeader(header, address)
  const first = `${header}: ${shown}`
  const last = `<${plainAddress(address)}>`
  const room = MAX_HEADER_LINE - (first.length - first.lastIndexOf('\n') - 1)
  return last.length < room ? `${first} ${last}` : `${first}\r\n ${last}`
}

export function addressHeader(header: string, address: string): string {
  return `${header}: ${plainAddress(address)}`
}

/** An unstructured header: short ASCII as it is, anything else in encoded words (RFC 2047). */
export function textHeader(header: string, text: string): string {
  const line = oneLine(text)
  const plain = isAscii(line) && !line.includes('=?') && header.length + 2 + line.length <= MAX_HEADER_LINE
  return `${header}: ${plain ? line : encodedWords(line)}`
}

/** A header of tokens, folded at spaces. */
export function extraHeader(header: string, value: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(header)) throw new Unwritable('unwritable-header')
  const line = oneLine(value)
  if (!isAscii(line)) return textHeader(header, line)

  let folded = `${header}:`
  let column = folded.length
  for (const word of line.split(' ')) {
    const fits = column + 1 + word.length <= MAX_HEADER_LINE || column <= header.length + 1
    folded += fits ? ` ${word}` : `\r\n ${word}`
    column = fits ? column + 1 + word.length : 1 + word.length
  }
  return folded
}

export function messageIdHeader(messageId: string): string {
  if (!/^<[^\s<>@]+@[^\s<>@]+>$/.test(messageId) || !isAscii(messageId))
    throw new Unwritable('unwritable-header')
  return `Message-ID: ${messageId}`
}

/** `Mon, 22 Mar 2027 09:00:00 +0000`. */
export function dateHeader(moment: Instant): string {
  return `Date: ${new Date(moment).toUTCString().replace('GMT', '+0000')}`
}

function displayName(name: string): string {
  const line = oneLine(name)
  if (!isAscii(line) || line.includes('=?') || line.length > 60) return encodedWords(line)
  return /^[A-Za-z0-9 ]*$/.test(line) ? line : `"${line.replace(/["\\]/g, '\\$&')}"`
}

/** The addresses that every entry accepts, in the form in which they are stored. Any other throws; it is never altered. */
function plainAddress(address: string): string {
  if (!isWritable(address.toLowerCase())) throw new Unwritable('unwritable-address')
  return address
}

function encodedWords(line: string): string {
  return chunks(line)
    .map((chunk) => `=?utf-8?B?${btoa(chunk)}?=`)
    .join('\r\n ')
}

/** UTF-8 as a string of one character per octet, cut between characters. */
function chunks(line: string): string[] {
  const found: string[] = []
  let chunk = ''
  for (const character of line) {
    const octets = String.fromCharCode(...new TextEncoder().encode(character))
    if (chunk.length + octets.length > ENCODED_WORD_OCTETS) {
      found.push(chunk)
      chunk = ''
    }
    chunk += octets
  }
  return chunk ? [...found, chunk] : found
}

/** Replaces line breaks and other controls with a space, so that no text can end its header. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

function isAscii(text: string): boolean {
  return !/[^\x20-\x7e]/.test(text)
}
