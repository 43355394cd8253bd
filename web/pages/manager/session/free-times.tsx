import { PostButton } from '../../../parts/post.tsx'
import { When } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { FREE_TIMES, paths } from '../../paths.ts'
import type { SessionData } from './session-data.ts'

/** A date that a trip, a move or new hours cover since: why, and free times instead, each one press away. */
export function FreeTimes({ data: { frame, id, executive, free } }: { readonly data: SessionData }) {
  const words = wordsFor(frame).lives
  if (!free) return null
  return (
    <section class="card" id={FREE_TIMES}>
      {free.reasons.map((reason) => (
        <p>{reason}</p>
      ))}
      <h2>{words.freeTimes}</h2>
      <p class="soft">{free.times.length > 0 ? words.freeTimesAbout : words.noFreeTimes}</p>
      <ul class="rows">
        {free.times.map(({ time, typed }) => (
          <li class="row">
            <p class="row-what">
              <When time={time} frame={frame} other={executive.zone} />
            </p>
            <div class="row-do">
              <PostButton
                action={paths.sessionTime(id)}
                hidden={typed}
                label={words.moveHere}
                about={`${typed.date} ${typed.time}`}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
