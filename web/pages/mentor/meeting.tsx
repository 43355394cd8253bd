import type { Place } from '../../../worker/domain/pairings.ts'
import type { Interval } from '../../../worker/domain/time.ts'
import { Frame, type PageFrame } from '../../parts/frame.tsx'
import { PlaceLine } from '../../parts/place.tsx'
import { PostButton } from '../../parts/post.tsx'
import { When } from '../../parts/when.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type Said = 'late' | 'waiting' | 'arrived' | 'cannot'

/** What a mentor may have to say on the day, from the mail of the day before; pressing is what says it. */
export type MeetingData = {
  readonly frame: PageFrame
  readonly k: string
  readonly otherName: string
  readonly time: Interval | null
  readonly place: Place | null
  /** What can be said at this moment, the one that was meant first. */
  readonly sayable: readonly Said[]
  readonly said: Said | null
}

export function MeetingPage({ frame, k, otherName, time, place, sayable, said }: MeetingData) {
  const words = wordsFor(frame).meeting
  const hints = { late: words.lateHint, waiting: words.waitingHint, cannot: words.cannotHint, arrived: null }
  return (
    <Frame frame={frame} title={words.title} shape="sheet">
      <header class="opening">
        <p class="facts">
          <span>{words.withOther(otherName)}</span>
          {time ? <When time={time} frame={frame} /> : null}
        </p>
        <h1>{words.title}</h1>
        {place ? <PlaceLine place={place} frame={frame} /> : null}
      </header>
      {said ? <p class="settled">{words.said[said]}</p> : null}
      {sayable.length === 0 && !said ? <p>{words.over}</p> : null}
      {sayable.map((each, index) => (
        <section>
          <PostButton
            action={paths.meeting}
            hidden={{ k, say: each }}
            label={words[each]}
            tone={index === 0 ? 'primary' : 'quiet'}
          />
          {hints[each] ? <p class="soft">{hints[each]}</p> : null}
        </section>
      ))}
    </Frame>
  )
}
