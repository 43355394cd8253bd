import type { SessionEventCode, EventDoor } from '../../../../worker/domain/events.ts'
import type {
  OptionId,
  OutcomeId,
  PairingId,
  PersonId,
  ProposalId,
  ReceivedId,
  SessionId,
} from '../../../../worker/domain/ids.ts'
import type { PairingKind, PairingStatus, Place } from '../../../../worker/domain/pairing/pairing.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type {
  Benefit,
  Commitment,
  Done,
  Evidence,
  OutcomeResult,
} from '../../../../worker/domain/session/outcome.ts'
import type {
  Door,
  OfferStatus,
  Partstat,
  SessionStatus,
  TriedTime,
} from '../../../../worker/domain/session/session.ts'
import type { Why, WhySaid } from '../../../../worker/domain/session/why.ts'
import type { Day, Instant, Interval } from '../../../../worker/domain/time/time.ts'
import type { FormState } from '../../../parts/form.ts'
import type { FormatChoices } from '../../../parts/format-choice.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { ReaderClock } from '../../../parts/when.tsx'
import { type WhyLine, WHYS_SEEN } from '../../../parts/whys.tsx'

export type SessionData = {
  readonly frame: PageFrame
  readonly id: SessionId
  readonly pairingId: PairingId
  readonly status: SessionStatus
  readonly executive: { readonly id: PersonId; readonly name: string; readonly zone: ReaderClock }
  readonly mentor: { readonly id: PersonId; readonly name: string }
  /** Who could stand in. */
  readonly mentors: readonly { readonly id: PersonId; readonly name: string }[]
  readonly time: Interval | null
  /** The executive has declined: when the time is released, unless another answer comes first. */
  readonly releasedAt: Instant | null
  readonly minutes: number
  readonly place: Place | null
  /** Nothing says where they meet, though the mentor has a list of links. */
  readonly lacksPlace: boolean
  readonly bumps: number
  /** Its format, and the possible others; null when it can no longer be chosen. */
  readonly begins: string | null
  readonly formats: FormatChoices | null
  readonly notBefore: Day | null
  readonly invites: readonly InviteLine[]
  readonly offer: OfferLine | null
  /** Times that were refused in this round and are still to come. */
  readonly refused: readonly TriedTime[]
  readonly proposals: readonly ProposalLine[]
  /** Why the date no longer fits, and other times; null if it does. */
  readonly free: Displacing | null
  /** Free times of both to move it to, in order of time. */
  readonly moves: readonly Interval[]
  /** Whether the executive has written down a question, which only the mentor reads. */
  readonly hasQuestion: boolean
  readonly outcome: OutcomeLine | null
  /** What stood before each correction of the log, latest first. */
  /** Whether what was seen is asked in a log. */
  readonly keepsStages: boolean
  readonly corrections: readonly CorrectionLine[]
  /** What was done last: how it came to be as it is. */
  readonly latest: HistoryRow | null
  /** The pairing, and its open round where that is another session. */
  readonly onward: Onward
  /** Why it did not happen, or its times did not suit, and who said so. */
  readonly whys: readonly SessionWhy[]
  /** What was written about it, as long as its words are kept. */
  readonly mails: readonly { readonly id: ReceivedId; readonly at: Instant }[]
  /** Oldest first. */
  readonly history: readonly HistoryRow[]
  /** Whether its end has passed: then it can be logged and no longer moved. */
  readonly ended: boolean
  /** Idempotency key of the outcome form. */
  readonly outcomeId: OutcomeId
  /** What was typed in the refused form; otherwise empty. */
  readonly form: FormState
}

export type Displacing = {
  readonly reasons: readonly string[]
  readonly times: readonly {
    readonly time: Interval
    /** On the wall clock of the reader's zone, as the form for a move has it. */
    readonly typed: { readonly date: string; readonly time: string }
  }[]
}

export type SessionWhy = WhyLine & Pick<WhySaid, 'kind'>

/** Where it goes on from a session that is over or cancelled. */
export type Onward = {
  readonly pairing: PairingStatus
  readonly kind: PairingKind
  /** The session to come, if there is one. */
  readonly next: { readonly id: SessionId; readonly time: Interval | null } | null
  /** Nothing new can be offered to these two. */
  readonly isBarred: boolean
}

export type OutcomeLine = {
  readonly id: OutcomeId
  readonly result: OutcomeResult
  readonly lastDone: Done | null
  readonly commitment: Pick<Commitment, 'words' | 'dueOn' | 'done' | 'saidDone'> | null
  readonly evidence: Evidence | null
  readonly benefit: Benefit | null
  readonly whyNotHeld: Why | null
  readonly needsManager: boolean
  /** Until when it is simply replaced; then it is corrected, with a reason. */
  readonly replaceableUntil: Instant
}

/** A log that was corrected: what it said, and who corrected it, when and why. */
export type CorrectionLine = {
  readonly at: Instant
  readonly by: string | null
  /** Null once it is deleted. */
  readonly reason: string | null
  readonly result: OutcomeResult
  readonly lastDone: Done | null
  readonly commitment: string | null
  readonly evidence: Evidence | null
  readonly loggedBy: string | null
  readonly loggedAt: Instant
}

export type OfferLine = {
  readonly status: OfferStatus
  readonly asked: string
  /** `stands`: it can be picked now. */
  readonly options: readonly (Interval & {
    readonly id: OptionId
    readonly until: Instant
    readonly stands: boolean
  })[]
  readonly picked: OptionId | null
}

/** A proposed time that waits for the manager's decision. */
export type ProposalLine = {
  readonly id: ProposalId
  readonly time: Interval
  readonly by: string
  /** Why it cannot be, or only with a reason; null if nothing is against it. */
  readonly refusal: string | null
  /** How it can be accepted: at once, with a reason, or never: then it is only put away. */
  readonly accepts: 'at-once' | 'with-reason' | 'never'
  /** What came with it. */
  readonly words: string | null
}

export type InviteLine = {
  readonly personId: PersonId
  readonly name: string
  readonly partstat: Partstat
  /** Whether the calendar still shows it. */
  readonly live: boolean
  readonly answer: { readonly by: string; readonly via: Door; readonly at: Instant } | null
  /** Whether somebody else answered, so that it can be undone. */
  readonly canUndo: boolean
}

export type HistoryRow = {
  readonly code: SessionEventCode
  readonly at: Instant
  /** Null when the clock did it. */
  readonly who: string | null
  readonly door: EventDoor
  /** The time it was about, if any. */
  readonly time: Interval | null
  /** The answer, if it was one. */
  readonly partstat: Partstat | null
}

export const SESSION_PAGE_FIELDS: SeenFields<SessionData> = {
  frame: 'neutral',
  id: 'neutral',
  pairingId: 'neutral',
  status: 'neutral',
  executive: 'neutral',
  mentor: 'mentor-name',
  mentors: 'mentor-name',
  time: 'time',
  releasedAt: { sight: 'answers', instead: null },
  minutes: 'time',
  place: 'time',
  lacksPlace: { sight: 'time', instead: false },
  bumps: { sight: 'bumps', instead: 0 },
  begins: { sight: 'topic', instead: null },
  formats: { sight: 'topic', instead: null },
  notBefore: 'time',
  invites: { sight: 'answers', instead: [] },
  offer: 'time',
  refused: 'time',
  proposals: { sight: 'answers', instead: [] },
  free: { sight: 'time', instead: null },
  moves: { sight: 'time', instead: [] },
  hasQuestion: { sight: 'question', instead: false, exists: true },
  outcome: 'parts',
  keepsStages: 'neutral',
  corrections: 'parts',
  latest: { sight: 'history', instead: null },
  onward: 'neutral',
  whys: WHYS_SEEN,
  mails: { sight: 'answers', instead: [] },
  history: { sight: 'history', instead: [] },
  ended: 'neutral',
  outcomeId: 'neutral',
  form: 'neutral',
}

export const CORRECTION_LINE_FIELDS: SeenFields<CorrectionLine> = {
  at: 'history',
  by: { sight: 'history', instead: null },
  reason: { sight: 'history', instead: null },
  result: 'neutral',
  lastDone: { sight: 'commitment', instead: null },
  commitment: { sight: 'commitment', instead: null },
  evidence: { sight: 'stage', instead: null },
  loggedBy: { sight: 'history', instead: null },
  loggedAt: 'history',
}

export const OUTCOME_LINE_FIELDS: SeenFields<OutcomeLine> = {
  id: 'neutral',
  result: 'neutral',
  evidence: { sight: 'stage', instead: null },
  benefit: { sight: 'stage', instead: null },
  whyNotHeld: { sight: 'why', instead: null },
  replaceableUntil: 'neutral',
  lastDone: { sight: 'commitment', instead: null },
  commitment: { sight: 'commitment', instead: null },
  needsManager: { sight: 'needs-manager', instead: false },
}
