import type { Parts } from './read-parts.ts'

/** Mail of ours that did not arrive. */
export type Bounce = {
  readonly recipient: string | null
  /** `5.1.1` (RFC 3463). */
  readonly status: string | null
  readonly diagnostic: string | null
  readonly kind: 'permanent' | 'transient'
  /** Message-ID of the mail that came back. */
  readonly about: string | null
}

const ADDRESS = /[^\s@<>"'(),:;]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/i

/** RFC 3464, or what servers without it write. Null for a mail that is no bounce, a report of success included. */
export function bounceOf(parts: Parts): Bounce | null {
  if (parts.deliveryStatus !== null) return fromReport(parts.deliveryStatus, parts)
  const failed = headerOf(parts, 'x-failed-recipients')
  return failed || isFromServer(parts) ? fromWords(parts, failed) : null
}

function fromReport(report: string, parts: Parts): Bounce | null {
  const blocks = report.split(/\r?\n(?:[ \t]*\r?\n)+/).map(fields)
  const block = blocks.find((each) => /^(?:failed|delayed)/i.test(each.get('action') ?? ''))
  if (!block) return blocks.some((each) => each.has('action')) ? null : fromWords(parts, null)

  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(block.get('status') ?? '')?.[0] ?? null
  const delayed = /^delayed/i.test(block.get('action') ?? '')
  return {
    recipient: addressIn(block.get('original-recipient')) ?? addressIn(block.get('final-recipient')),
    status,
    diagnostic:
      block
        .get('diagnostic-code')
        ?.replace(/^\s*[\w-]+\s*;\s*/, '')
        .slice(0, 500) ?? null,
    kind: delayed || status?.startsWith('4') ? 'transient' : 'permanent',
    about: returnedId(parts),
  }
}

/** qmail, Exim, Notes and old Exchange: a letter for people, in which the code and the address still stand. */
function fromWords(parts: Parts, failed: string | null): Bounce {
  const text = parts.text.slice(0, 20_000)
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null
  const code = status ?? /(?:^|[\s:])([45]\d\d)[ -]/.exec(text)?.[1] ?? null
  const line = code === null ? null : text.split('\n').find((each) => each.includes(code))
  return {
    recipient: addressIn(failed ?? undefined) ?? addressIn(text),
    status,
    diagnostic: line?.trim().slice(0, 500) || null,
    kind: code?.startsWith('4') ? 'transient' : 'permanent',
    about: returnedId(parts),
  }
}

function isFromServer(parts: Parts): boolean {
  const from = parts.email.from?.address ?? ''
  if (!/^(?:mailer-?daemon|mail-?daemon|postmaster)@/i.test(from)) return false
  return (
    /^mail/i.test(from) ||
    headerOf(parts, 'return-path') === '<>' ||
    headerOf(parts, 'auto-submitted') !== null
  )
}

function returnedId({ returned, text }: Parts): string | null {
  return /^message-id:\s*(<[^<>\s]{1,250}>)/im.exec(returned ?? text)?.[1] ?? null
}

function fields(block: string): Map<string, string> {
  const lines = block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':')
      return colon < 0
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
    }),
  )
}

function addressIn(text: string | undefined): string | null {
  return ADDRESS.exec(text ?? '')?.[0].toLowerCase() ?? null
}

function headerOf({ headers }: Parts, name: string): string | null {
  return headers.find(({ key }) => key === name)?.value.trim() ?? null
}
