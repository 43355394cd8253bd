import type { PersonId } from '../ids.ts'
import { after, type Instant, MINUTE } from '../time/time.ts'
import { ALIKE_READERS, isDoubtful } from './fault.ts'
import type { Fault, SendResult } from './mail-port.ts'

/** Whether our sending works. While it is stopped all letters wait, and one is tried at `nextTryAt`. */
export type Sending = {
  readonly stoppedAt: Instant | null
  /** Failures of our sending in a row. */
  readonly failures: number
  /** Tries since it was stopped. */
  readonly tries: number
  readonly nextTryAt: Instant | null
  /** The last failure of our sending, as a code; it stays after sending works again. */
  readonly error: string | null
  readonly errorAt: Instant | null
  /** The last code that may be about us or about its reader, and the different readers in a row who got it. */
  readonly refusedAs: string | null
  readonly refusedReaders: readonly PersonId[]
}

/** One try. `lastError`: what the try before it said. `attempts` includes this one. */
export type Tried = {
  readonly result: SendResult
  readonly readerId: PersonId
  readonly attempts: number
  readonly lastError: string | null
}

export const SENDING_WORKS: Sending = {
  stoppedAt: null,
  failures: 0,
  tries: 0,
  nextTryAt: null,
  error: null,
  errorAt: null,
  refusedAs: null,
  refusedReaders: [],
}

/** One failure may be an accident; three in a row are our fault. */
const FAILURES_UNTIL_STOPPED = 3
/** So often a letter is tried that is refused while others leave. */
const TRIES_AMONG_OTHERS = 3
const PROBE_WAITS_MS = [1, 2, 5, 15].map((minutes) => minutes * MINUTE)
const LAST_PROBE_WAIT_MS = 30 * MINUTE

/**
 * A circuit breaker. It opens after three failures of our connection, sign-in or sender in a row, and when three different
 * readers in a row are refused alike. Then one letter is tried by itself after 1, 2, 5, 15, and every 30 minutes. Only what
 * shows that the relay deals with our mail closes it.
 */
export function afterTry(
  sending: Sending,
  { result, readerId }: Pick<Tried, 'result' | 'readerId'>,
  now: Instant,
): Sending {
  if (result.ok) return working(sending)
  if (isInDoubt(result) || isSurelyRefused(result)) return afterRefusal(sending, result.error, readerId, now)
  // A mailbox that rests, or a mail that may have left, says nothing about our sending, but it does not end a stop either.
  if (result.fault === 'moment' || result.isUnasked) return sending
  if (result.fault !== 'sending') return working(sending)

  const failures = sending.failures + 1
  const failed = { ...sending, failures, ...said(result.error, now) }
  return failures < FAILURES_UNTIL_STOPPED ? failed : stopped(failed, now)
}

/** Refused after MAIL FROM: one reader alone says nothing, however often he is tried. */
function afterRefusal(sending: Sending, error: string, readerId: PersonId, now: Instant): Sending {
  const before = sending.refusedAs === error ? sending.refusedReaders : []
  if (before.length >= ALIKE_READERS) return stopped({ ...sending, ...said(error, now) }, now)
  if (before.includes(readerId)) return sending
  const refusedReaders = [...before, readerId]
  const refused = { ...sending, refusedAs: error, refusedReaders }
  return refusedReaders.length < ALIKE_READERS ? refused : stopped({ ...refused, ...said(error, now) }, now)
}

function working(sending: Sending): Sending {
  const { stoppedAt, failures, refusedAs, error, errorAt } = sending
  const isClean = stoppedAt === null && failures === 0 && refusedAs === null
  return isClean ? sending : { ...SENDING_WORKS, error, errorAt }
}

function stopped(sending: Sending, now: Instant): Sending {
  if (sending.stoppedAt !== null) return sending
  return { ...sending, stoppedAt: now, tries: 0, nextTryAt: after(now, probeWait(0)) }
}

function said(error: string, now: Instant): { readonly error: string; readonly errorAt: Instant } {
  return { error: error.slice(0, 80) || 'unknown', errorAt: now }
}

/**
 * Whose fault a failed try turns out to be, given our sending before and after it. In doubt the letter waits as for a
 * better moment: either other readers are refused alike, which makes it our sending, or they get their mail, and then it is
 * this letter.
 */
export function faultOfTry(
  { result, readerId, attempts, lastError }: Tried,
  before: Sending,
  after: Sending,
): Fault | null {
  if (result.ok) return null
  if (!isInDoubt(result) && !isSurelyRefused(result)) return result.fault
  const { error } = result
  if (after.refusedAs === error && after.refusedReaders.length >= ALIKE_READERS) return 'sending'
  if (!isInDoubt(result)) return result.fault
  const isForgotten =
    before.refusedAs === null || (before.refusedAs === error && !before.refusedReaders.includes(readerId))
  return lastError === error && isForgotten && attempts >= TRIES_AMONG_OTHERS ? 'letter' : 'moment'
}

function isInDoubt({ fault, error }: Extract<SendResult, { ok: false }>): boolean {
  return (fault === 'letter' || fault === 'sending') && isDoubtful(error)
}

/**
 * A bad moment in which the mail surely did not leave. Of one reader it is a moment; of three in a row who are refused alike
 * it is the relay's, and trying all the others would tell nothing more. A mailbox that rests is its own.
 */
function isSurelyRefused({
  fault,
  mayBeHad,
  waitMs,
  isUnasked,
}: Extract<SendResult, { ok: false }>): boolean {
  return fault === 'moment' && !mayBeHad && waitMs === undefined && !isUnasked
}

/** What may be sent now: everything, nothing, or one letter by itself. */
export function maySend({ stoppedAt, nextTryAt }: Sending, now: Instant): 'all' | 'one' | 'none' {
  if (stoppedAt === null) return 'all'
  return nextTryAt === null || nextTryAt <= now ? 'one' : 'none'
}

/** Before the one letter is tried: the next one, should it fail, is tried later. So two runs do not try two. */
export function beforeProbe(sending: Sending, now: Instant): Sending {
  const tries = sending.tries + 1
  return { ...sending, tries, nextTryAt: after(now, probeWait(tries)) }
}

function probeWait(tries: number): number {
  return PROBE_WAITS_MS[tries] ?? LAST_PROBE_WAIT_MS
}
