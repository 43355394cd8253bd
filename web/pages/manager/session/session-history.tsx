import type { PageFrame } from '../../../parts/page-frame.ts'
import { Moment } from '../../../parts/when.tsx'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled } from '../../../words/punctuation.ts'
import { paths } from '../../paths.ts'
import type { HistoryRow, SessionData } from './session-data.ts'

type LineProps = { readonly line: HistoryRow; readonly frame: PageFrame }

/** Who, by which door, when. */
export function ByWhom({ line: { who, door, at }, frame }: LineProps) {
  const words = wordsFor(frame)
  return (
    <>
      {who ?? words.session.sotto}, {words.frame.door[door]}, <Moment at={at} frame={frame} />
    </>
  )
}

/** All that happened, and the mails about it. */
export function SessionHistory({ data }: { readonly data: SessionData }) {
  const { frame, history, mails } = data
  const words = wordsFor(frame)
  return (
    <section>
      <h2>{words.session.history}</h2>
      <ol class="history">
        {history.map((line) => {
          const { code, time, partstat } = line
          return (
            <li>
              <p>
                {partstat && code !== 'countered'
                  ? `${labelled(words.session.events[code], frame.locale)} ${words.states.answer[partstat]}`
                  : words.session.events[code]}
                {time ? <span class="soft"> {formatRange(time, frame)}</span> : null}
              </p>
              <p class="soft">
                <ByWhom line={line} frame={frame} />
              </p>
            </li>
          )
        })}
      </ol>
      {mails.length > 0 ? (
        <p>
          {labelled(words.received.mails, frame.locale)}{' '}
          {mails.map(({ id, at }, index) => (
            <>
              {index > 0 ? ' · ' : null}
              <a href={paths.received(id)}>
                <Moment at={at} frame={frame} />
              </a>
            </>
          ))}
        </p>
      ) : null}
    </section>
  )
}
