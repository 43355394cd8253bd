import { after, DAY, HOUR, type Instant } from '../time/time.ts'

/** How long a sign-in lasts at most, and how long without a request. */
export type Lasting = { readonly mostMs: number; readonly idleMs: number }

/** On a device that is its reader's alone, and on any other. */
export const LASTS = {
  trusted: { mostMs: 30 * DAY, idleMs: 7 * DAY },
  other: { mostMs: 12 * HOUR, idleMs: 12 * HOUR },
} as const satisfies Readonly<Record<string, Lasting>>

/** What cannot be taken back asks for a link that was used this recently. */
export const FRESH_LINK_MS = 12 * HOUR

/** Why a sign-in is over by itself or by a press; `capability.ts` knows the other reasons. */
export type Over = 'half-day' | 'thirty-days' | 'idle' | 'signed-out'

export type SignInTimes = {
  readonly trusted: boolean
  readonly usedAt: Instant | null
  readonly untilAt: Instant
  readonly endedAt: Instant | null
}

export function lastsOf({ trusted }: { readonly trusted: boolean }): Lasting {
  return trusted ? LASTS.trusted : LASTS.other
}

/** `seenAt`: the last request. Null where the browser has dropped the cookie, which it does after the idle time. */
export function whyOver(signIn: SignInTimes, seenAt: Instant | null, now: Instant): Over | null {
  const { trusted, untilAt, endedAt } = signIn
  if (endedAt !== null) return 'signed-out'
  const idleAt = seenAt === null ? null : after(seenAt, lastsOf(signIn).idleMs)
  if (untilAt <= now && (idleAt === null || untilAt <= idleAt)) return trusted ? 'thirty-days' : 'half-day'
  if (idleAt === null || idleAt <= now) return trusted ? 'idle' : 'half-day'
  return null
}

/** Whether its link was used so recently that it opens everything. */
export function isFresh({ usedAt }: Pick<SignInTimes, 'usedAt'>, now: Instant): boolean {
  return usedAt !== null && after(usedAt, FRESH_LINK_MS) > now
}
