import { DAY } from '../time/time.ts'
import type { Fault } from './mail-port.ts'

/** How far an SMTP dialogue had come when the relay refused. */
export type SmtpStage =
  | 'greeting'
  | 'ehlo'
  | 'starttls'
  | 'auth'
  | 'sender'
  | 'recipient'
  | 'data'
  | 'message'

/** Who said it: a status of RFC 3463, an SMTP reply, the way to the relay, Cloudflare's binding, Cloudflare's events. */
type FaultSource = 'status' | 'smtp' | 'connection' | 'cloudflare' | 'event'

/** One row of the table; docs/interop.md has the same rows, with the reason of each. */
type FaultRow = {
  readonly source: FaultSource
  readonly said: readonly string[]
  readonly fault: Fault
  /**
   * `a day`: the address rests for a day. `alike`: about this reader or this mail, or our sending; the latter when several
   * readers in a row get it. `unknown`: the mail may have left all the same.
   */
  readonly also: 'a day' | 'alike' | 'unknown' | null
}

/** How long nothing is sent to an address that is full, or that the provider suppresses. */
export const REST_MS = DAY

/** So many different readers in a row that are refused alike: it is our sending. */
export const ALIKE_READERS = 3

const row = (
  source: FaultSource,
  fault: Fault,
  said: readonly string[],
  also: FaultRow['also'] = null,
): FaultRow => ({ source, said, fault, also })

/** Whose fault a failure is. Within a source the most exact match counts; `x` and `*` stand for any. */
export const FAULTS: readonly FaultRow[] = [
  row('status', 'address', ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']),
  row('status', 'sending', ['5.1.7', '5.1.8']),
  row('status', 'sending', ['5.1.90', '5.4.5', '4.7.28']),
  row('status', 'sending', ['5.2.252']),
  row('status', 'sending', ['5.7.x'], 'alike'),
  row('status', 'moment', ['5.2.2'], 'a day'),
  row('status', 'moment', ['5.3.1', '5.3.2', '5.4.x']),
  row('status', 'letter', ['5.2.3', '5.3.4', '5.6.x']),
  row('status', 'moment', ['4.x.x']),
  row('status', 'letter', ['5.x.x'], 'alike'),

  row('smtp', 'sending', ['greeting *', 'ehlo *', 'starttls *', 'auth *']),
  row('smtp', 'letter', ['sender 552']),
  row('smtp', 'moment', ['sender 4xx']),
  row('smtp', 'sending', ['sender 5xx']),
  row('smtp', 'moment', ['recipient 552'], 'a day'),
  row('smtp', 'address', ['recipient 556']),
  row(
    'smtp',
    'sending',
    ['recipient 503', 'recipient 521', 'recipient 530', 'recipient 535', 'data 503'],
    'alike',
  ),
  row('smtp', 'moment', ['recipient 4xx', 'data 4xx', 'message 4xx']),
  row('smtp', 'letter', ['message 552']),
  row('smtp', 'letter', ['recipient 5xx', 'data 5xx', 'message 5xx'], 'alike'),

  row('connection', 'sending', ['smtp-name-not-found', 'smtp-refused', 'smtp-timeout', 'smtp-closed']),
  row('connection', 'sending', ['smtp-certificate', 'smtp-no-tls', 'smtp-spoke-too-soon']),
  row('connection', 'sending', ['smtp-no-auth', 'smtp-gibberish', 'smtp-too-much']),
  row('connection', 'letter', ['smtp-bad-address']),
  row('connection', 'moment', [
    ...['smtp-sender-timeout', 'smtp-recipient-timeout', 'smtp-data-timeout'],
    ...['smtp-sender-closed', 'smtp-recipient-closed', 'smtp-data-closed'],
  ]),
  row('connection', 'moment', ['smtp-message-timeout', 'smtp-message-closed'], 'unknown'),

  row('cloudflare', 'sending', ['E_SENDER_NOT_VERIFIED', 'E_SENDER_DOMAIN_NOT_AVAILABLE']),
  row('cloudflare', 'sending', ['E_RECIPIENT_NOT_ALLOWED'], 'alike'),
  row('cloudflare', 'sending', ['E_RATE_LIMIT_EXCEEDED', 'E_DAILY_LIMIT_EXCEEDED']),
  row('cloudflare', 'moment', ['E_RECIPIENT_SUPPRESSED'], 'a day'),
  row('cloudflare', 'letter', ['E_CONTENT_TOO_LARGE', 'E_TOO_MANY_RECIPIENTS']),
  row('cloudflare', 'letter', ['E_VALIDATION_ERROR', 'E_FIELD_MISSING']),
  row('cloudflare', 'letter', [
    ...[
      'E_HEADER_NOT_ALLOWED',
      'E_HEADER_USE_API_FIELD',
      'E_HEADER_VALUE_INVALID',
      'E_HEADER_VALUE_TOO_LONG',
    ],
    ...['E_HEADER_NAME_INVALID', 'E_HEADERS_TOO_LARGE', 'E_HEADERS_TOO_MANY'],
  ]),
  row('cloudflare', 'moment', ['E_DELIVERY_FAILED', 'E_INTERNAL_SERVER_ERROR', 'E_TIMEOUT', '*'], 'unknown'),

  row('event', 'moment', ['rejected suppressed'], 'a day'),
  row('event', 'letter', ['rejected *', 'failed *']),
]

/** Whose fault it was, how long the address rests at least, and whether several readers alike would be our sending. */
export type Verdict = {
  readonly fault: Fault
  readonly waitMs?: number
  readonly isDoubtful: boolean
  readonly mayBeHad: boolean
}

/** A reply of the relay (RFC 5321 §4.2) with its status, if it gave one. Its words are never needed. */
export function faultOfReply(stage: SmtpStage, code: number, status: string | null): Verdict {
  const counts = status !== null && isAboutReader(stage) && status[0] === `${code}`[0]
  const byStatus = counts ? found('status', exactly(status)) : null
  const byCode = [`${stage} ${code}`, `${stage} ${Math.floor(code / 100)}xx`, `${stage} *`]
  return verdict(byStatus ?? found('smtp', byCode))
}

/** A report that a mail of ours did not arrive, by its status (RFC 3463, RFC 5248). */
export function faultOfStatus(status: string | null): Verdict {
  const code = status ?? '5.0.0'
  return verdict(found('status', [...exactly(code), `${code[0]}.x.x`]))
}

/** A dialogue that ended without a reply. */
export function faultOfConnection(error: string): Verdict {
  return verdict(found('connection', [error]))
}

/** An error of Cloudflare's `send_email` binding. */
export function faultOfBinding(error: string): Verdict {
  return verdict(found('cloudflare', [error, '*']))
}

/** An event of Cloudflare's Email Sending about a message that was not delivered; a bounce goes by its status. */
export function faultOfEvent(kind: 'rejected' | 'failed', reason: string | null): Verdict {
  return verdict(found('event', [`${kind} ${reason}`, `${kind} *`]))
}

/**
 * Whether this code, as a port gives it, may be about one reader or mail as well as about our sending: then those who come
 * after have to say which.
 */
export function isDoubtful(error: string): boolean {
  const [, named, code, status = null] = SMTP_CODE.exec(error) ?? []
  const stage = ABOUT_READER.find((each) => each === named)
  return stage ? faultOfReply(stage, Number(code), status).isDoubtful : faultOfBinding(error).isDoubtful
}

const ABOUT_READER = ['recipient', 'data', 'message'] as const satisfies readonly SmtpStage[]
const SMTP_CODE = /^smtp-([a-z]+)-(\d{3})(?:-(\d\.\d{1,3}\.\d{1,3}))?$/

/** The relay speaks of this reader or this mail, and not of its dialogue with us. */
function isAboutReader(stage: SmtpStage): boolean {
  return ABOUT_READER.some((each) => each === stage)
}

function exactly(status: string): readonly string[] {
  return [status, status.replace(/\.\d+$/, '.x')]
}

function found(source: FaultSource, keys: readonly string[]): FaultRow | null {
  const rows = FAULTS.filter((each) => each.source === source)
  for (const key of keys) {
    const match = rows.find(({ said }) => said.includes(key))
    if (match) return match
  }
  return null
}

/** What nobody foresaw is of the moment, and the mail may have left. */
function verdict(match: FaultRow | null): Verdict {
  if (!match) return { fault: 'moment', isDoubtful: false, mayBeHad: true }
  return {
    fault: match.fault,
    ...(match.also === 'a day' && { waitMs: REST_MS }),
    isDoubtful: match.also === 'alike',
    mayBeHad: match.also === 'unknown',
  }
}
