import type { Parts } from './read-parts.ts'

/** A mail of ours that could not be delivered. */
export type Bounce = {
  readonly recipient: string | null
  /** Every address that prose names, the likeliest first: it does not say which of them it is about. */
  readonly named: readonly string[]
  /** `5.1.1` (RFC 3463). */
  readonly status: string | null
  readonly diagnostic: string | null
  readonly kind: 'permanent' | 'transient'
  /** `failed`: nobody tries any more. `delayed`: the server still does. */
  readonly action: 'failed' | 'delayed'
  /** Message-ID of the mail that was returned. */
  readonly about: string | null
}

const ADDRESS = /[^\s@<>"'(),:;]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/i
const EVERY_ADDRESS = new RegExp(ADDRESS, 'gi')

/** RFC 3464, or the prose of servers without it. Null for a mail that is no bounce, also for a report of success. */
export function bounceOf(parts: Parts): Bounce | null {
  if (parts.deliveryStatus !== null) return fromReport(parts.deliveryStatus, parts)
  const failed = headerOf(parts, 'x-failed-recipients')
  return failed || isFromServer(parts) ? fromWords(parts, failed) : null
}

function fromReport(report: string, parts: Parts): Bounce | null {
  const blocks = blocksOf(report)
  const block = blocks.find((each) => /^(?:failed|delayed|expired)/i.test(each.get('action') ?? ''))
  if (!block) return blocks.some((each) => each.has('action')) ? null : fromWords(parts, null)

  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(block.get('status') ?? '')?.[0] ?? null
  const delayed = /^delayed/i.test(block.get('action') ?? '')
  return {
    recipient: addressIn(block.get('original-recipient')) ?? addressIn(block.get('final-recipient')),
    named: [],
    status,
    diagnostic:
      block
        .get('diagnostic-code')
        ?.replace(/^\s*[\w-]+\s*;\s*/, '')
        .slice(0, 500) ?? null,
    kind: delayed || status?.startsWith('4') ? 'transient' : 'permanent',
    action: delayed ? 'delayed' : 'failed',
    about: returnedId(parts),
  }
}

/** qmail, Exim, Notes and old Exchange write prose, but the code and the address are in it. */
function fromWords(parts: Parts, failed: string | null): Bounce {
  const text = parts.text.slice(0, 20_000)
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null
  const code = status ?? /(?:^|[\s:])([45]\d\d)[ -]/.exec(text)?.[1] ?? null
  const line = code === null ? null : text.split('\n').find((each) => each.includes(code))
  const named = addressesNamed(`${failed ?? ''} ${text} ${parts.body().slice(0, 20_000)}`, parts)
  return {
    recipient: named[0] ?? null,
    named,
    status,
    diagnostic: line?.trim().slice(0, 500) || null,
    kind: code?.startsWith('4') || (!code && DELAY.test(text)) ? 'transient' : 'permanent',
    action: DELAY.test(text) ? 'delayed' : 'failed',
    about: returnedId(parts),
  }
}

/** Some names are proof; others need words of failure too, because a person or another machine may have that name. */
function isFromServer(parts: Parts): boolean {
  const from = headerOf(parts, 'from') ?? ''
  if (/\bmail(?:er)?-?daemon\b/i.test(from)) return true
  if (/^multipart\/report\b.*delivery-status/is.test(headerOf(parts, 'content-type') ?? '')) return true

  const postmaster = /\bpost[_-]?master@/i.test(from)
  const hasNullSender = /^<(?:mailer-?daemon\b[^>]*)?>$/i.test(headerOf(parts, 'return-path') ?? '')
  if (postmaster && (hasNullSender || headerOf(parts, 'auto-submitted') !== null)) return true
  return (postmaster || hasNullSender) && FAILURE.test(parts.text.slice(0, 20_000))
}

const FAILURE =
  /undeliver|(?:not|unable to)(?: be| been)? deliver|deliver(?:y|ing|ed)? (?:has |have |was )?(?:been )?(?:failed|failure|aborted)|did not reach|returned mail|unknown user|user unknown|no such user|invalid .{0,20}userid|trouble delivering|expired/i
const DELAY =
  /\bdelayed\b|\bwill (?:be retried|retry|keep|continue)\b|\bstill trying\b|\bnot yet been delivered\b/i

/** In the part that returns our mail, else in what is quoted of it, indented or marked, or set below as it was. */
function returnedId({ returned, text, body }: Parts): string | null {
  for (const place of returned === null ? [text, body()] : [returned]) {
    const id = /^[>|\s]{0,20}message-id:[>|\s]{0,20}(<[^<>\s]{1,250}>)/im.exec(place)?.[1]
    if (id) return id
  }
  return null
}

const MAX_NAMED = 20

/** Neither who writes this, nor to whom, nor where help is to be had. */
function addressesNamed(text: string, { email }: Parts): readonly string[] {
  const aside = new Set([email.from?.address, ...(email.to ?? []).map(({ address }) => address)])
  const found = Array.from(text.matchAll(EVERY_ADDRESS), ([address]) => address.toLowerCase())
  return [...new Set(found)]
    .filter((address) => !aside.has(address) && !/^(?:post[_-]?master|mailer-?daemon|abuse)@/.test(address))
    .slice(0, MAX_NAMED)
}

/** The fields for each recipient. A blank line separates two recipients (RFC 3464 §2.1), or only a repeated name. */
function blocksOf(report: string): Map<string, string>[] {
  const blocks = [new Map<string, string>()]
  for (const line of report.replace(/\r?\n[ \t]+(?=\S)/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (line.trim() === '' || blocks.at(-1)?.has(name)) blocks.push(new Map())
    if (colon > 0) blocks.at(-1)?.set(name, line.slice(colon + 1).trim())
  }
  return blocks
}

function addressIn(text: string | undefined): string | null {
  return ADDRESS.exec(text ?? '')?.[0].toLowerCase() ?? null
}

function headerOf({ headers }: Parts, name: string): string | null {
  return headers.find(({ key }) => key === name)?.value.trim() ?? null
}
