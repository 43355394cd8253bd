import { after, type Instant, MINUTE } from '../time/time.ts'
import type { SendResult } from './mail-port.ts'

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
}

export const SENDING_WORKS: Sending = {
  stoppedAt: null,
  failures: 0,
  tries: 0,
  nextTryAt: null,
  error: null,
  errorAt: null,
}

/** One failure may be a single letter that a relay takes for spam; three letters in a row are our fault. */
const FAILURES_UNTIL_STOPPED = 3
const PROBE_WAITS_MS = [1, 2, 5, 15].map((minutes) => minutes * MINUTE)
const LAST_PROBE_WAIT_MS = 30 * MINUTE

/**
 * A circuit breaker. It opens after three failures of our sending in a row; then one letter is tried by itself after 1, 2,
 * 5, 15, and every 30 minutes. Whatever shows that the relay deals with our mail again closes it.
 */
export function afterTry(sending: Sending, result: SendResult, now: Instant): Sending {
  if (result.ok || result.fault === 'address' || result.fault === 'letter')
    return { ...SENDING_WORKS, error: sending.error, errorAt: sending.errorAt }
  // A moment's trouble says nothing about our sending, but it does not end a stop either.
  if (result.fault === 'moment') return sending

  const failures = sending.failures + 1
  const failed = { ...sending, failures, error: result.error.slice(0, 80) || 'unknown', errorAt: now }
  if (sending.stoppedAt !== null || failures < FAILURES_UNTIL_STOPPED) return failed
  return { ...failed, stoppedAt: now, tries: 0, nextTryAt: after(now, probeWait(0)) }
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
