import { twoWords } from '../../../parts/two-words.ts'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled, quoted } from '../../../words/punctuation.ts'
import type { OutcomeLine, SessionData } from './session-data.ts'

type Props = { readonly data: SessionData }

/** All that the log says, so that nobody opens a form to read it. */
export function SessionOutcome({ data }: Props) {
  const { frame, outcome } = data
  if (!outcome) return null
  const { session, logging, states, path } = wordsFor(frame)
  const { evidence, benefit, lastDone } = outcome
  return (
    <section>
      <h2>{session.outcome}</h2>
      <div class="stack">
        {outcome.needsManager ? <p class="notice refused">{session.flagged}</p> : null}
        <div>
          <p>{states.outcome[outcome.result]}</p>
          <Agreed data={data} commitment={outcome.commitment} />
          {evidence ? <p class="soft">{session.seen(logging.evidences[evidence])}</p> : null}
          {benefit ? (
            <p class="soft">
              {labelled(logging.benefit, frame.locale)} {path.aims[benefit]}
            </p>
          ) : null}
          {lastDone ? (
            <p class="soft">
              {session.lastDone} {logging.done[lastDone]}
            </p>
          ) : null}
        </div>
      </div>
    </section>
  )
}

/** What comes next, by when, and whether it is done by now. */
function Agreed({ data: { frame, executive }, commitment }: Props & Pick<OutcomeLine, 'commitment'>) {
  if (!commitment) return null
  const { session, logging } = wordsFor(frame)
  const { words, dueOn } = commitment
  const said = twoWords(commitment, frame)
  return (
    <>
      <p>
        {labelled(session.commitment, frame.locale)} {quoted(words, frame.locale)}
        {dueOn ? <span class="soft"> {logging.dueBy(formatDay(dueOn, frame))}</span> : null}
      </p>
      {said ? (
        <p class="soft">
          {labelled(executive.name, frame.locale)} {said}
        </p>
      ) : null}
    </>
  )
}
