import type { RecordSession } from '../../../worker/domain/record/record.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PlaceLine } from '../../parts/place.tsx'
import { formatDay, formatRange } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { quoted } from '../../words/punctuation.ts'
import { LongList } from './long-list.tsx'
import type { RecordData } from './record-data.ts'

/** Pairs with their dates, and how he answered. */
export function ArrangedPart({ frame, record }: RecordData) {
  const words = wordsFor(frame).record
  return (
    <section id="arranged">
      <h2>{words.arranged}</h2>
      {record.pairs.length === 0 ? <p class="soft">{words.noPairs}</p> : null}
      {record.pairs.map((pair) => (
        <>
          <h3>{words.with(pair.otherName, formatDay(pair.since, frame))}</h3>
          <p class="soft">
            {wordsFor(frame).states.pairing[pair.status]}
            {pair.place ? (
              <>
                {' · '}
                <PlaceLine place={pair.place} frame={frame} />
              </>
            ) : null}
          </p>
          <LongList
            frame={frame}
            lines={pair.sessions.map((session) => (
              <li>
                <Met session={session} frame={frame} />
              </li>
            ))}
          />
        </>
      ))}
      {record.answers.length > 0 ? <p>{words.offersAnswered(record.answers.length)}</p> : null}
      <LongList
        frame={frame}
        lines={record.proposals.map(({ time, words: said }) => (
          <li>
            {words.proposed(formatRange(time, frame))}
            {said ? ` · ${quoted(said, frame.locale)}` : null}
          </li>
        ))}
      />
    </section>
  )
}

/** Without a date, what he answered to an earlier one says nothing. */
function Met({ session, frame }: { readonly session: RecordSession; readonly frame: PageFrame }) {
  const { record: words, states } = wordsFor(frame)
  const { time, status, place, bumps, answer } = session
  return (
    <>
      {time ? formatRange(time, frame) : words.noTime} · {states.session[status]}
      {place ? (
        <>
          {' · '}
          <PlaceLine place={place} frame={frame} />
        </>
      ) : null}
      {answer && time
        ? ` · ${answer.via ? words.answered(states.answer[answer.partstat], words.doors[answer.via]) : states.answer[answer.partstat]}`
        : null}
      {bumps > 0 ? ` · ${words.bumps(bumps)}` : null}
    </>
  )
}
