import type { RecordLog, RecordPair } from '../../../worker/domain/record/record.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { quoted } from '../../words/punctuation.ts'
import { LongList } from './long-list.tsx'
import type { RecordData } from './record-data.ts'

/** What others wrote about him, with who did, and what he said himself. */
export function WrittenPart({ frame, record }: RecordData) {
  const words = wordsFor(frame).record
  return (
    <section id="written">
      <h2>{words.written}</h2>
      {isNothingWritten(record) ? <p class="soft">{words.nothingWritten}</p> : null}
      {record.pairs
        .filter((each) => !isEmpty(each))
        .map((pair) => (
          <OfPair pair={pair} frame={frame} />
        ))}
      {record.programmes.some(({ hasPrivateNote }) => hasPrivateNote) ? (
        <p>{wordsFor(frame).privateNote.thereIsOne}</p>
      ) : null}
      <p class="soft">{words.notes}</p>
    </section>
  )
}

function isNothingWritten({ pairs, programmes }: RecordData['record']): boolean {
  return pairs.every(isEmpty) && !programmes.some(({ hasPrivateNote }) => hasPrivateNote)
}

function isEmpty({ aim, wishes, pulses, commitments, sessions }: RecordPair): boolean {
  const said = sessions.some(({ logs, question }) => logs.length > 0 || question !== null)
  return aim === null && !said && [wishes, pulses, commitments].every((each) => each.length === 0)
}

function OfPair({ pair, frame }: { readonly pair: RecordPair; readonly frame: PageFrame }) {
  const { record: words, path } = wordsFor(frame)
  return (
    <>
      <h3>{words.with(pair.otherName, formatDay(pair.since, frame))}</h3>
      {pair.aim ? (
        <p>
          {words.aim} · {path.aims[pair.aim]}
        </p>
      ) : null}
      <LongList
        frame={frame}
        lines={pair.sessions.flatMap(({ logs, question }) => [
          ...logs.map((log) => <LogLine log={log} frame={frame} />),
          ...(question
            ? [
                <li>
                  {words.question} · {quoted(question, frame.locale)}
                </li>,
              ]
            : []),
        ])}
      />
      <LongList
        frame={frame}
        lines={pair.commitments.map(({ words: agreed, madeAt, by, done, saidDone }) => (
          <li>
            {words.agreed(formatDay(madeAt, frame))} · {quoted(agreed, frame.locale)}
            {by ? ` · ${words.writtenBy(by)}` : null}
            {saidDone ? ` · ${wordsFor(frame).own.listSaid[saidDone]}` : null}
            {done ? ` · ${wordsFor(frame).own.listSeen[done]}` : null}
          </li>
        ))}
      />
      <LongList
        frame={frame}
        lines={[
          ...pair.wishes.map(({ kind, at }) => (
            <li>
              {words.wished[kind]} · {formatDay(at, frame)}
            </li>
          )),
          ...pair.pulses.map(({ askedAt, worth, onward }) => (
            <li>
              {words.pulse} · {formatDay(askedAt, frame)} ·{' '}
              {worth && onward ? `${words.worth[worth]}, ${words.onward[onward]}` : words.notAnswered}
            </li>
          )),
        ]}
      />
    </>
  )
}

function LogLine({ log, frame }: { readonly log: RecordLog; readonly frame: PageFrame }) {
  const { record: words, states, logging, path, whys } = wordsFor(frame)
  return (
    <li>
      {words.logged(states.outcome[log.result], log.by, formatDay(log.loggedAt, frame))}
      {log.evidence ? ` · ${logging.evidences[log.evidence]}` : null}
      {log.benefit ? ` · ${path.aims[log.benefit]}` : null}
      {log.why ? ` · ${words.because} ${whys.codes[log.why]}` : null}
      {log.needsManager ? ` · ${words.asksManager}` : null}
      {log.replaced ? ` · ${words.replaced}` : null}
    </li>
  )
}
