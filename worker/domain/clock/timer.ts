import type { PairingId, PersonId, ProgrammeId, SessionId } from '../ids.ts'
import { after, DAY, HOUR, type Instant, MINUTE } from '../time/time.ts'

type Row = {
  readonly about: 'session' | 'pairing' | 'person' | 'programme' | 'any'
  readonly lane: Lane
  /** What it does, and when it is due: `npm run clock` writes both into docs/operating.md. */
  readonly does: string
  readonly when: string
}

/** What the clock can owe. The verb has the same name in table, rule, action and log. */
export const TIMERS = {
  'expire-offer': {
    about: 'session',
    lane: 'rounds',
    does: 'frees a held time that nobody picked, and ends the offer with the last of them',
    when: 'at the last hour of each: its start less the notice, at most the third working day of whoever answers',
  },
  bump: {
    about: 'session',
    lane: 'rounds',
    does: 'gives up a date that the executive declined, and offers new times',
    when: 'ten minutes after the decline',
  },
  'ask-anew': {
    about: 'session',
    lane: 'rounds',
    does: 'asks an open offer of whoever answers for the executive now, with the same held times',
    when: 'another person answers than the one who was asked',
  },
  'mentor-cannot': {
    about: 'session',
    lane: 'rounds',
    does: 'acts for a mentor who cannot come: a stand-in, or a neutral cancellation and new times',
    when: 'half of what is left, at the latest an hour before the start; not in the executive’s night',
  },
  'clear-after-leaving': {
    about: 'session',
    lane: 'rounds',
    does: 'drops offered times, and calls off an executive’s date, that lie after somebody’s last day',
    when: 'offered times at once, a date at 8:00 of the executive’s last day',
  },
  're-offer': {
    about: 'session',
    lane: 'rounds',
    does: 'offers times again after an offer that led to nothing, or for the first time in a round that found none',
    when: 'at once, or on the day that the executive named',
  },
  'ask-for-outcome': {
    about: 'session',
    lane: 'rounds',
    does: 'asks the mentor how it went',
    when: 'five minutes after the end',
  },
  'close-unmet': {
    about: 'session',
    lane: 'rounds',
    does: 'closes a session in which the mentor waits and nobody came, and opens the next round',
    when: 'fifteen minutes after the start',
  },
  brief: {
    about: 'session',
    lane: 'rounds',
    does: 'sends the mentor his brief',
    when: 'at 16:00 of his clock on the working day before',
  },
  nudge: {
    about: 'session',
    lane: 'rounds',
    does: 'reminds an executive who agreed to it of what he promised',
    when: 'half-way between the last session and the next',
  },
  'open-round': {
    about: 'pairing',
    lane: 'rounds',
    does: 'opens the next round, and offers times where the autopilot is on',
    when: 'eighteen days before the cadence date, at the earliest a day after the last session',
  },
  digest: {
    about: 'person',
    lane: 'rounds',
    does: 'sends an assistant the dates of her executives',
    when: 'at 16:00 of her clock on working days',
  },
  'morning-mail': {
    about: 'person',
    lane: 'rounds',
    does: 'tells a manager what waits on Today, if anything does',
    when: 'at the hour that her programmes set (8:00), by her clock, on working days without a blackout',
  },
  'urgent-mail': {
    about: 'programme',
    lane: 'rounds',
    does: 'tells the managers what touches a date within 24 hours',
    when: 'as soon as it arises or its date comes so near',
  },
  leave: {
    about: 'person',
    lane: 'rounds',
    does: 'ends the membership of somebody who leaves, with roles, links, sign-ins and calendars',
    when: 'at the end of the last day, by the person’s own clock',
  },
  erase: {
    about: 'person',
    lane: 'rounds',
    does: 'erases a person as soon as the cancellations of his dates have left, and again after a restore',
    when: 'at once; each minute while cancellations wait, for a day at most',
  },
  'read-feed': {
    about: 'person',
    lane: 'feeds',
    does: 'reads the calendar that a person publishes',
    when: 'half an hour after the last reading',
  },
  'finish-closing': {
    about: 'programme',
    lane: 'rounds',
    does: 'goes on with the closing of a programme',
    when: 'each minute until it is closed',
  },
  purge: {
    about: 'programme',
    lane: 'repair',
    does: 'deletes the names and notes of a closed programme',
    when: 'at 02:00 UTC of the day that its closing set',
  },
  're-arm': {
    about: 'any',
    lane: 'repair',
    does: 'makes the timers of a pairing or person anew',
    when: 'at once after a change of hours, zone, rules, assistants or policy',
  },
  repair: {
    about: 'any',
    lane: 'repair',
    does: 'compares the timers with what is owed, and counts what was wrong',
    when: 'after 02:23 UTC',
  },
} as const satisfies Readonly<Record<string, Row>>

/** A slice is taken from each lane, so that feeds and repairs never keep rounds waiting. */
export type Lane = 'rounds' | 'feeds' | 'repair'
export type TimerKind = keyof typeof TIMERS
export type TimerSubject = SessionId | PairingId | PersonId | ProgrammeId

/** One thing that the clock owes for a subject, and the hour of its rule. */
type Timer = { readonly kind: TimerKind; readonly dueAt: Instant }

/** All that the clock owes for one subject: nothing else is owed for it. */
export type Armed = {
  readonly subject: TimerSubject
  readonly timers: readonly Timer[]
  /** Nothing of it runs before: what brought it about can still be undone. */
  readonly notBefore?: Instant
}

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
