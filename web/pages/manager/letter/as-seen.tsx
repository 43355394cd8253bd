import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { SeenLetter, type SeenMail } from './seen-letter.tsx'

export type AsSeen = SeenMail & {
  /** The address of the raw source. */
  readonly source: string
}

export type AsSeenData = {
  readonly frame: PageFrame
  readonly back: string
  /** Whose people are invented. */
  readonly isExample?: boolean
  readonly seen: readonly AsSeen[]
}

/** Each letter was filtered for its own reader, who sees less than a manager. */
export const AS_SEEN_FIELDS: SeenFields<AsSeenData> = {
  frame: 'neutral',
  back: 'neutral',
  isExample: 'neutral',
  seen: 'parts',
}

export function AsSeenPage({ frame, back, isExample, seen }: AsSeenData) {
  const words = wordsFor(frame).outward
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <p class="eyebrow">
          <a href={back}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="soft">
          {words.about}
          {isExample ? ` ${words.invented}` : ''}
        </p>
      </header>
      {seen.length === 0 ? (
        <Empty title={words.nothing} sentence={words.nothingAbout}>
          <a class="button quiet" href={back}>
            {words.back}
          </a>
        </Empty>
      ) : null}
      {seen.map((each) => (
        <SeenLetter seen={each} frame={frame}>
          <a href={each.source}>{words.source}</a>
        </SeenLetter>
      ))}
    </Frame>
  )
}
