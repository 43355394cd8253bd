import type { FormatId, PairingId, PersonId, ProgrammeId, SessionId } from '../../../../worker/domain/ids.ts'
import type { PairingKind, PairingStatus, Place } from '../../../../worker/domain/pairing/pairing.ts'
import type { Onward, PulsePhase, Worth } from '../../../../worker/domain/pairing/pulse-answer.ts'
import type { WishKind } from '../../../../worker/domain/pairing/wish.ts'
import type { Aim } from '../../../../worker/domain/path/aim.ts'
import type { Stage } from '../../../../worker/domain/path/stage.ts'
import type { TrackStanding } from '../../../../worker/domain/path/track-walk.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type { Commitment } from '../../../../worker/domain/session/outcome.ts'
import type { WhySaid } from '../../../../worker/domain/session/why.ts'
import type { Day, Instant } from '../../../../worker/domain/time/time.ts'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { SessionLine } from '../../../parts/session-card.tsx'
import { WHYS_SEEN } from '../../../parts/whys.tsx'

export type PairingData = {
  readonly frame: PageFrame
  readonly id: PairingId
  readonly executive: string
  readonly executiveId: PersonId
  readonly mentor: string
  readonly mentorId: PersonId
  /** The mentor's last day; null: he stays. */
  readonly mentorLeavesOn: Day | null
  readonly kind: PairingKind
  readonly status: PairingStatus
  readonly place: Place | null
  /** What they work towards; null: not yet said. */
  readonly aim: Aim | null
  /** The track of a workshop; null for another kind. */
  readonly track: TrackChoice | null
  /** How far the executive has come on the path to yes. */
  /** Null: the programme keeps no stages. */
  readonly stage: Stage | null
  /** What can come next, best first. */
  readonly next: readonly NextLine[]
  /** Bumps in a row in the open round. */
  readonly bumps: number
  /** The current one, in the mentor's words. */
  readonly commitment: Pick<Commitment, 'words' | 'done' | 'saidDone'> | null
  /** In one reporting line now: who reports to whom, by name. */
  readonly reports: NamedReporting | null
  /** What the executive asked for on his own page. */
  readonly wished: readonly WishKind[]
  /** Newest first. */
  readonly sessions: readonly SessionLine[]
  /** Whether there may be older ones. */
  readonly isLatestOnly: boolean
  /** The open round; when it is fixed there is nothing to offer. */
  readonly open: { readonly id: SessionId; readonly isFixed: boolean; readonly isAsked: boolean } | null
  readonly heard: readonly Heard[]
  /** Why sessions did not happen and times did not suit. */
  readonly whys: readonly WhySaid[]
  /** What the managers of the programme keep in mind; null: nothing is written. */
  readonly managersNote: { readonly words: string | null; readonly by: string; readonly at: Instant } | null
  /** Mentors who could take over. */
  readonly handOver: {
    readonly mentors: readonly { readonly value: string; readonly label: string }[]
  }
  readonly booking: Booking
  readonly form: FormState
}

export type TrackChoice = {
  readonly standing: TrackStanding | null
  /** What can be chosen, and the one that is chosen, even if it was put away. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly programmeId: ProgrammeId
}

/** A format that can come next, with a sentence for each reason. */
export type NextLine = { readonly id: FormatId; readonly name: string; readonly reasons: readonly string[] }

export type NamedReporting = { readonly who: string; readonly superior: string; readonly steps: number }

/** A pulse answer of one of the two: for the manager alone. */
export type Heard = {
  readonly name: string
  readonly phase: PulsePhase
  readonly at: Instant
  readonly said: { readonly worth: Worth; readonly onward: Onward }
}

/** The best time of the search, on the wall clock of the reader's zone; empty texts when nothing was found. */
export type Booking = {
  /** Idempotency key of the form. */
  readonly newId: SessionId
  readonly date: string
  readonly time: string
  readonly minutes: number
  /** Whether a time was refused for its hours, so that a reason may override it. */
  readonly needsReason: boolean
}

export const PAIRING_FIELDS: SeenFields<PairingData> = {
  frame: 'neutral',
  id: 'neutral',
  executive: 'neutral',
  executiveId: 'neutral',
  mentor: 'mentor-name',
  mentorId: 'mentor-name',
  mentorLeavesOn: { sight: 'mentor-name', instead: null },
  kind: 'topic',
  status: 'neutral',
  place: 'time',
  aim: { sight: 'aim', instead: null },
  track: { sight: 'track', instead: null },
  stage: { sight: 'stage', instead: null },
  next: { sight: 'topic', instead: [] },
  bumps: { sight: 'bumps', instead: 0 },
  commitment: { sight: 'commitment', instead: null },
  reports: 'mentor-name',
  wished: { sight: 'pulse', instead: [] },
  sessions: 'parts',
  isLatestOnly: 'neutral',
  open: 'time',
  heard: { sight: 'pulse', instead: [] },
  whys: WHYS_SEEN,
  managersNote: { sight: 'manager-note', instead: null },
  handOver: 'mentor-name',
  booking: 'time',
  form: 'neutral',
}
