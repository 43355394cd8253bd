import type { CommitmentId, LinkId, PairingId, PersonId, ProgrammeId, SessionId, SignInId } from '../ids.ts'
import type { LinkPurpose } from '../letter/link.ts'
import type { LetterState } from '../letter/thread.ts'
import type { ReceivedState } from '../mail/received.ts'
import type { PairingKind, PairingStatus, Place } from '../pairing/pairing.ts'
import type { Onward, PulsePhase, Worth } from '../pairing/pulse-answer.ts'
import type { WishKind } from '../pairing/wish.ts'
import type { Aim } from '../path/aim.ts'
import type { Stage } from '../path/stage.ts'
import type { SeenFields } from '../people/fields.ts'
import type { Availability, Blocker, Departure, Locale, PersonRules, Role } from '../people/person.ts'
import type { ProgrammeStatus } from '../programme/programme.ts'
import type { Commitment, Outcome } from '../session/outcome.ts'
import type { Door, Partstat, SessionStatus } from '../session/session.ts'
import type { Why } from '../session/why.ts'
import type { Day, Instant, Interval, Zone } from '../time/time.ts'
import type { CorrectedField, RecordRequestKind, RequestResult } from './request.ts'

/** All that is held about one person, as he may read it. */
export type OwnRecord = {
  readonly madeAt: Instant
  readonly id: PersonId
  readonly addresses: readonly string[]
  readonly zone: Zone
  readonly locale: Locale
  readonly since: Instant
  readonly runsInstallation: boolean
  /** When he can be booked, if anybody said so. */
  readonly hours: Availability | null
  /** A calendar of his own that is read for busy times. */
  readonly calendarRead: {
    readonly state: string
    readonly since: Instant
    /** Whether somebody who answers for him gave it. */
    readonly byAssistant: boolean
  } | null
  readonly programmes: readonly RecordProgramme[]
  readonly pairs: readonly RecordPair[]
  /** What he proposed instead of a time. */
  readonly proposals: readonly RecordProposal[]
  /** What he answered to times that were offered, also for somebody else. */
  readonly answers: readonly RecordAnswer[]
  readonly mails: readonly RecordMail[]
  readonly received: readonly RecordReceived[]
  /** Addresses of his at which mail was refused. */
  readonly refused: readonly { readonly address: string; readonly since: Instant; readonly code: string }[]
  readonly links: readonly RecordLink[]
  readonly signIns: readonly RecordSignIn[]
  /** When his calendar with dates was made, for a program that shows it. */
  readonly calendarMade: Instant | null
  /** What he asked, and what became of it. */
  readonly requests: readonly OwnRequest[]
  /** Programmes from which he was erased, while others have him. */
  readonly erasedFrom: readonly { readonly programme: string; readonly at: Instant }[]
  readonly whoLooked: readonly RecordLook[]
  /** The last seal of the log of access; null: nothing was sealed yet. */
  readonly head: RecordHead | null
  /** The seals before it, the latest first: for whoever copied one of them. */
  readonly earlierHeads: readonly RecordHead[]
}

export type RecordProgramme = {
  readonly id: ProgrammeId
  readonly programme: string
  readonly status: ProgrammeStatus
  readonly purgeOn: Day | null
  readonly managers: readonly string[]
  readonly roles: readonly Role[]
  readonly name: string
  readonly shortName: string | null
  readonly unit: string | null
  readonly reportsTo: string | null
  readonly assistants: readonly string[]
  readonly answersFor: readonly string[]
  readonly blockers: readonly Blocker[]
  /** Who chose them last; null: not known. */
  readonly blockersBy: { readonly who: string; readonly at: Instant } | null
  readonly rules: PersonRules
  readonly departure: Departure | null
  readonly stage: Stage
  /** Whether a mentor keeps a note on one of his sessions. */
  readonly hasPrivateNote: boolean
}

export type RecordPair = {
  readonly id: PairingId
  readonly role: 'mentor' | 'executive'
  readonly otherName: string
  readonly kind: PairingKind
  readonly status: PairingStatus
  readonly since: Instant
  readonly place: Place | null
  readonly aim: Aim | null
  readonly isInTrack: boolean
  readonly wishes: readonly { readonly kind: WishKind; readonly at: Instant }[]
  readonly pulses: readonly {
    readonly phase: PulsePhase
    readonly askedAt: Instant
    readonly worth: Worth | null
    readonly onward: Onward | null
    readonly saidAt: Instant | null
  }[]
  readonly commitments: readonly (Pick<Commitment, 'words' | 'dueOn' | 'done' | 'saidDone' | 'madeAt'> & {
    readonly id: CommitmentId
    /** Who wrote it down; null: not known. */
    readonly by: string | null
  })[]
  readonly sessions: readonly RecordSession[]
}

export type RecordSession = {
  readonly id: SessionId
  readonly time: Interval | null
  readonly minutes: number
  readonly status: SessionStatus
  readonly place: Place | null
  readonly bumps: number
  /** His own, to the invite. */
  readonly answer: {
    readonly partstat: Partstat
    readonly via: Door | null
    readonly at: Instant | null
  } | null
  readonly logs: readonly RecordLog[]
  readonly question: string | null
}

export type RecordLog = Pick<Outcome, 'result' | 'benefit' | 'evidence' | 'needsManager' | 'loggedAt'> & {
  readonly by: string
  /** Another took its place. */
  readonly replaced: boolean
  readonly why: Why | null
}

export type RecordProposal = {
  readonly time: Interval
  readonly via: Door
  readonly at: Instant
  readonly words: string | null
}
export type RecordAnswer = { readonly at: Instant; readonly via: Door | null; readonly why: Why | null }
export type RecordMail = {
  readonly kind: string
  readonly method: string | null
  readonly at: Instant
  readonly state: LetterState
}
export type RecordReceived = { readonly at: Instant; readonly class: string; readonly state: ReceivedState }
export type RecordLink = { readonly id: LinkId; readonly purpose: LinkPurpose; readonly until: Instant }
export type RecordSignIn = { readonly id: SignInId; readonly since: Instant; readonly until: Instant }
export type OwnRequest = {
  readonly programmeId: ProgrammeId
  readonly kind: RecordRequestKind
  readonly at: Instant
  readonly words: string | null
  readonly field: CorrectedField | null
  /** Null: it waits. */
  readonly answer: {
    readonly result: RequestResult
    readonly at: Instant
    readonly by: string
    readonly words: string | null
  } | null
}

export type RecordLook = {
  readonly id: number
  readonly at: Instant
  readonly who: string
  readonly role: string
  readonly route: string
}

export type RecordHead = {
  readonly upToId: number
  readonly at: Instant
  readonly head: string
  /** Whether the lines that stand there now still give it; null: that was not computed. */
  readonly isSame: boolean | null
}

/** The table decides, for each part, what its reader sees of it. */
export const RECORD_FIELDS: SeenFields<OwnRecord> = {
  madeAt: 'neutral',
  id: 'neutral',
  addresses: 'neutral',
  zone: 'neutral',
  locale: 'neutral',
  since: 'neutral',
  runsInstallation: 'neutral',
  hours: 'neutral',
  calendarRead: 'neutral',
  programmes: 'parts',
  pairs: 'parts',
  proposals: 'neutral',
  answers: 'parts',
  mails: 'neutral',
  received: 'neutral',
  refused: 'neutral',
  links: 'neutral',
  signIns: 'neutral',
  calendarMade: 'neutral',
  requests: 'neutral',
  erasedFrom: 'neutral',
  whoLooked: { sight: 'who-looked', instead: [], own: true },
  head: 'neutral',
  earlierHeads: 'neutral',
}

export const RECORD_PROGRAMME_FIELDS: SeenFields<RecordProgramme> = {
  id: 'neutral',
  programme: 'neutral',
  status: 'neutral',
  purgeOn: 'neutral',
  managers: 'neutral',
  roles: 'neutral',
  name: 'neutral',
  shortName: 'neutral',
  unit: 'neutral',
  reportsTo: 'neutral',
  assistants: 'neutral',
  answersFor: 'neutral',
  blockers: { sight: 'stage', instead: [], own: true },
  blockersBy: { sight: 'stage', instead: null, own: true },
  rules: 'neutral',
  departure: 'neutral',
  stage: { sight: 'stage', instead: 'curious', own: true },
  hasPrivateNote: { sight: 'private-note', instead: false, exists: true },
}

export const RECORD_PAIR_FIELDS: SeenFields<RecordPair> = {
  id: 'neutral',
  role: 'neutral',
  otherName: 'mentor-name',
  kind: 'topic',
  status: 'neutral',
  since: 'neutral',
  place: 'time',
  aim: { sight: 'aim', instead: null },
  isInTrack: { sight: 'track', instead: false },
  wishes: { sight: 'pulse', instead: [], own: true },
  pulses: { sight: 'pulse', instead: [], own: true },
  commitments: { sight: 'commitment', instead: [] },
  sessions: 'parts',
}

export const RECORD_SESSION_FIELDS: SeenFields<RecordSession> = {
  id: 'neutral',
  time: 'time',
  minutes: 'time',
  status: 'time',
  place: 'time',
  bumps: { sight: 'bumps', instead: 0, own: true },
  answer: { sight: 'answers', instead: null, own: true },
  logs: 'parts',
  question: { sight: 'question', instead: null },
}

export const RECORD_LOG_FIELDS: SeenFields<RecordLog> = {
  result: 'time',
  benefit: { sight: 'stage', instead: null, own: true },
  evidence: { sight: 'stage', instead: null, own: true },
  needsManager: { sight: 'needs-manager', instead: false, own: true },
  loggedAt: 'neutral',
  by: 'mentor-name',
  replaced: 'neutral',
  why: { sight: 'why', instead: null, own: true },
}

/** What an executive may switch for himself: what comes to him, and who may read his mentor's name. */
export const RECORD_SWITCHES = ['nudges', 'inWriting', 'mentorHidden'] as const
