import { BLOCKERS } from '../../worker/domain/people/person.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { RadioChoice } from './fields.tsx'
import type { PageFrame } from './page-frame.ts'

/** What gets in the way, to choose from: each by its name, with what it means. */
export function blockerChoices(frame: PageFrame): readonly RadioChoice[] {
  const { presets, settling } = wordsFor(frame)
  return BLOCKERS.map((value) => ({
    value,
    label: `${presets.blockers[value]} · ${settling.obstacle[value]}`,
  }))
}
