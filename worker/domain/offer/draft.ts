import { type By, sessionAfter } from '../decision.ts'
import type { Refusal } from '../refusals.ts'
import { accept, type Result } from '../result.ts'
import type { Situation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import type { Within } from '../slot/within.ts'
import { type Interval, overlaps } from '../time/time.ts'
import { decideOffer, DEFAULT_OPTION_COUNT, findTimes } from './make.ts'

/** The times of an offer before it goes, and those that were put aside on the way. Nothing of it is held. */
export type Draft = { readonly shown: readonly Interval[]; readonly aside: readonly Interval[] }

export type DraftSearch = { readonly minutes: number; readonly within: Within }

export function withoutTime({ shown, aside }: Draft, time: Interval): Draft {
  return { shown: shown.filter(({ start }) => start !== time.start), aside: [...aside, time] }
}

/** What an offer would propose that is made without a word: its length and its times, in their order. Refused as the offer would be. */
export function proposedOffer(
  situation: Situation,
  diary: Diary,
  by: By,
): Result<{ readonly minutes: number; readonly times: readonly Interval[] }, Refusal> {
  const ids = { offerId: situation.newId('off'), sessionId: situation.newId('ses') }
  const wish = { ...ids, minutes: null, count: DEFAULT_OPTION_COUNT }
  const decided = decideOffer(situation, diary, wish, by)
  if (!decided.ok) return decided
  const session = sessionAfter(decided.value)
  return accept({ minutes: session?.minutes ?? 0, times: session?.offer?.options ?? [] })
}

/** A time from the list, or one of her own. One that was put aside may come back by hand. */
export function withTime({ shown, aside }: Draft, time: Interval): Draft {
  const others = shown.filter((each) => !overlaps(each, time))
  return { shown: [...others, time], aside: aside.filter((each) => !overlaps(each, time)) }
}

/** The next best time in the place of one: none that is shown, was put aside, or was refused in this round. Null: there is none. */
export function withAnother(
  situation: Situation,
  diary: Diary,
  draft: Draft,
  { time, minutes, within }: DraftSearch & { readonly time: Interval },
): Draft | null {
  const { shown, aside } = withoutTime(draft, time)
  const [next] = findTimes(situation, diary, { minutes, count: 1, within, beside: shown, avoid: aside })
  return next ? { shown: [...shown, next], aside } : null
}
