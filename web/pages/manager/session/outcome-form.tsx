import { MAX_REASON_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { Hidden, TextArea } from '../../../parts/fields.tsx'
import { Saying } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { ActionDisclosure, isRefused } from './action-disclosure.tsx'
import { LogFields } from './log-fields.tsx'
import type { OutcomeLine, SessionData } from './session-data.ts'

const RESULTS = ['happened', 'cut-short', 'did-not-happen', 'moved'] as const
const CORRECTED = ['happened', 'cut-short', 'did-not-happen'] as const

type Props = { readonly data: SessionData }
type LoggedProps = Props & { readonly logged: OutcomeLine }

/** The manager logs for the mentor, with the same effect. */
export function OutcomeForm({ data }: Props) {
  const { frame } = data
  const { session, logging } = wordsFor(frame)
  return (
    <form method="post" action={paths.sessionOutcome(data.id)} class="stack log">
      <Hidden values={{ id: data.outcomeId }} />
      <h3>{session.outcome}</h3>
      <p class="hint">{session.outcomeHint}</p>
      <LogFields data={data} results={RESULTS} logged={null} />
      <button class="primary" type="submit">
        {logging.save}
      </button>
    </form>
  )
}

/** For an hour another log simply takes the place of one; after that it is corrected, with a reason. */
export function ChangeLog({ data, logged }: LoggedProps) {
  if (logged.result === 'moved') return null
  return logged.replaceableUntil > data.frame.now ? (
    <ReplaceLog data={data} logged={logged} />
  ) : (
    <CorrectLog data={data} logged={logged} />
  )
}

function ReplaceLog({ data, logged }: LoggedProps) {
  const { frame } = data
  const { session, logging } = wordsFor(frame)
  return (
    <ActionDisclosure title={session.replaceLog} open={isRefused(data, LOG_NAMES)}>
      <p class="hint">
        <Saying sentence={session.replaceLogHint} at={logged.replaceableUntil} frame={frame} />
      </p>
      <form method="post" action={paths.sessionOutcome(data.id)} class="stack log">
        <Hidden values={{ id: data.outcomeId }} />
        <LogFields data={data} results={RESULTS} logged={logged} />
        <button class="quiet" type="submit">
          {logging.save}
        </button>
      </form>
    </ActionDisclosure>
  )
}

function CorrectLog({ data, logged }: LoggedProps) {
  const { frame, form } = data
  const words = wordsFor(frame).session
  return (
    <ActionDisclosure
      title={words.correctLog}
      hint={words.correctLogHint(data.keepsStages)}
      open={isRefused(data, LOG_NAMES)}
    >
      <form method="post" action={paths.sessionCorrection(data.id)} class="stack log">
        <Hidden values={{ id: data.outcomeId, corrects: logged.id }} />
        <LogFields data={data} results={CORRECTED} logged={logged} />
        <TextArea
          form={form}
          name="reason"
          label={words.correctionReason}
          hint={words.correctionReasonHint}
          attributes={{ maxlength: MAX_REASON_CHARACTERS, rows: 2, required: true }}
        />
        <button class="quiet" type="submit">
          {words.correctLog}
        </button>
      </form>
    </ActionDisclosure>
  )
}

/** The fields of both forms: one of them in a refused form opens it again. */
const LOG_NAMES = ['result', 'commitment', 'dueOn', 'reason']
