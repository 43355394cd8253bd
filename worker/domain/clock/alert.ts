import { after, before, DAY, HOUR, type Instant, MINUTE } from '../time/time.ts'
import { isTickMissed } from './health.ts'

/** What of health can be bad. */
export const ALERT_CODES = [
  'sending-stopped',
  'letters-late',
  'tick-late',
  'jobs-failed',
  'timers-failing',
  'checks-broken',
  'feeds-failing',
] as const
export type AlertCode = (typeof ALERT_CODES)[number]

/** What a tick sees of health. `lastTick` and `jobsFailed` are of the ticks before it. */
export type Signs = {
  readonly lastTick: Instant | null
  readonly jobsFailed: boolean
  readonly sendingStopped: boolean
  readonly lettersLate: boolean
  readonly timersFailing: boolean
  readonly checksBroken: boolean
  readonly feedsFailing: boolean
}

export type Bad<Code extends AlertCode = AlertCode> = { readonly code: Code; readonly since: Instant }

/** What webhooks were told last; `codes` is empty while all is well. */
export type Told = {
  readonly codes: readonly AlertCode[]
  /** When it turned bad. */
  readonly since: Instant | null
  /** Null: nothing was ever told. */
  readonly toldAt: Instant | null
}

/** What was told last of health, by webhooks and by mail, and what is bad as the last tick left it. */
export type Alerted = Told & {
  readonly bad: readonly Bad[]
  /** When the last mail about what is bad was written. */
  readonly mailedAt: Instant | null
  /** When the first one was, as long as none has said since that all is well. */
  readonly mailedSince: Instant | null
  /** What the last one called bad, as long as none has said since that all is well. */
  readonly mailedCodes: readonly AlertCode[]
}

export const NEVER_ALERTED: Alerted = {
  ...{ codes: [], since: null, toldAt: null, bad: [] },
  ...{ mailedAt: null, mailedSince: null, mailedCodes: [] },
}

export type Alert = {
  readonly type: 'health.broken' | 'health.mended'
  /** What is bad; of `health.mended`, what was. */
  readonly codes: readonly AlertCode[]
  readonly since: Instant
  readonly next: Told & { readonly toldAt: Instant }
}

/** Letters leave within a minute of their hour. */
const LETTER_LATE_AFTER_MS = 15 * MINUTE
/** A calendar that cannot be read once is often read the next time. */
const FEED_FAILING_AFTER_MS = HOUR
/** What stays bad is told again. */
const AGAIN_AFTER_MS = DAY

/** What was due, or unread, since before these moments is a sign. */
export function signsBefore(now: Instant): { readonly letters: Instant; readonly feeds: Instant } {
  return { letters: before(now, LETTER_LATE_AFTER_MS), feeds: before(now, FEED_FAILING_AFTER_MS) }
}

export function whatIsBad(
  { lastTick, jobsFailed, ...signs }: Signs,
  clock: { readonly now: Instant; readonly tickingSince: Instant | null },
): readonly AlertCode[] {
  const isBad: Readonly<Record<AlertCode, boolean>> = {
    'sending-stopped': signs.sendingStopped,
    'letters-late': signs.lettersLate,
    'tick-late': isTickMissed(lastTick, clock),
    'jobs-failed': jobsFailed,
    'timers-failing': signs.timersFailing,
    'checks-broken': signs.checksBroken,
    'feeds-failing': signs.feedsFailing,
  }
  return ALERT_CODES.filter((code) => isBad[code])
}

/**
 * Told is what turns bad, what turns bad beside it, once a day again what still is, and when all is well again. What comes
 * and goes meanwhile is told once. Null: nothing is to be told.
 */
export function decideAlert(bad: readonly AlertCode[], alerted: Told, now: Instant): Alert | null {
  const since = alerted.since ?? now
  if (bad.length === 0) {
    if (alerted.codes.length === 0) return null
    const next = { codes: [], since: null, toldAt: now }
    return { type: 'health.mended', codes: alerted.codes, since, next }
  }
  const isAgain = alerted.toldAt !== null && isDayAgo(alerted.toldAt, now)
  if (!isAgain && bad.every((code) => alerted.codes.includes(code))) return null
  const codes = ALERT_CODES.filter((code) => bad.includes(code) || (!isAgain && alerted.codes.includes(code)))
  return { type: 'health.broken', codes: bad, since, next: { codes, since, toldAt: now } }
}

function isDayAgo(moment: Instant, now: Instant): boolean {
  return after(moment, AGAIN_AFTER_MS) <= now
}
