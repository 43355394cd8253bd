import type { TriedTime } from '../../worker/domain/session/session.ts'
import { formatDay } from '../words/moments.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'
import { type ReaderClock, When } from './when.tsx'

type Props = { readonly times: readonly TriedTime[]; readonly frame: PageFrame; readonly other: ReaderClock }

/** Times that were refused in a round, and when: Sotto does not propose them again, a human may. */
export function Refused({ times, frame, other }: Props) {
  if (times.length === 0) return null
  const words = wordsFor(frame).session
  return (
    <section id="refused">
      <h2>{words.refused}</h2>
      <p class="hint">{words.refusedHint}</p>
      <ul class="rows">
        {times
          .toSorted((one, another) => one.start - another.start)
          .map((time) => (
            <li class="row">
              <p class="row-what">
                <When time={time} frame={frame} other={other} />
              </p>
              <p class="row-words">{words.suitedNobody(formatDay(time.at, frame))}</p>
            </li>
          ))}
      </ul>
    </section>
  )
}
