import type { PairingId } from '../../../../worker/domain/ids.ts'
import type { TriedTime } from '../../../../worker/domain/session/session.ts'
import type { RankedOption } from '../../../../worker/domain/slot/options.ts'
import type { DaysWithin } from '../../../../worker/domain/slot/within.ts'
import type { Instant, Interval } from '../../../../worker/domain/time/time.ts'
import type { FormState } from '../../../parts/form.ts'
import type { FormatChoices } from '../../../parts/format-choice.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { ReaderClock } from '../../../parts/when.tsx'
import type { SeenMail } from '../letter/seen-letter.tsx'

/** The offer that would be made now; nothing is held before it is sent. */
export type OfferData = {
  readonly frame: PageFrame
  readonly pairingId: PairingId
  readonly executive: string
  readonly executiveZone: ReaderClock
  readonly asked: string
  readonly mentorHref: string
  readonly minutes: number
  /** Searches again for fifteen minutes, for an executive on the go. */
  readonly quarterHref: string | null
  readonly formats: FormatChoices
  readonly count: number
  /** Where the times are searched, in days of the executive's calendar. */
  readonly days: DaysWithin
  /** In order of time, each with the reasons for it. */
  readonly found: readonly ShownTime[]
  /** Why nothing was found; null if something was, or something else is in the way. */
  readonly whyNone: string | null
  /** What the last press came to, if not to what it says. */
  readonly said: string | null
  /** Times that were refused in this round: they are not searched. */
  readonly refused: readonly TriedTime[]
  /** Other free times of both, to take by hand. */
  readonly free: readonly Interval[]
  /** What the first mail says of itself: ours, and what it would say now. Null: it is not the first. */
  readonly words: { readonly standard: string; readonly value: string } | null
  /** What would leave, as its readers see it: the mail, and both events with the first of the times. */
  readonly seen: readonly SeenMail[]
  /** Whether what would leave is what she came to see. */
  readonly isLookedAt: boolean
  /** What travels with the form: the times, those put aside, what was searched, and the idempotency key. */
  readonly hidden: Readonly<Record<string, string>>
  readonly form: FormState
}

export type ShownTime = RankedOption & {
  readonly until: Instant
  /** What the judge says to it; null if nothing is against it. */
  readonly against: string | null
  /** Whether it would be sent: nothing is against it, or she insists. */
  readonly goes: boolean
}
