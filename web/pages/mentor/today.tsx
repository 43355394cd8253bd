import type { OutcomeId, SessionId } from '../../../worker/domain/ids.ts'
import type { PairingKind, Place } from '../../../worker/domain/pairing/pairing.ts'
import type { Aim } from '../../../worker/domain/path/aim.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { DueDays } from '../../../worker/domain/session/commitment.ts'
import type { Commitment } from '../../../worker/domain/session/outcome.ts'
import type { Partstat } from '../../../worker/domain/session/session.ts'
import type { Interval, Zone } from '../../../worker/domain/time/time.ts'
import { Asked } from '../../parts/asked.tsx'
import { PartstatBadge } from '../../parts/badges.tsx'
import { Empty } from '../../parts/empty.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PlaceLine } from '../../parts/place.tsx'
import { PulseForm, type PulseFormQuestion } from '../../parts/pulse-form.tsx'
import { twoWords } from '../../parts/two-words.ts'
import { When } from '../../parts/when.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { labelled, quoted } from '../../words/punctuation.ts'
import { paths } from '../paths.ts'
import { type LastCommitment, LogForm } from './log-form.tsx'

/** The session that just ended, to log here. */
export type EndedSession = {
  readonly id: SessionId
  /** The page that its mail leads to; null before that. */
  readonly logHref: string | null
  readonly outcomeId: OutcomeId
  readonly otherName: string
  readonly managerName: string
  readonly kind: PairingKind
  readonly keepsStages: boolean
  readonly time: Interval
  readonly lastCommitment: LastCommitment | null
  /** What the executive wanted to ask, for his own mentor alone. */
  readonly question: string | null
  readonly due: DueDays
  readonly suggestions: readonly string[]
}

export type UpcomingSession = {
  readonly id: SessionId
  /** Where the mentor says that he cannot come; null before its mail is written. */
  readonly href: string | null
  readonly otherName: string
  readonly otherZone: Zone
  readonly time: Interval
  readonly place: Place | null
  /** The mentor's own answer. */
  readonly partstat: Partstat
  /** Name of the session's format. */
  readonly begins: string | null
  /** Why it begins with that. */
  readonly why: readonly string[]
  /** What they work towards; null: not yet said. */
  readonly aim: Aim | null
  /** The pairing's latest commitment. */
  readonly commitment: Pick<Commitment, 'words' | 'done' | 'saidDone'> | null
  /** What the executive wants to ask, for his own mentor alone. */
  readonly question: string | null
}

export const ENDED_FIELDS: SeenFields<EndedSession> = {
  id: 'neutral',
  logHref: 'neutral',
  outcomeId: 'neutral',
  otherName: 'mentor-name',
  managerName: 'neutral',
  kind: 'topic',
  keepsStages: 'neutral',
  time: 'time',
  lastCommitment: { sight: 'commitment', instead: null },
  question: { sight: 'question', instead: null },
  due: 'neutral',
  suggestions: { sight: 'topic', instead: [] },
}

export const UPCOMING_FIELDS: SeenFields<UpcomingSession> = {
  id: 'neutral',
  href: 'neutral',
  otherName: 'mentor-name',
  otherZone: 'time',
  time: 'time',
  place: 'time',
  partstat: { sight: 'answers', instead: 'NEEDS-ACTION', own: true },
  begins: { sight: 'topic', instead: null },
  why: { sight: 'stage', instead: [], own: true },
  aim: { sight: 'aim', instead: null },
  commitment: { sight: 'commitment', instead: null },
  question: { sight: 'question', instead: null },
}

export type MentorTodayData = {
  readonly frame: PageFrame
  /** The first is logged here, the others after it. */
  readonly ended: readonly EndedSession[]
  readonly upcoming: readonly UpcomingSession[]
  /** The first pairing with an open pulse question. */
  readonly pulse: { readonly otherName: string; readonly question: PulseFormQuestion } | null
  /** Whether he has not read yet what a new mentor should know. */
  readonly isGuideNew: boolean
  readonly form: FormState
}

export function MentorTodayPage({ frame, ended, upcoming, pulse, isGuideNew, form }: MentorTodayData) {
  const { mine: words, guide } = wordsFor(frame)
  return (
    <Frame frame={frame} title={words.tab} errors={form.errors}>
      <header class="heading">
        <h1>{words.title}</h1>
        {isGuideNew ? (
          <p>
            {guide.fresh} <a href={paths.guide}>{guide.title}</a>
          </p>
        ) : null}
      </header>
      {ended.slice(0, 1).map((session) => (
        <JustEnded session={session} frame={frame} form={form} />
      ))}
      {pulse ? (
        <section class="card">
          <p class="eyebrow">{wordsFor(frame).pulse.with(pulse.otherName)}</p>
          <h2>{wordsFor(frame).pulse.title}</h2>
          <PulseForm question={pulse.question} frame={frame} />
        </section>
      ) : null}
      {ended.length > 1 || upcoming.length > 0 ? (
        <div class="blocks">
          <StillToLog sessions={ended.slice(1)} frame={frame} />
          {upcoming.length === 0 ? null : (
            <section>
              <h2>{words.upcoming}</h2>
              <ul class="rows">
                {upcoming.map((session) => (
                  <Upcoming session={session} frame={frame} />
                ))}
              </ul>
            </section>
          )}
        </div>
      ) : null}
      {upcoming.length === 0 ? (
        <Empty title={words.emptyTitle} sentence={words.empty}>
          <a class="button quiet" href={paths.hours}>
            {words.hours}
          </a>
        </Empty>
      ) : (
        <p class="soft">
          <a href={paths.hours}>{words.hours}</a>: {words.hoursHint}
        </p>
      )}
      {isGuideNew ? null : (
        <p class="soft">
          <a href={paths.guide}>{guide.title}</a>
        </p>
      )}
    </Frame>
  )
}

type EndedProps = { readonly session: EndedSession; readonly frame: PageFrame; readonly form: FormState }

function JustEnded({ session, frame, form }: EndedProps) {
  const words = wordsFor(frame)
  const endedToday = formatDay(session.time.end, frame) === formatDay(frame.now, frame)
  return (
    <section class="card">
      <p class="eyebrow">{endedToday ? words.mine.justEnded : words.mine.logIt}</p>
      <h2>{session.otherName}</h2>
      <p class="soft">
        <When time={session.time} frame={frame} />
      </p>
      {session.question ? <Asked words={session.question} frame={frame} /> : null}
      <LogForm
        frame={frame}
        action={paths.sessionOutcome(session.id)}
        hidden={{ id: session.outcomeId }}
        managerName={session.managerName}
        result="happened"
        kind={session.kind}
        keepsStages={session.keepsStages}
        lastCommitment={session.lastCommitment}
        due={session.due}
        suggestions={session.suggestions}
        form={form}
      />
    </section>
  )
}

/** The others that wait for a log: one after another, or each on the page that its mail leads to. */
function StillToLog({
  sessions,
  frame,
}: {
  readonly sessions: readonly EndedSession[]
  readonly frame: PageFrame
}) {
  const words = wordsFor(frame).mine
  if (sessions.length === 0) return null
  return (
    <section>
      <h2>{words.stillToLog}</h2>
      <ul class="rows">
        {sessions.map(({ otherName, time, logHref }) => (
          <li class="row">
            <p class="row-what">
              {logHref ? (
                <a class="name" href={logHref}>
                  {otherName}
                </a>
              ) : (
                <span class="name">{otherName}</span>
              )}
              <span class="row-time">
                <When time={time} frame={frame} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Upcoming({ session, frame }: { readonly session: UpcomingSession; readonly frame: PageFrame }) {
  const { mine: words, path } = wordsFor(frame)
  const said = session.commitment && twoWords(session.commitment, frame)
  return (
    <li class="row">
      <p class="row-what">
        <span class="name">{session.otherName}</span>
        <span class="row-time">
          <When time={session.time} frame={frame} other={session.otherZone} />
        </span>
      </p>
      <p class="row-how">
        <PlaceLine place={session.place} frame={frame} />
        <PartstatBadge partstat={session.partstat} frame={frame} />
      </p>
      {session.begins ? (
        <p class="row-words soft">
          {wordsFor(frame).formats.begins} {quoted(session.begins, frame.locale)}. {session.why.join(' ')}
        </p>
      ) : null}
      {session.aim ? <p class="row-words soft">{path.towards(path.aims[session.aim])}</p> : null}
      {session.commitment ? (
        <p class="row-words soft">
          {labelled(words.commitment, frame.locale)} {quoted(session.commitment.words, frame.locale)}
          {said ? ` (${said})` : ''}
        </p>
      ) : null}
      {session.question ? <Asked words={session.question} frame={frame} /> : null}
      {session.href && session.partstat !== 'DECLINED' ? (
        <p class="row-words">
          <a href={session.href}>
            {words.cannot}
            <span class="unseen"> {session.otherName}</span>
          </a>
        </p>
      ) : null}
    </li>
  )
}
