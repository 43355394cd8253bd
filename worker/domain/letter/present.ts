import type { MailedCode } from '../clock/alert-mail.ts'
import type { Bad } from '../clock/alert.ts'
import type { CommitmentId, PersonId, ProgrammeId, ReportLinkId, SessionId } from '../ids.ts'
import type { PairingStatus, Place } from '../pairing/pairing.ts'
import type { Session } from '../session/session.ts'
import type { Instant } from '../time/time.ts'
import type { ToldNow } from '../today/told-now.ts'

/** What letters are judged by when they are about to leave. */
export type Present = {
  readonly now: Instant
  readonly sessions: ReadonlyMap<SessionId, SessionNow>
  /** Where their readers are written to, and all addresses of theirs. */
  readonly readers: ReadonlyMap<PersonId, ReaderNow>
  /** What Today says in the programmes of which these letters tell managers. */
  readonly told: ReadonlyMap<ProgrammeId, ToldNow>
  /** Those of their links to figures that still open. */
  readonly openLinks: ReadonlySet<ReportLinkId>
  /** Where one of them is about health: what is bad; else null. */
  readonly health: HealthNow | null
}

/** What is bad while letters leave, and whom it concerns. */
export type HealthNow = {
  readonly bad: readonly Bad<MailedCode>[]
  /** Those that have stayed so. */
  readonly lasting: readonly Bad<MailedCode>[]
  /** Null: it is not, or the last tick has not seen it. */
  readonly wellSince: Instant | null
  /** The last mail about what is bad, whatever followed it; null where there is none. */
  readonly last: { readonly at: Instant; readonly heardBy: ReadonlySet<PersonId> } | null
  /** When the last mail about what is bad was written; null: none, or another has called it mended since. */
  readonly mailedAt: Instant | null
  /** Who runs the installation, and is told of it. */
  readonly owners: ReadonlySet<PersonId>
}

export type ReaderNow = {
  readonly email: string
  readonly addresses: readonly string[]
  /** Where a programme knows him by addresses of its own, the one to write to first. */
  readonly own?: ReadonlyMap<ProgrammeId, readonly string[]>
}

/** A session as it is now, with what letters about it say. */
export type SessionNow = {
  readonly session: Session
  /** Where they meet. */
  readonly place: Place | null
  readonly mentorName: string
  /** Whether the mentor is still one in the programme: else what a letter links to is closed to him. */
  readonly isMentorHere: boolean
  /** Whether the executive is still one there: else the page that a letter links to is closed. */
  readonly isExecutiveHere: boolean
  /** The assistants who answer for the executive now. */
  readonly assistantIds: readonly PersonId[]
  readonly pairingStatus: PairingStatus
  /** The words of the pairing's latest commitment, as long as it is open. */
  readonly openCommitment: string | null
  /** What its log says was agreed; null: nothing, or nothing any more. */
  readonly agreed: CommitmentId | null
  /** Whether the executive wants that in writing. */
  readonly inWriting: boolean
  /** When the mentor last said that the executive has come. */
  readonly arrivedAt: Instant | null
}
