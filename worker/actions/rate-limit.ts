import { RATE_LIMITS, type RateLimitName } from '../domain/rate-limits.ts'
import { refuse } from '../domain/result.ts'
import { HOUR, instant, type Instant } from '../domain/time/time.ts'
import type { Platform } from '../platform.ts'
import type { Limit } from '../storage/sign-in/ask.ts'
import { countUp } from '../storage/sign-in/sign-in.ts'

/** Those that are counted by themselves, by the hour; the others are seen in what was written. */
export type CountedLimit = Extract<
  RateLimitName,
  'sign-in-from' | 'sign-in-by' | 'claim' | 'invitation' | 'test-mail' | 'report-link' | 'key' | 'webhook'
>

/** Counts one more of these for whoever it is; the refusal, if that is too many in this hour. */
export async function whyTooOften(platform: Platform, name: CountedLimit, whose: string) {
  const { key, window, most } = limitOf(name, whose, platform.now())
  if ((await countUp(platform, key, window)) <= most) return null
  return refuse({ reason: 'too-many-requests', until: endOfWindow(window) })
}

/** The counter of this limit for this hour. */
export function limitOf(name: CountedLimit, whose: string, now: Instant): Limit {
  return { key: `${name}:${whose}`, window: Math.floor(now / HOUR), most: RATE_LIMITS[name].most }
}

export function endOfWindow(window: number): Instant {
  return instant((window + 1) * HOUR)
}
