import type { PageWords } from '../../web/words/pages/en.ts'
import { wordsFor } from '../../web/words/pages/words.ts'
import { type Listener, sentenceOf } from '../../web/words/refusals/sentence.ts'
import type { Names } from '../../web/words/refusals/telling.ts'
import type { Refusal } from '../domain/refusals.ts'

/** The HTTP status of every refusal. A new reason does not compile until it has one. */
const STATUS_OF = {
  'in-the-past': 409,
  'slot-taken': 409,
  'executive-busy': 409,
  'bad-length': 409,
  'too-soon': 409,
  'beyond-horizon': 409,
  blackout: 409,
  'outside-availability': 409,
  'outside-executive-hours': 409,
  buffer: 409,
  'day-full': 409,
  'week-full': 409,
  'hours-unknown': 409,
  'executive-hours-unknown': 409,
  'has-left': 409,
  'not-found': 404,
  'unseen-characters': 422,
  'text-too-long': 422,
  'no-file-here': 422,
  'changed-meanwhile': 409,
  'undo-over': 409,
  'changed-since': 409,
  'precondition-failed': 412,
  'not-put-back': 409,
  'id-taken': 409,
  'pairing-closed': 409,
  'already-fixed': 409,
  'no-slots': 409,
  'no-meeting-ahead': 409,
  'no-private-note': 409,
  'only-refused-left': 409,
  'plan-stopped': 503,
  'already-offered': 409,
  'offer-expired': 409,
  'option-expired': 409,
  'asked-lately': 409,
  'offer-superseded': 409,
  'offer-closed': 409,
  'already-answered': 409,
  'no-such-option': 409,
  'not-fixed': 409,
  'not-invited': 409,
  'no-such-proposal': 409,
  'already-over': 409,
  'not-over-yet': 409,
  'already-logged': 409,
  'not-logged': 409,
  'nothing-corrected': 409,
  'log-replaceable': 409,
  'stages-off': 409,
  'pulses-off': 409,
  'next-round-fixed': 409,
  'stale-sequence': 409,
  superseded: 409,
  'reporting-line': 409,
  'human-decides': 409,
  'already-paired': 409,
  'outward-words': 409,
  'words-not-neutral': 409,
  'not-first-contact': 409,
  'link-not-https': 409,
  'link-taken': 409,
  'no-link-free': 409,
  'formats-in-a-circle': 409,
  'no-such-format': 409,
  'format-unreachable': 409,
  'no-such-track': 409,
  'not-a-workshop': 409,
  'list-full': 409,
  'trips-overlap': 409,
  'length-not-offered': 409,
  'not-a-mentor': 409,
  'not-an-executive': 409,
  'not-a-manager': 409,
  'no-deputy': 409,
  'address-taken': 409,
  'next-round-open': 409,
  'not-settled': 409,
  'reason-needed': 422,
  'no-such-person': 409,
  'reporting-circle': 409,
  'letter-overtaken': 409,
  'programme-closed': 409,
  'sessions-ahead': 409,
  'already-said': 409,
  'last-manager': 409,
  'owner-stays': 409,
  'owner-resumes': 409,
  'role-in-use': 409,
  'received-before': 409,
  'settled-before': 409,
  'lines-with-errors': 409,
  'import-differs': 409,
  'programme-needed': 400,
  'day-passed': 422,
  'link-too-long': 422,
  'key-too-long': 422,
  'webhook-url': 422,
  'webhook-types': 422,
  'webhook-off': 409,
  // As where there is no such link.
  'figures-ended': 404,
  'notice-beyond-horizon': 422,
  'link-expired': 410,
  'link-ended': 410,
  'link-too-old': 403,
  'key-reads-only': 403,
  'not-by-key': 403,
  'too-many-requests': 429,
  'network-asks-too-often': 429,
} as const satisfies Readonly<Record<Refusal['reason'], number>>

export type RefusalStatus = (typeof STATUS_OF)[Refusal['reason']]

export type Explained = {
  readonly status: RefusalStatus
  readonly code: Refusal['reason']
  readonly sentence: string
}

/** HTTP status and sentence of a refusal. Pass `names` only if the reader may know both people. */
export function explain(refusal: Refusal, listener: Listener, names: Names | null = null): Explained {
  const { reason } = refusal
  return { status: STATUS_OF[reason], code: reason, sentence: sentenceOf(refusal, listener, names) }
}

/**
 * The same for a page that assistants, delegates and other readers of a calendar see: nothing of whose diary it was, until
 * when, or what the hour is for.
 */
export function explainOutside(refusal: Refusal, listener: Listener, names: Names | null = null): Explained {
  const explained = explain(refusal, listener, names)
  const said = OUTSIDE[refusal.reason]
  return said ? { ...explained, sentence: wordsFor(listener).answering.refused[said] } : explained
}

const OUTSIDE: Readonly<Partial<Record<Refusal['reason'], keyof PageWords['answering']['refused']>>> = {
  'slot-taken': 'time',
  'executive-busy': 'time',
  'has-left': 'time',
  'bad-length': 'time',
  blackout: 'time',
  'outside-availability': 'time',
  'outside-executive-hours': 'time',
  buffer: 'time',
  'day-full': 'time',
  'week-full': 'time',
  'hours-unknown': 'time',
  'executive-hours-unknown': 'time',
  'no-slots': 'times',
  'only-refused-left': 'times',
  'reporting-line': 'times',
  'pairing-closed': 'settled',
  'already-offered': 'settled',
  'already-fixed': 'settled',
  'next-round-open': 'settled',
  'not-fixed': 'settled',
  'already-over': 'settled',
  'programme-closed': 'settled',
}
