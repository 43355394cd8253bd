import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PulseForm, type PulseFormQuestion } from '../../parts/pulse-form.tsx'
import { type SenderLine, SenderNote } from '../../parts/sender.tsx'
import { wordsFor } from '../../words/pages/words.ts'

export type PulseData = {
  readonly frame: PageFrame
  /** Null where other people may read the page. */
  readonly otherName: string | null
  readonly sender: SenderLine
  /** Null when nothing is asked. */
  readonly question: PulseFormQuestion | null
  /** The programme asks nobody. */
  readonly isOff: boolean
}

export const PULSE_FIELDS: SeenFields<PulseData> = {
  frame: 'neutral',
  otherName: { sight: 'mentor-name', instead: null },
  sender: 'neutral',
  question: 'parts',
  isOff: 'neutral',
}

export function PulsePage({ frame, otherName, sender, question, isOff }: PulseData) {
  const words = wordsFor(frame).pulse
  const title = question ? words.title : words.nothingTitle
  return (
    <Frame
      frame={frame}
      title={title}
      shape="sheet"
      letterhead={sender.programme}
      errors={question?.form.errors ?? []}
    >
      <header class="opening">
        {otherName ? (
          <p class="facts">
            <span>{words.with(otherName)}</span>
          </p>
        ) : null}
        <h1>{title}</h1>
      </header>
      {question ? (
        <PulseForm question={question} frame={frame} />
      ) : (
        <p>{isOff ? words.off : words.nothing}</p>
      )}
      <SenderNote sender={sender} frame={frame} />
    </Frame>
  )
}
