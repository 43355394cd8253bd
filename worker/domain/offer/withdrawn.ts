import { type Offer, type Option, standingOptions } from '../session/session.ts'
import type { Diary } from '../slot/diary.ts'
import { whyWithdrawn } from '../slot/judge.ts'

/** The mentor has closed it since, or the programme. */
function isWithdrawn(option: Option, diary: Diary): boolean {
  return option.origin === 'found' && whyWithdrawn(option, diary) !== null
}

/** The same times, without those that the mentor's hours or the programme do not allow any more. */
export function withoutWithdrawn(options: readonly Option[], diary: Diary): readonly Option[] {
  return options.filter((option) => !isWithdrawn(option, diary))
}

/** The times that can be picked now, where the diaries are at hand. */
export function pickableOptions(offer: Offer | null, diary: Diary): readonly Option[] {
  return withoutWithdrawn(standingOptions(offer, diary.now), diary)
}
