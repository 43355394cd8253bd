import { after, HOUR, type Instant, latest, MINUTE } from '../time/time.ts'
import type { Fault, SendResult } from './mail-port.ts'

/** Back-off: the waits between tries. After the last one the letter has failed, and a person sees it. */
const BACK_OFF_MS = [1, 2, 5, 15, 30]
  .map((minutes) => minutes * MINUTE)
  .concat([1, 2, 4, 8, 12].map((hours) => hours * HOUR))

/** What becomes of a letter after a try. `counts`: the try is one of those after which the letter has failed. */
export type Outcome =
  | { readonly state: 'sent' }
  | { readonly state: 'stopped' | 'failed'; readonly error: string }
  | { readonly state: 'waiting'; readonly error: string; readonly dueAt: Instant; readonly counts: boolean }

/**
 * `attempts` includes this try, `fault` is whose fault it turned out to be. While our sending is stopped, its failures use
 * up no letter's tries, and what stops it is no letter's end. While it works for others, a letter that it refuses again and
 * again fails in the end, like one of the moment.
 */
export function outcomeOf(
  result: SendResult,
  {
    attempts,
    fault,
    isStopped,
    stops,
  }: {
    readonly attempts: number
    readonly fault: Fault | null
    /** Our sending was stopped before the try. */
    readonly isStopped: boolean
    /** It is stopped after it. */
    readonly stops: boolean
  },
  now: Instant,
): Outcome {
  if (result.ok) return { state: 'sent' }
  const { error } = result
  switch (fault ?? result.fault) {
    case 'address':
      return { state: 'stopped', error }
    case 'letter':
      return { state: 'failed', error }
    case 'sending':
    case 'moment': {
      const next = dueAgain(now, attempts)
      if (fault === 'sending' && (isStopped || (stops && next === null)))
        return { state: 'waiting', error, dueAt: after(now, MINUTE), counts: false }
      if (next === null) return { state: 'failed', error }
      return { state: 'waiting', error, dueAt: latest(next, after(now, result.waitMs ?? 0)), counts: true }
    }
  }
}

/** The next try after this many attempts; null after the last. */
export function dueAgain(now: Instant, attempts: number): Instant | null {
  const wait = BACK_OFF_MS[attempts - 1]
  return wait === undefined ? null : after(now, wait)
}
