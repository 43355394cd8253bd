import type { Commitment } from '../../worker/domain/session/outcome.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'

/** Whether a commitment is done, by what the executive says and by what was seen; null: nobody has said anything. */
export function twoWords(
  { done, saidDone }: Pick<Commitment, 'done' | 'saidDone'>,
  frame: PageFrame,
): string | null {
  const { says, saw } = wordsFor(frame).logging
  const both = [...(saidDone ? [says[saidDone]] : []), ...(done ? [saw[done]] : [])]
  return both.length > 0 ? both.join(' · ') : null
}
