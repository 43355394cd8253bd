import { paths } from '../../../../web/pages/paths.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import type { SuggestionShown } from '../../../../web/parts/suggestion.tsx'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import type { Names } from '../../../../web/words/refusals/telling.ts'
import type { ReceivedId } from '../../../domain/ids.ts'
import type { SuggestedNow } from '../../../domain/mail/suggested-now.ts'
import { isSoft } from '../../../domain/slot/diary.ts'

/** A suggestion as a manager sees it: what the judge says against it, with the names of the two. */
export function shownSuggestion(
  says: SuggestedNow,
  id: ReceivedId,
  frame: PageFrame,
  names: Names,
): SuggestionShown {
  const refusal = says.refusal && sentenceOf(says.refusal, frame, names)
  const isOverridable = says.refusal !== null && isSoft(says.refusal)
  return { says, refusal, isSoft: isOverridable, action: paths.received(id) }
}
