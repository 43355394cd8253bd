import { wordsFor } from '../words/pages/words.ts'
import { quoted } from '../words/punctuation.ts'
import type { PageFrame } from './page-frame.ts'

/** The question that an executive left for this meeting; only its mentor reads it. */
export function Asked({ words, frame }: { readonly words: string; readonly frame: PageFrame }) {
  const { question } = wordsFor(frame).mine
  return (
    <p class="row-words">
      {question} {quoted(words, frame.locale)}
    </p>
  )
}
