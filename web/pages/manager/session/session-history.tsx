import { Moment } from '../../../parts/when.tsx'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { SessionData } from './session-data.ts'

/** Who, by which door, when. */
export function SessionHistory({ data: { frame, history, mails } }: { readonly data: SessionData }) {
  const words = wordsFor(frame)
  return (
    <section>
      <h2>{words.session.history}</h2>
      <ol class="history">
        {history.map(({ code, at, who, door, time, partstat }) => (
          <li>
            <p>
              {words.session.events[code]}
              {partstat ? `: ${words.states.answer[partstat]}` : ''}
              {time ? <span class="soft"> {formatRange(time, frame)}</span> : null}
            </p>
            <p class="soft">
              {who ?? words.session.sotto}, {words.frame.door[door]}, <Moment at={at} frame={frame} />
            </p>
          </li>
        ))}
      </ol>
      {mails.length > 0 ? (
        <p>
          {words.received.mails}:{' '}
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
