import type { Place } from '../../../worker/domain/pairing/pairing.ts'
import type { WishKind } from '../../../worker/domain/pairing/wish.ts'
import type { Aim } from '../../../worker/domain/path/aim.ts'
import type { Stage } from '../../../worker/domain/path/stage.ts'
import type { TrackShown } from '../../../worker/domain/path/track-walk.ts'
import type { Materials } from '../../../worker/domain/path/track.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { SeenBy } from '../../../worker/domain/people/who-sees.ts'
import type { Commitment } from '../../../worker/domain/session/outcome.ts'
import type { WaitingAnswer } from '../../../worker/domain/session/waiting-answer.ts'
import type { WhySaid } from '../../../worker/domain/session/why.ts'
import type { Interval } from '../../../worker/domain/time/time.ts'
import type { FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import type { Published } from '../../parts/published-calendar.tsx'
import type { PulseFormQuestion } from '../../parts/pulse-form.tsx'
import type { SenderLine } from '../../parts/sender.tsx'
import { WHYS_SEEN } from '../../parts/whys.tsx'
import type { OwnListData } from './own-list.tsx'
import type { OwnQuestion } from './own-question.tsx'

/** The executive's own page: what is known about him, and wishes that mail nobody. */
export type OwnData = {
  readonly frame: PageFrame
  readonly k: string
  /** The mentor of the pair, and who meets him instead next time; null: nobody does. */
  readonly mentorName: string
  readonly standInName: string | null
  readonly sender: SenderLine
  readonly next: Interval | null
  /** What his side has said and a person has not decided yet. */
  readonly waits: WaitingAnswer | null
  readonly isPaused: boolean
  /** His wishes that the manager has not settled yet. */
  readonly wished: readonly WishKind[]
  /** What the next half hour is about; null: nothing is known yet. */
  readonly sheet: OwnSheet | null
  readonly place: Place | null
  /** Where he stands in the track of a workshop, without the mentor's materials. */
  readonly track: Pick<TrackShown, 'title' | 'step' | 'of'> | null
  /** The current one; it replaced any older one. */
  readonly commitment: Pick<Commitment, 'id' | 'words' | 'done' | 'saidDone' | 'dueOn'> | null
  /** Why it did not come about, as it was said of the latest sessions. */
  readonly whys: readonly WhySaid[]
  /** Whether he gets in writing what was agreed. */
  readonly inWriting: boolean
  /** What he and his mentor work towards. */
  readonly aim: Aim | null
  /** How far he has come on the path to yes. */
  readonly stage: Stage
  /** For the next session; null: there is none to which he could take a question. */
  readonly question: OwnQuestion | null
  /** What he wrote when there was nobody to take it to any more. */
  readonly unsaid: string | null
  /** Whether a mentor keeps a note on one of his sessions. */
  readonly hasPrivateNote: boolean
  /** Two questions, half-way and at the end. */
  readonly pulse: PulseFormQuestion | null
  /** The calendar that he lets be read, if he does. */
  readonly calendar: { readonly published: Published; readonly form: FormState }
  /** Who sees what of him. */
  readonly seen: readonly SeenBy[]
  /** His own list when the programme is closed; nothing else can be requested then. */
  readonly closed: OwnListData | null
}

/** The executive's side of a format, in his language. */
export type OwnSheet = {
  readonly name: string
  readonly why: readonly string[]
  /** What he may do before; empty: nothing. */
  readonly prepare: string
  readonly text: string
  readonly link: string | null
  /** What the track of a workshop has for him in this step. */
  readonly ofTrack: Materials
}

export const OWN_FIELDS: SeenFields<OwnData> = {
  frame: 'neutral',
  k: 'neutral',
  mentorName: 'mentor-name',
  standInName: { sight: 'mentor-name', instead: null },
  sender: 'neutral',
  next: 'time',
  waits: { sight: 'answers', instead: null },
  isPaused: 'neutral',
  wished: { sight: 'pulse', instead: [], own: true },
  sheet: { sight: 'topic', instead: null },
  place: 'time',
  track: { sight: 'track', instead: null },
  commitment: { sight: 'commitment', instead: null },
  whys: WHYS_SEEN,
  aim: { sight: 'aim', instead: null },
  inWriting: 'neutral',
  stage: { sight: 'stage', instead: 'curious', own: true },
  question: { sight: 'question', instead: null },
  unsaid: { sight: 'question', instead: null },
  hasPrivateNote: { sight: 'private-note', instead: false, exists: true },
  pulse: 'parts',
  calendar: 'neutral',
  seen: 'neutral',
  closed: 'parts',
}
