import type { EventCode, EventDoor } from '../../../../worker/domain/events.ts'
import type { Partstat } from '../../../../worker/domain/session/session.ts'
import type { Instant, Interval } from '../../../../worker/domain/time/time.ts'
import { Moment } from '../../../parts/when.tsx'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import type { SessionData } from './session.tsx'

export type HistoryRow = {
  readonly code: EventCode
  readonly at: Instant
  /** Null where the clock did it. */
  readonly who: string | null
  readonly door: EventDoor
  /** The time it was about, where there was one. */
  readonly time: Interval | null
  /** What was answered, where it was an answer. */
  readonly partstat: Partstat | null
}

/** Who, by which door, when. */
export function SessionHistory({ data: { frame, history } }: { readonly data: SessionData }) {
  const words = wordsFor(frame)
  return (
    <section>
      <h2>{words.session.history}</h2>
      <ol class="history">
        {history.map(({ code, at, who, door, time, partstat }) => (
          <li>
            <p>
              {words.session.events[code]}
              {partstat ? `: ${words.frame.partstat[partstat]}` : ''}
              {time ? <span class="soft"> {formatRange(time, frame)}</span> : null}
            </p>
            <p class="soft">
              {who ?? words.session.sotto}, {words.frame.door[door]}, <Moment at={at} frame={frame} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
