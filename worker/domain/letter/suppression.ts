import type { PersonId } from '../ids.ts'
import { after, type Instant } from '../time/time.ts'
import type { Verdict } from './fault.ts'

/**
 * `permanent`: no such address. `complaint`: the reader marked our mail as spam. Both stand until a person clears them.
 * `moment`: full, or suppressed by the provider; it ends by itself.
 */
export type SuppressionKind = 'permanent' | 'complaint' | 'moment'

/** An address that gets no mail: until `until`, or, where that is null, until a person clears it. */
export type Suppression = {
  readonly address: string
  readonly personId: PersonId
  readonly since: Instant
  readonly kind: SuppressionKind
  readonly until: Instant | null
  readonly detail: string
}

/** Why an address should get no mail. `restMs`: only for so long. */
export type Blame = {
  readonly address: string
  readonly kind: SuppressionKind
  readonly detail: string
  readonly restMs?: number
}

/** The error of a letter that waits for its address to have rested. */
export const ADDRESS_RESTS = 'address-rests'

export function suppressionOf(
  { address, kind, detail, restMs }: Blame,
  personId: PersonId,
  now: Instant,
): Suppression {
  const until = restMs === undefined ? null : after(now, restMs)
  return { address, personId, since: now, kind, until, detail: codeFrom(detail, kind) }
}

/**
 * May we write there again? This is another question than whether the letter arrived: only a fault of the address stops
 * it, a full one rests, and every other failure leaves it alone.
 */
export function blameOf(
  address: string,
  { fault, waitMs }: Pick<Verdict, 'fault' | 'waitMs'>,
  detail: string,
): Blame | null {
  if (fault === 'address') return { address, kind: 'permanent', detail }
  return waitMs === undefined ? null : { address, kind: 'moment', detail, restMs: waitMs }
}

/** The text if it is a code, which can be stored and shown; else `otherwise`. Never words or an address. */
export function codeFrom(text: string | null | undefined, otherwise: string): string {
  return text && /^[\w.-]{1,60}$/.test(text) ? text : otherwise
}
