import type { PairingId, PersonId, ProgrammeId, SessionId } from '../ids.ts'
import { after, DAY, HOUR, type Instant, MINUTE } from '../time/time.ts'

/** What the clock can owe: the verb, what it is about, and the lane in which it waits. `docs/operating.md` lists them. */
export const TIMERS = {
  'expire-offer': { about: 'session', lane: 'rounds' },
  bump: { about: 'session', lane: 'rounds' },
  're-offer': { about: 'session', lane: 'rounds' },
  'ask-for-outcome': { about: 'session', lane: 'rounds' },
  'close-unmet': { about: 'session', lane: 'rounds' },
  brief: { about: 'session', lane: 'rounds' },
  nudge: { about: 'session', lane: 'rounds' },
  'open-round': { about: 'pairing', lane: 'rounds' },
  digest: { about: 'person', lane: 'rounds' },
  'read-feed': { about: 'person', lane: 'feeds' },
  'finish-closing': { about: 'programme', lane: 'rounds' },
  purge: { about: 'programme', lane: 'repair' },
  /** Something that timers are made from has changed: they are made again, and asked at once. */
  're-arm': { about: 'any', lane: 'repair' },
  /** The nightly comparison of timers with `timersOf`. */
  repair: { about: 'any', lane: 'repair' },
} as const satisfies Readonly<Record<string, { readonly about: string; readonly lane: Lane }>>

/** A slice is taken from each lane, so that feeds and repairs never keep rounds waiting. */
export type Lane = 'rounds' | 'feeds' | 'repair'
export type TimerKind = keyof typeof TIMERS
export type TimerSubject = SessionId | PairingId | PersonId | ProgrammeId

/** One thing that the clock owes for a subject, and the hour of its rule. */
export type Timer = { readonly kind: TimerKind; readonly dueAt: Instant }

/** All that the clock owes for one subject: nothing else is owed for it. */
export type Armed = { readonly subject: TimerSubject; readonly timers: readonly Timer[] }

/** A running claim lasts this long; the timer of a tick that died is due again after it. */
export const CLAIM_MS = 5 * MINUTE
/** From this try on, a timer that throws is shown to people. */
export const FAILING_TRIES = 5

/** What a timer that threw is said to have said. */
export const THREW = 'threw'

/** The waits after a first, second … “no”: at most a day. */
const BACK_OFF_MS = [5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, DAY]

/** When to ask again after this many tries in a row that came to nothing. */
export function askAgainAt(now: Instant, tries: number): Instant {
  return after(now, BACK_OFF_MS[Math.min(tries, BACK_OFF_MS.length) - 1] ?? DAY)
}
