import { after, HOUR, type Instant, latest, MINUTE } from '../time/time.ts'
import type { SendResult } from './mail-port.ts'

/** Back-off: the waits between tries. After the last one the letter has failed, and a person sees it. */
const BACK_OFF_MS = [1, 2, 5, 15, 30]
  .map((minutes) => minutes * MINUTE)
  .concat([1, 2, 4, 8, 12].map((hours) => hours * HOUR))

/** What becomes of a letter after a try. `counts`: the try is one of those after which the letter has failed. */
export type Outcome =
  | { readonly state: 'sent' }
  | { readonly state: 'stopped' | 'failed'; readonly error: string }
  | { readonly state: 'waiting'; readonly error: string; readonly dueAt: Instant; readonly counts: boolean }

/** `attempts` includes this try. A failure of our sending never uses up a letter's tries. */
export function outcomeOf(result: SendResult, attempts: number, now: Instant): Outcome {
  if (result.ok) return { state: 'sent' }
  const { error } = result
  switch (result.fault) {
    case 'address':
      return { state: 'stopped', error }
    case 'letter':
      return { state: 'failed', error }
    case 'sending':
      return { state: 'waiting', error, dueAt: after(now, MINUTE), counts: false }
    case 'moment': {
      const next = dueAgain(now, attempts)
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
