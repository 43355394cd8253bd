import type { WaitingAnswer } from '../../worker/domain/session/waiting-answer.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'
import { type ReaderClock, When } from './when.tsx'

type Props = {
  readonly waits: WaitingAnswer | null
  readonly frame: PageFrame
  readonly other?: ReaderClock | null
  readonly own?: ReaderClock | undefined
}

/** What the reader has said, and that a person still has to look at it. */
export function WaitingAnswerNote({ waits, frame, other = null, own }: Props) {
  if (waits === null) return null
  const words = wordsFor(frame).undecided
  if (waits.time === null) return <p>{words.haveAnswer}</p>
  return (
    <section class="aside">
      <p>
        {words.proposed} <When time={waits.time} frame={frame} other={other} own={own} />
      </p>
      <p>{words[waits.state]}</p>
    </section>
  )
}
