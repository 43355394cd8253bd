import { type Offer, type Option, standingOptions } from '../session/session.ts'
import type { Diary, SoftRefusal } from '../slot/diary.ts'
import { whyWithdrawn } from '../slot/judge.ts'
import type { Interval } from '../time/time.ts'

/**
 * Why a held time cannot be picked any more: the mentor has closed it since, or the programme. Not what the manager set
 * aside when she chose it.
 */
export function whyOptionWithdrawn(
  option: Option,
  diary: Diary,
  time: Interval = option,
): SoftRefusal | null {
  const refusal = option.origin === 'found' ? whyWithdrawn(time, diary) : null
  return refusal?.reason === option.against ? null : refusal
}

/** The same times, without those that the mentor's hours or the programme do not allow any more. */
export function withoutWithdrawn(options: readonly Option[], diary: Diary): readonly Option[] {
  return options.filter((option) => whyOptionWithdrawn(option, diary) === null)
}

/** The times that can be picked now, where the diaries are at hand. */
export function pickableOptions(offer: Offer | null, diary: Diary): readonly Option[] {
  return withoutWithdrawn(standingOptions(offer, diary.now), diary)
}
