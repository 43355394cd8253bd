import type { FormatId } from '../../../worker/domain/ids.ts'
import type { Place } from '../../../worker/domain/pairing/pairing.ts'
import type { Aim } from '../../../worker/domain/path/aim.ts'
import type { OwnWords } from '../../../worker/domain/path/format.ts'
import type { Stage } from '../../../worker/domain/path/stage.ts'
import type { TrackShown } from '../../../worker/domain/path/track-walk.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { Commitment } from '../../../worker/domain/session/outcome.ts'
import type { SessionStatus } from '../../../worker/domain/session/session.ts'
import type { Instant, Interval } from '../../../worker/domain/time/time.ts'
import { Asked } from '../../parts/asked.tsx'
import { StatusBadge } from '../../parts/badges.tsx'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PlaceLine } from '../../parts/place.tsx'
import { PostButton } from '../../parts/post.tsx'
import { type PrivateNote, PrivateNoteForm } from '../../parts/private-note.tsx'
import { type SenderLine, SenderNote } from '../../parts/sender.tsx'
import { TrackStepPart } from '../../parts/track-step.tsx'
import { twoWords } from '../../parts/two-words.ts'
import { Saying, When } from '../../parts/when.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { quoted } from '../../words/punctuation.ts'
import { paths } from '../paths.ts'

export type AttendanceSaid = 'late' | 'waiting' | 'arrived' | 'cannot'

/** The mentor's page on the day, linked from the brief; only a press says something. */
export type MeetingData = {
  readonly frame: PageFrame
  readonly k: string
  readonly otherName: string
  /** Whether the message goes to the executive himself, because he has no assistant. */
  readonly toExecutive: boolean
  readonly time: Interval | null
  readonly place: Place | null
  /** How far the executive has come; null for a stand-in. */
  readonly stage: Stage | null
  /** What they work towards; null: not yet said. */
  readonly aim: Aim | null
  /** What was agreed last time, and whether it was done. */
  readonly commitment: Pick<Commitment, 'words' | 'done' | 'saidDone'> | null
  /** Why it begins with its format. */
  readonly why: readonly string[]
  /** The format, for the mentor alone. */
  readonly begins: (OwnWords & { readonly link: string | null }) | null
  /** What else can come next, the best first. */
  readonly instead: readonly { readonly id: FormatId; readonly name: string; readonly why: string | null }[]
  /** What the executive wants to ask, for his own mentor alone. */
  readonly question: string | null
  /** Which step of its track it is. */
  readonly track: TrackShown | null
  readonly status: SessionStatus
  /** What can be said now; the one of the opened link comes first. */
  readonly sayable: readonly AttendanceSaid[]
  /** What the opened link means to say, which then stands above the sheet; `from` where it is too early for it. */
  readonly meant: { readonly say: AttendanceSaid; readonly from: Instant | null } | null
  readonly said: AttendanceSaid | null
  /** The log of a meeting that is over, where its mail has gone. */
  readonly logHref: string | null
  /** His own, and read by nobody else. Null: there is none, and none can be written. */
  readonly privateNote: PrivateNote | null
  readonly sender: SenderLine
}

export const MEETING_FIELDS: SeenFields<MeetingData> = {
  frame: 'neutral',
  k: 'neutral',
  otherName: 'mentor-name',
  toExecutive: 'neutral',
  time: 'time',
  place: 'time',
  stage: { sight: 'stage', instead: null },
  aim: { sight: 'aim', instead: null },
  commitment: { sight: 'commitment', instead: null },
  why: { sight: 'stage', instead: [], own: true },
  begins: { sight: 'topic', instead: null },
  instead: { sight: 'topic', instead: [] },
  question: { sight: 'question', instead: null },
  track: { sight: 'track', instead: null },
  status: 'neutral',
  sayable: 'neutral',
  meant: 'neutral',
  said: 'neutral',
  logHref: 'neutral',
  privateNote: { sight: 'private-note', instead: null, own: true },
  sender: 'neutral',
}

export function MeetingPage({
  frame,
  k,
  otherName,
  time,
  place,
  begins,
  instead,
  question,
  sayable,
  meant,
  said,
  ...data
}: MeetingData) {
  const { meeting: words, pairings, board, path } = wordsFor(frame)
  const told = data.toExecutive ? otherName : null
  const sayings = <Sayings {...{ frame, k, sayable, meant, said, told }} />
  const isOver = sayable.length === 0 && !said
  return (
    <Frame frame={frame} title={words.title} shape="sheet">
      <header class="opening">
        <p class="facts">
          <span>{words.withOther(otherName)}</span>
          {time ? <When time={time} frame={frame} /> : null}
        </p>
        <h1>{words.title}</h1>
        {place ? <PlaceLine place={place} frame={frame} /> : null}
        {data.stage ? <p class="soft">{pairings.stage(board.stages[data.stage])}</p> : null}
        {data.aim ? <p class="soft">{path.towards(path.aims[data.aim])}</p> : null}
      </header>
      {isOver ? <Over status={data.status} time={time} frame={frame} logHref={data.logHref} /> : null}
      {meant ? sayings : null}
      {data.commitment && !said ? <Agreed frame={frame} commitment={data.commitment} /> : null}
      {question ? <Asked words={question} frame={frame} /> : null}
      {begins && !said ? <Begins frame={frame} begins={begins} why={data.why} /> : null}
      {said ? null : <Instead frame={frame} k={k} instead={instead} />}
      {data.track && !said ? <TrackStepPart frame={frame} track={data.track} /> : null}
      {said ? <p class="settled">{words.said[said]}</p> : null}
      {meant ? null : sayings}
      {sayable.length === 0 && said ? <ToSessions frame={frame} /> : null}
      {data.privateNote ? (
        <PrivateNoteForm {...{ frame, k, otherName }} action={paths.meeting} note={data.privateNote} />
      ) : null}
      <SenderNote sender={data.sender} frame={frame} />
    </Frame>
  )
}

type SayingsProps = Pick<MeetingData, 'frame' | 'k' | 'sayable' | 'meant' | 'said'> & {
  /** Who is told, if not the assistant. */
  readonly told: string | null
}

/** Green is only what the reader came to say, or what follows from what was said. */
function Sayings({ frame, k, sayable, meant, said, told }: SayingsProps) {
  const from = meant?.from ?? null
  const words = wordsFor(frame).meeting
  const hints = {
    late: words.lateHint(told),
    waiting: words.waitingHint(told),
    cannot: words.cannotHint,
    arrived: null,
  }
  return (
    <>
      {from === null ? null : (
        <p class="settled">
          <Saying sentence={words.tooEarly} at={from} frame={frame} />
        </p>
      )}
      {sayable.map((each) => (
        <section>
          <PostButton
            action={paths.meeting}
            hidden={{ k, say: each }}
            label={words[each]}
            tone={said || meant?.say === each ? 'primary' : 'quiet'}
          />
          {hints[each] ? <p class="soft">{hints[each]}</p> : null}
        </section>
      ))}
    </>
  )
}

/** Nothing can be said of it any more: what became of it, and how it went or what comes next. */
function Over({ status, time, frame, logHref }: Pick<MeetingData, 'status' | 'time' | 'frame' | 'logHref'>) {
  const words = wordsFor(frame).meeting
  const hasDeclined = status === 'fixed' && time !== null && time.end > frame.now
  return (
    <>
      {hasDeclined ? null : (
        <p>
          <StatusBadge status={status} frame={frame} />
        </p>
      )}
      <p>{hasDeclined ? words.said.cannot : logHref ? words.isOver : words.over[status]}</p>
      {logHref ? (
        <p>
          <a class="button primary" href={logHref}>
            {wordsFor(frame).refusal.log}
          </a>
        </p>
      ) : (
        <ToSessions frame={frame} />
      )}
    </>
  )
}

function ToSessions({ frame }: Pick<MeetingData, 'frame'>) {
  return (
    <p>
      <a href={paths.mine}>{wordsFor(frame).refusal.first.mine}</a>
    </p>
  )
}

/** One tap begins with another step; the brief is not sent again. */
function Instead({ frame, k, instead }: Pick<MeetingData, 'frame' | 'k' | 'instead'>) {
  const words = wordsFor(frame).meeting
  if (instead.length === 0) return null
  return (
    <section>
      <h2>{words.instead}</h2>
      {instead.map(({ id, name, why }) => (
        <>
          <PostButton action={paths.meeting} hidden={{ k, formatId: id }} label={name} />
          {why ? <p class="soft">{why}</p> : null}
        </>
      ))}
    </section>
  )
}

function Agreed({
  frame,
  commitment,
}: {
  readonly frame: PageFrame
  readonly commitment: NonNullable<MeetingData['commitment']>
}) {
  const words = wordsFor(frame).meeting
  const said = twoWords(commitment, frame)
  return (
    <section>
      <h2>{words.agreed}</h2>
      <p>
        {quoted(commitment.words, frame.locale)}
        {said ? ` (${said})` : ''}
      </p>
    </section>
  )
}

type BeginsProps = Pick<MeetingData, 'frame' | 'why'> & {
  readonly begins: NonNullable<MeetingData['begins']>
}

/** His side of the sheet: what it begins with, why, and all that the format says to him. */
function Begins({ frame, why, begins: { name, prompts, doing, avoid, sign, text, link } }: BeginsProps) {
  const { formats, meeting: words } = wordsFor(frame)
  return (
    <section class="begins">
      <h2>{name}</h2>
      {why.map((each) => (
        <p class="soft">{each}</p>
      ))}
      {prompts.length > 0 ? (
        <ul class="told">
          {prompts.map((prompt) => (
            <li>{prompt}</li>
          ))}
        </ul>
      ) : null}
      <Labelled label={words.together} text={doing} />
      <Labelled label={formats.betterNot} text={avoid} />
      <Labelled label={words.sign} text={sign} />
      <Labelled label={words.forYou} text={text} />
      {link ? (
        <p>
          <a href={link} rel="noreferrer">
            {formats.materialsLink}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Labelled({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null
  return (
    <p class="soft">
      {label} {text}
    </p>
  )
}
