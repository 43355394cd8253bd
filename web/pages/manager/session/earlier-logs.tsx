import type { PageFrame } from '../../../parts/page-frame.ts'
import { Saying } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { quoted } from '../../../words/punctuation.ts'
import type { CorrectionLine, SessionData } from './session-data.ts'

/** What a log said before it was corrected, and who corrected it, when and why. */
export function EarlierLogs({ data: { frame, corrections } }: { readonly data: SessionData }) {
  if (corrections.length === 0) return null
  return (
    <section>
      <h2>{wordsFor(frame).session.earlierLogs}</h2>
      <ol class="history">
        {corrections.map((each) => (
          <Earlier line={each} frame={frame} />
        ))}
      </ol>
    </section>
  )
}

function Earlier({ line, frame }: { readonly line: CorrectionLine; readonly frame: PageFrame }) {
  const { session, states, logging } = wordsFor(frame)
  const { result, commitment, lastDone, evidence, reason } = line
  return (
    <li>
      <p>
        {states.outcome[result]}
        {commitment ? ` · ${quoted(commitment, frame.locale)}` : ''}
        {evidence ? ` · ${session.seen(logging.evidences[evidence])}` : ''}
        {lastDone ? ` · ${session.lastDone} ${logging.done[lastDone]}` : ''}
      </p>
      <p class="soft">
        <Saying
          sentence={(at) => session.saidBefore(line.loggedBy ?? session.hasLeft, at)}
          at={line.loggedAt}
          frame={frame}
        />{' '}
        <Saying
          sentence={(at) => session.correctedBy(line.by ?? session.hasLeft, at)}
          at={line.at}
          frame={frame}
        />
      </p>
      {reason ? <p>{session.because(reason)}</p> : null}
    </li>
  )
}
