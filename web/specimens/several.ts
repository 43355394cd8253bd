import type { Notice } from '../parts/page-frame.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import type { Setting } from './specimen.ts'

type OfSeveral = 'paused-several' | 'resumed-several' | 'blockers-several'

/** Several lines were set at once, and some of them stayed as they were. */
export function severalLeft({ words }: Setting, said: OfSeveral): Notice {
  const sentence = `${words.press.saved[said]} ${words.several.left(2)}`
  const deed = { action: '/board', hidden: { putBack: 'yes' }, label: words.press.putBack }
  return { tone: 'done', sentence, deeds: [deed] }
}

/** One more could not be set, and is said by name. */
export function severalRefused(setting: Setting, said: OfSeveral): Notice {
  const { words, cast, frame } = setting
  const done = severalLeft(setting, said)
  const why = words.several.notDone(cast.otherExecutive, sentenceOf({ reason: 'changed-meanwhile' }, frame))
  return { ...done, tone: 'refused', sentence: `${done.sentence} ${why}` }
}
