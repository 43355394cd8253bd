import type { PersonId, ReceivedId, SessionId } from '../ids.ts'
import { noteAround } from '../itip/notes.ts'
import type { Refusal } from '../refusals.ts'
import type { Partstat } from '../session/session.ts'
import { fromIso, instant, type Instant } from '../time/time.ts'

/** `waiting` needs a human; `history` was understood but came too late. */
export type ReceivedState = 'applied' | 'history' | 'ignored' | 'waiting' | 'settled'

/** What became of a mail, and why: a code. */
export type Settled = { readonly state: ReceivedState; readonly why: string }

/** A mail as it is kept. The fingerprint says which mail it is: a second copy has the same. */
export type Arrived = {
  readonly id: ReceivedId
  readonly fingerprint: string
  readonly at: Instant
  readonly personId: PersonId | null
  readonly sessionId: SessionId | null
  readonly class: string
  readonly reading: unknown
  readonly state: ReceivedState
  readonly why: string | null
}

/** One change of what we keep of mails: one arrives, or a person settles one that waited. */
export type ReceivedStep =
  | { readonly kind: 'arrived'; readonly mail: Arrived }
  | { readonly kind: 'settled'; readonly id: ReceivedId; readonly byId: PersonId; readonly at: Instant }

/** An answer that came too late, or to an older revision, is history. Any other refusal waits for a human. */
export function settledAfter({ reason }: Refusal): Settled {
  return { state: HISTORY.includes(reason) ? 'history' : 'waiting', why: reason }
}

/**
 * Words of a person are shown, whatever became of the calendar beside them. `isKept`: they stand with what the mail led to.
 */
export function shownWith(settled: Settled, words: string | null, isKept = false): Settled {
  if (words === null || isKept || settled.state === 'waiting') return settled
  return { state: 'waiting', why: settled.state === 'applied' ? 'answered' : settled.why }
}

const HISTORY: readonly Refusal['reason'][] = [
  'already-over',
  'stale-sequence',
  'superseded',
  'not-fixed',
  'programme-closed',
]

/** What a human must see of a waiting mail. */
export type MailWords = {
  readonly from: string | null
  readonly fromName: string | null
  readonly subject: string | null
  readonly text: string
  readonly partstat: Partstat | null
  /** The address that the sender delegates to. */
  readonly delegatedTo: string | null
  readonly proposed: Instant | null
}

/** Reads the stored mail. Fields that are gone are empty. */
export function wordsOfMail(reading: unknown): MailWords {
  const proposed = partOf(partOf(reading, 'proposed'), 'start')
  return {
    from: textIn(reading, 'from'),
    fromName: textIn(reading, 'fromName'),
    subject: textIn(reading, 'subject'),
    text: textOf(reading),
    partstat: PARTSTATS.find((each) => each === partOf(reading, 'partstat')) ?? null,
    delegatedTo: textIn(reading, 'delegatedTo'),
    proposed:
      typeof proposed === 'number'
        ? instant(proposed)
        : typeof proposed === 'string'
          ? fromIso(proposed)
          : null,
  }
}

/** The calendar's comment and the mail's words, each once. What a program wrote beside a comment says nothing more. */
function textOf(reading: unknown): string {
  const comment = textIn(reading, 'comment')
  const text = textIn(reading, 'text') ?? ''
  if (comment === null) return text
  const kind = textIn(reading, 'class')
  const isAnswer = kind === 'reply' || kind === 'counter' || kind === 'refresh'
  const around = isAnswer
    ? (noteAround(text, { class: kind, prodid: textIn(reading, 'prodid') }) ?? '')
    : text
  if (says(comment, around)) return comment
  return says(around, comment) ? around : `${comment}\n\n${around}`
}

function says(whole: string, part: string): boolean {
  return lettersOf(whole).includes(lettersOf(part))
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

const PARTSTATS: readonly Partstat[] = ['ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED']

export function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

/** A text of the stored mail; null if it is absent or empty. */
export function textIn(value: unknown, name: string): string | null {
  const found = partOf(value, name)
  return typeof found === 'string' && found !== '' ? found : null
}
