import type { PairingId, PersonId, ProgrammeId, SessionId } from '../ids.ts'
import type { Instant } from '../time/time.ts'

/** What the clock can owe: the verb, what it is about, and the lane in which it waits. `docs/operating.md` lists them. */
export const TIMERS = {
  'lapse-offer': { about: 'session', lane: 'rounds' },
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

/** One thing that the clock owes. One row for each subject and kind. */
export type Timer = { readonly kind: TimerKind; readonly subject: TimerSubject; readonly dueAt: Instant }
