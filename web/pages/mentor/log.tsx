import type { PairingKind } from '../../../worker/domain/pairing/pairing.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { DueDays } from '../../../worker/domain/session/commitment.ts'
import type { OutcomeResult } from '../../../worker/domain/session/outcome.ts'
import type { Day, Instant, Interval } from '../../../worker/domain/time/time.ts'
import { Asked } from '../../parts/asked.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { type PrivateNote, PrivateNoteForm } from '../../parts/private-note.tsx'
import { PulseForm, type PulseFormQuestion } from '../../parts/pulse-form.tsx'
import { type SenderLine, SenderNote } from '../../parts/sender.tsx'
import { Saying, When } from '../../parts/when.tsx'
import { type WhyLine, WHYS_SEEN } from '../../parts/whys.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { quoted } from '../../words/punctuation.ts'
import { paths } from '../paths.ts'
import { type LastCommitment, LogForm } from './log-form.tsx'
import { type Settling, SettlingForm } from './settling.tsx'

/** The four links of the mentor's mail open this page with the result already chosen. */
export type LogData = {
  readonly frame: PageFrame
  readonly action: string
  readonly k: string
  /** Idempotency key of the form: saving twice is saving once. */
  readonly id: string
  readonly otherName: string
  readonly managerName: string
  /** What the executive wanted to ask, for his own mentor alone. */
  readonly question: string | null
  /** Null while the session waits for another time. */
  readonly time: Interval | null
  /** His own, and read by nobody else. Null: there is none, and none can be written. */
  readonly privateNote: PrivateNote | null
  readonly sender: SenderLine
  readonly state: LogState
}

export type LogState =
  | {
      readonly kind: 'open'
      readonly pairing: PairingKind
      readonly keepsStages: boolean
      readonly result: OutcomeResult
      /** The pairing's latest commitment; null at the first session. */
      readonly lastCommitment: LastCommitment | null
      readonly due: DueDays
      /** Ready-made commitments; one tap each. */
      readonly suggestions: readonly string[]
      readonly form: FormState
    }
  | {
      readonly kind: 'saved'
      readonly result: OutcomeResult
      readonly commitment: string | null
      readonly dueOn: Day | null
      /** Whether the mentor asked for the manager. */
      readonly needsManager: boolean
      /** Why it fell short, if the mentor said so. */
      readonly whys: readonly WhyLine[]
      readonly until: Instant
      readonly settling: Settling | null
      /** The pulse: two more taps, half-way and at the end. */
      readonly pulse: PulseFormQuestion | null
    }
  | {
      readonly kind: 'closed'
      readonly at: Instant
      readonly result: OutcomeResult
      /** The manager who corrected it, and when; why is hers. */
      readonly corrected: { readonly by: string; readonly at: Instant } | null
      readonly whys: readonly WhyLine[]
      readonly settling: Settling | null
    }
  | { readonly kind: 'early' }
  | { readonly kind: 'gone' }

export const LOG_FIELDS: SeenFields<LogData> = {
  frame: 'neutral',
  action: 'neutral',
  k: 'neutral',
  id: 'neutral',
  otherName: 'mentor-name',
  managerName: 'neutral',
  question: { sight: 'question', instead: null },
  time: 'time',
  privateNote: { sight: 'private-note', instead: null, own: true },
  sender: 'neutral',
  state: 'parts',
}

export const LOG_STATE_FIELDS: SeenFields<LogState> = {
  kind: 'neutral',
  pairing: 'topic',
  keepsStages: 'neutral',
  result: 'neutral',
  lastCommitment: { sight: 'commitment', instead: null },
  due: 'neutral',
  suggestions: { sight: 'topic', instead: [] },
  form: 'neutral',
  commitment: { sight: 'commitment', instead: null },
  dueOn: { sight: 'commitment', instead: null },
  needsManager: { sight: 'needs-manager', instead: false, own: true },
  whys: WHYS_SEEN,
  until: 'neutral',
  pulse: 'parts',
  settling: { sight: 'stage', instead: null, own: true },
  at: 'neutral',
  corrected: 'neutral',
}

export function LogPage(data: LogData) {
  const { frame, state } = data
  const words = wordsFor(frame).logging
  const titles = {
    open: words.title,
    saved: words.savedTitle,
    closed: words.closedTitle,
    early: words.earlyTitle,
    gone: words.goneTitle,
  }
  return (
    <Frame
      frame={frame}
      title={titles[state.kind]}
      shape="sheet"
      errors={'form' in state ? state.form.errors : []}
    >
      <header class="opening">
        <p class="facts">
          <span>{words.withOther(data.otherName)}</span>
          {data.time ? <When time={data.time} frame={frame} /> : null}
        </p>
        <h1>{titles[state.kind]}</h1>
      </header>
      {data.question ? <Asked words={data.question} frame={frame} /> : null}
      <LogBody data={data} />
      {state.kind === 'early' ? (
        <p>
          <a href={paths.mine}>{wordsFor(frame).refusal.first.mine}</a>
        </p>
      ) : null}
      {data.privateNote ? (
        <PrivateNoteForm
          {...data}
          note={data.privateNote}
          within={state.kind === 'open' ? LOG_FORM : undefined}
        />
      ) : null}
      <SenderNote sender={data.sender} frame={frame} />
    </Frame>
  )
}

/** The note below is sent with it, so that neither takes away what was typed into the other. */
const LOG_FORM = 'the-log'

function LogBody({ data }: { readonly data: LogData }) {
  const { frame, state } = data
  const words = wordsFor(frame).logging
  switch (state.kind) {
    case 'open':
      return <OpenLog data={data} state={state} />
    case 'saved':
      return <Saved data={data} state={state} />
    case 'closed':
      return (
        <>
          <p class="settled">
            {wordsFor(frame).states.outcome[state.result]}
            <SaidWhy whys={state.whys} frame={frame} />
          </p>
          <p>
            <Saying
              sentence={(moment) => words.closed(moment, data.managerName)}
              at={state.at}
              frame={frame}
            />
          </p>
          {state.corrected ? <Corrected corrected={state.corrected} frame={frame} /> : null}
          <p>
            <a href={paths.mine}>{words.toMine}</a>
          </p>
          <Settled data={data} settling={state.settling} />
        </>
      )
    case 'early':
      return (
        <p>
          <Saying sentence={words.early} at={data.time?.end ?? frame.now} frame={frame} />
        </p>
      )
    case 'gone':
      return (
        <>
          <p>{words.gone}</p>
          <p>
            <a href={paths.mine}>{words.toMine}</a>
          </p>
        </>
      )
  }
}

type CorrectedProps = {
  readonly corrected: NonNullable<Extract<LogState, { kind: 'closed' }>['corrected']>
  readonly frame: PageFrame
}

function Corrected({ corrected: { by, at }, frame }: CorrectedProps) {
  const words = wordsFor(frame).session
  return (
    <p>
      <Saying sentence={(moment) => words.correctedBy(by, moment)} at={at} frame={frame} />
    </p>
  )
}

function OpenLog({
  data,
  state,
}: {
  readonly data: LogData
  readonly state: Extract<LogState, { kind: 'open' }>
}) {
  const { frame, action, managerName, k, id } = data
  const { pairing, keepsStages, result, lastCommitment, due, suggestions, form } = state
  const asked = { kind: pairing, keepsStages, result, lastCommitment, due, suggestions, form }
  return <LogForm {...{ frame, action, hidden: { k, id }, managerName, ...asked }} formId={LOG_FORM} />
}

function SaidWhy({ whys, frame }: { readonly whys: readonly WhyLine[]; readonly frame: PageFrame }) {
  const { codes } = wordsFor(frame).whys
  return whys.map(({ code }) => <span class="elsewhere"> {codes[code]}</span>)
}

function Settled({ data, settling }: { readonly data: LogData; readonly settling: Settling | null }) {
  const { frame, action, k, otherName, managerName } = data
  return settling ? <SettlingForm {...{ frame, action, k, settling, otherName, managerName }} /> : null
}

type SavedProps = { readonly data: LogData; readonly state: Extract<LogState, { kind: 'saved' }> }

function Saved({ data, state }: SavedProps) {
  const words = wordsFor(data.frame).logging
  return (
    <>
      <p class="settled">
        {wordsFor(data.frame).states.outcome[state.result]}
        {state.commitment ? (
          <span class="elsewhere">{quoted(state.commitment, data.frame.locale)}</span>
        ) : null}
        {state.dueOn ? (
          <span class="elsewhere">{words.dueBy(formatDay(state.dueOn, data.frame))}</span>
        ) : null}
        <SaidWhy whys={state.whys} frame={data.frame} />
        {state.needsManager ? <span class="elsewhere">{words.needsManager(data.managerName)}</span> : null}
      </p>
      <p>{state.result === 'moved' ? words.movedNext : words.savedNext}</p>
      <Settled data={data} settling={state.settling} />
      {state.pulse ? (
        <section>
          <h2>{wordsFor(data.frame).pulse.title}</h2>
          <PulseForm question={state.pulse} frame={data.frame} />
        </section>
      ) : null}
      <section class="aside">
        <p>
          <Saying sentence={words.change} at={state.until} frame={data.frame} />
        </p>
        <PostButton action={data.action} hidden={{ k: data.k, change: 'yes' }} label={words.changeButton} />
      </section>
      <p>
        <a href={paths.mine}>{words.toMine}</a>
      </p>
    </>
  )
}
