import type { Instant } from '../domain/time/time.ts'
import type { Mailbox } from './mailbox.ts'
import {
  addressHeader,
  dateHeader,
  extraHeader,
  mailbox,
  messageIdHeader,
  textHeader,
} from './mime-headers.ts'

/** The content of one mail. The same content gives the same octets (RFC 5322, RFC 2045). */
export type MimeMail = {
  readonly from: Mailbox
  readonly to: Mailbox
  /** Only the address. */
  readonly replyTo: string
  readonly subject: string
  readonly date: Instant
  /** With angle brackets. */
  readonly messageId: string
  readonly text: string
  readonly html: string
  /** An iCalendar object and its METHOD, which the Content-Type must repeat (RFC 6047 §2.4). */
  readonly calendar: { readonly method: string; readonly content: string } | null
  /** Further headers, such as `Auto-Submitted`. */
  readonly headers: Readonly<Record<string, string>>
}

type Part = { readonly headers: readonly string[]; readonly body: string }

/** The raw message in ASCII with CRLF. Throws `Unwritable` for an address, id or header name that cannot be written. */
export function writeMail(mail: MimeMail): string {
  const body = mail.calendar ? withCalendar(mail, mail.calendar) : alternatives(mail, [])
  const headers = [
    mailbox('From', mail.from),
    mailbox('To', mail.to),
    addressHeader('Reply-To', mail.replyTo),
    textHeader('Subject', mail.subject),
    dateHeader(mail.date),
    messageIdHeader(mail.messageId),
    ...Object.entries(mail.headers).map(([name, value]) => extraHeader(name, value)),
    'MIME-Version: 1.0',
  ]
  return render({ headers: [...headers, ...body.headers], body: body.body })
}

/** The calendar twice: clients show the last alternative as an invite; the attachment is for all other programs. */
function withCalendar(mail: MimeMail, { method, content }: { method: string; content: string }): Part {
  const token = method.replace(/[^A-Za-z-]/g, '')
  const alternative = base64Part([`Content-Type: text/calendar; charset=utf-8; method=${token}`], content)
  const attachment = base64Part(
    [
      'Content-Type: application/ics; name="invite.ics"',
      'Content-Disposition: attachment; filename="invite.ics"',
    ],
    content,
  )
  return multipart('mixed', mail.messageId, [alternatives(mail, [alternative]), attachment])
}

function alternatives(mail: MimeMail, more: readonly Part[]): Part {
  return multipart('alternative', mail.messageId, [
    base64Part(['Content-Type: text/plain; charset=utf-8'], mail.text),
    base64Part(['Content-Type: text/html; charset=utf-8'], mail.html),
    ...more,
  ])
}

/**
 * Every part is base64, whose lines never begin with a hyphen, so the boundary cannot occur in a part. It is a run of
 * hexadecimals, as many programs write one: a form of our own would mark each of our mails.
 */
function multipart(kind: 'mixed' | 'alternative', messageId: string, parts: readonly Part[]): Part {
  const boundary = `${'0'.repeat(12)}${fingerprint(`${kind} ${messageId}`)}${fingerprint(`${messageId} ${kind}`)}`
  const body = parts.map((part) => `--${boundary}\r\n${render(part)}\r\n`).join('')
  return {
    headers: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    body: `${body}--${boundary}--`,
  }
}

function base64Part(headers: readonly string[], content: string): Part {
  const octets = new TextEncoder().encode(content.replace(/\r\n?|\n/g, '\r\n'))
  const base64 = toBase64(octets)
  return {
    headers: [...headers, 'Content-Transfer-Encoding: base64'],
    body: (base64.match(/.{1,76}/g) ?? []).join('\r\n'),
  }
}

function render({ headers, body }: Part): string {
  return `${headers.join('\r\n')}\r\n\r\n${body}`
}

function toBase64(octets: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < octets.length; from += 8192)
    binary += String.fromCharCode(...octets.subarray(from, from + 8192))
  return btoa(binary)
}

/** FNV-1a, 32 bits: the same mail always gets the same boundary, two mails rarely do. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
