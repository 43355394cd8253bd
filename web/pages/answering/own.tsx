import { WISHES, type WishKind } from '../../../worker/domain/pairing/wish.ts'
import type { Aim } from '../../../worker/domain/path/aim.ts'
import type { Stage } from '../../../worker/domain/path/stage.ts'
import type { TrackStanding } from '../../../worker/domain/path/track-walk.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { Commitment } from '../../../worker/domain/session/outcome.ts'
import type { WaitingAnswer } from '../../../worker/domain/session/waiting-answer.ts'
import type { Interval } from '../../../worker/domain/time/time.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { PulseForm, type PulseFormQuestion } from '../../parts/pulse-form.tsx'
import { stepWords } from '../../parts/track-step.tsx'
import { WaitingAnswerNote } from '../../parts/waiting-answer.tsx'
import { When } from '../../parts/when.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'
import { type OwnListData, OwnListPart } from './own-list.tsx'

/** The executive's own page: what is known about him, and wishes that mail nobody. */
export type OwnData = {
  readonly frame: PageFrame
  readonly k: string
  readonly mentorName: string
  readonly managerName: string
  readonly next: Interval | null
  /** What his side has said and a person has not decided yet. */
  readonly waits: WaitingAnswer | null
  readonly isPaused: boolean
  /** His wishes that the manager has not settled yet. */
  readonly wished: readonly WishKind[]
  /** Name of the session's format. */
  readonly begins: string | null
  /** Where he stands in the track of a workshop, without the mentor's materials. */
  readonly track: TrackStanding | null
  /** The current one; it replaced any older one. */
  readonly commitment: Pick<Commitment, 'id' | 'words' | 'done' | 'dueOn'> | null
  /** What he and his mentor work towards. */
  readonly aim: Aim | null
  /** How far he has come on the path to yes. */
  readonly stage: Stage
  /** Two questions, half-way and at the end. */
  readonly pulse: PulseFormQuestion | null
  /** His own list when the programme is closed; nothing else can be requested then. */
  readonly closed: OwnListData | null
}

export const OWN_FIELDS: SeenFields<OwnData> = {
  frame: 'neutral',
  k: 'neutral',
  mentorName: 'mentor-name',
  managerName: 'neutral',
  next: 'time',
  waits: { sight: 'answers', instead: null },
  isPaused: 'neutral',
  wished: { sight: 'pulse', instead: [], own: true },
  begins: { sight: 'topic', instead: null },
  track: { sight: 'track', instead: null },
  commitment: { sight: 'commitment', instead: null },
  aim: { sight: 'aim', instead: null },
  stage: { sight: 'stage', instead: 'curious', own: true },
  pulse: 'parts',
  closed: 'parts',
}

const DONE = ['yes', 'partly', 'no'] as const

export function OwnPage(data: OwnData) {
  const { frame, mentorName, managerName, pulse, closed } = data
  const words = wordsFor(frame).own
  return (
    <Frame frame={frame} title={words.title} shape="sheet">
      <header class="opening">
        <p class="facts">
          <span>{words.with(mentorName)}</span>
        </p>
        <h1>{words.title}</h1>
      </header>
      {closed ? <OwnListPart {...closed} managerName={managerName} frame={frame} /> : <Now data={data} />}
      {pulse ? (
        <section>
          <h2>{wordsFor(frame).pulse.title}</h2>
          <PulseForm question={pulse} frame={frame} />
        </section>
      ) : null}
      {closed ? null : <Quietly data={data} />}
    </Frame>
  )
}

type PartProps = { readonly data: OwnData }

function Now({ data }: PartProps) {
  const { frame, k, next, waits, begins, commitment, isPaused, aim, stage, track } = data
  const { own: words, pairings, logging, path } = wordsFor(frame)
  return (
    <>
      <section>
        <h2>{words.next}</h2>
        {next ? <When time={next} frame={frame} /> : <p>{isPaused ? words.paused : words.noNext}</p>}
        {next && begins ? <p class="soft">{words.begins(begins)}</p> : null}
        {track ? <p class="soft">{stepWords({ frame, track })}</p> : null}
        <WaitingAnswerNote waits={waits} frame={frame} />
      </section>
      <section>
        <h2>{words.commitment}</h2>
        {commitment ? (
          <InHand commitment={commitment} frame={frame} k={k} />
        ) : (
          <p class="soft">{words.noCommitment}</p>
        )}
        {aim ? (
          <p class="soft">
            {path.aim}: {path.aims[aim]}
          </p>
        ) : null}
        {stage === 'curious' ? null : <p class="soft">{pairings.stage(logging.evidences[stage])}</p>}
      </section>
    </>
  )
}

function Quietly({ data: { frame, k, managerName, wished } }: PartProps) {
  const words = wordsFor(frame).own
  return (
    <section class="aside">
      <h2>{words.quietly}</h2>
      <p class="soft">{words.quietlyAbout(managerName)}</p>
      {WISHES.map((wish) =>
        wished.includes(wish) ? (
          <>
            <p>{words.asked[wish]}</p>
            <PostButton
              action={paths.own}
              hidden={{ k, wish, back: 'yes' }}
              label={words.takeBack}
              about={words[wish]}
            />
          </>
        ) : (
          <PostButton action={paths.own} hidden={{ k, wish }} label={words[wish]} tone="link" />
        ),
      )}
    </section>
  )
}

type InHandProps = {
  readonly commitment: NonNullable<OwnData['commitment']>
  readonly frame: PageFrame
  readonly k: string
}

function InHand({ commitment: { id, words: agreed, done, dueOn }, frame, k }: InHandProps) {
  const words = wordsFor(frame).own
  return (
    <>
      <p>“{agreed}”</p>
      {dueOn === null ? null : <p class="soft">{words.due(formatDay(dueOn, frame))}</p>}
      <p>{done ? words.said[done] : words.isDone}</p>
      <div class="actions">
        {DONE.map((each) => (
          <PostButton
            action={paths.own}
            hidden={{ k, commitment: id, done: each }}
            label={words.done[each]}
            about={words.isDone}
          />
        ))}
      </div>
    </>
  )
}
