import type { TimerKind } from '../clock/timer.ts'
import type {
  KeyId,
  LetterId,
  PairingId,
  PersonId,
  PlanId,
  ProgrammeId,
  ProposalId,
  ReceivedId,
  SessionId,
} from '../ids.ts'
import type { Key } from '../key/key.ts'
import type { MailWords } from '../mail/received.ts'
import type { SuggestedNow } from '../mail/suggested-now.ts'
import type { Suggested } from '../mail/suggestion.ts'
import type { Pairing } from '../pairing/pairing.ts'
import type { Reporting } from '../pairing/reporting.ts'
import type { WishKind } from '../pairing/wish.ts'
import type { Person } from '../people/person.ts'
import type { Programme } from '../programme/programme.ts'
import type { RecordRequest } from '../record/request.ts'
import type { Displaced, Displacement } from '../session/displaced.ts'
import type { Outcome } from '../session/outcome.ts'
import type { Session } from '../session/session.ts'
import type { Diary } from '../slot/diary.ts'
import type { Instant } from '../time/time.ts'
import type { Kind } from './kind.ts'

export { type Kind, KINDS } from './kind.ts'

/** The one thing that the manager can do about it. */
export type Action =
  | 'offer'
  | 'book'
  | 'call'
  | 'remind'
  | 'answer-for'
  | 'decide-proposal'
  | 'move-to-wall'
  | 'set-place'
  | 'substitute'
  | 'move'
  | 'hand-over'
  | 'log'
  | 'settle'
  | 'open'
  | 'send-again'
  | 'clear-address'
  | 'close'
  | 'write'
  | 'answer-request'

export type Item = {
  readonly kind: Kind
  readonly since: Instant
  readonly action: Action
  readonly sessionId: SessionId | null
  readonly pairingId: PairingId | null
  readonly personId: PersonId | null
  readonly receivedId?: ReceivedId
  readonly proposalId?: ProposalId
  readonly letterId?: LetterId
  readonly programmeId?: ProgrammeId
  readonly keyId?: KeyId
  /** Of a key of the API: what it is for, and when it ends. */
  readonly ending?: Pick<Key, 'name' | 'endsAt'>
  /** Of a draft: the plan that holds it. */
  readonly planId?: PlanId
  /** What the mail suggests, with what the judge says of it. Never applied by itself. */
  readonly suggestion?: SuggestedNow
  /** How many mails the line stands for: all that came, also those that are not kept. */
  readonly count?: number
  /** Of a reporting line: who reports to whom. */
  readonly reports?: Reporting
  /** Of a date: what covers it. */
  readonly why?: Displacement
  /** What the clock could not do for it yet, and when it tries again. */
  readonly putOff?: { readonly reason: string; readonly until: Instant }
  /** Of a letter that could not be delivered: why, as a code. */
  readonly failure?: string
  /** When Sotto acts by itself, if nobody else does. */
  readonly actsAt?: Instant
}

/** All that Today reads of one programme. */
export type Morning = {
  readonly now: Instant
  readonly programme: Pick<Programme, 'id' | 'shortName' | 'policy' | 'status' | 'endsOn'>
  /**
   * Pairings that have not ended, or all of a closed programme. `lastAt`: the last held session's end, else its making.
   * `hasClosed`: the closing talk was held.
   */
  readonly pairings: readonly (Pairing & { readonly lastAt: Instant; readonly hasClosed: boolean })[]
  /** Open rounds: offered, or fixed and not logged. */
  readonly sessions: readonly Session[]
  /** Sessions that are over, with words beside a proposed time on which nobody has decided. */
  readonly undecided: readonly Session[]
  /** A member by an address of his. */
  readonly memberAt: (address: string) => Person | null
  readonly memberOf: (id: PersonId) => Person | null
  /** The diaries of a session for which a mail suggests a time; null for any other. */
  readonly diaryOf: (session: Session) => Diary | null
  /** Those who leave, or have left and are still somebody's mentor. */
  readonly leaving: ReadonlyMap<PersonId, Leaving>
  /** The wall clock that was meant for each dated session, in its own zone. */
  readonly walls: ReadonlyMap<SessionId, string>
  readonly waiting: readonly {
    readonly id: ReceivedId
    readonly at: Instant
    readonly personId: PersonId | null
    readonly sessionId: SessionId | null
    /** What it suggests, and the address it comes from. */
    readonly suggested?: { readonly what: Suggested; readonly from: string | null }
    /** What it says, and who says it. */
    readonly said?: Pick<MailWords, 'from' | 'fromName' | 'subject' | 'text'>
  }[]
  /** Mails of people whom the programme does not know, and since when the first of them waits. */
  readonly strangers: { readonly count: number; readonly since: Instant } | null
  readonly flagged: readonly {
    readonly sessionId: SessionId
    readonly pairingId: PairingId
    readonly at: Instant
    /** Of the log that asks: the hour it is about, and what came of it. */
    readonly log?: Pick<Outcome, 'time' | 'result'> & { readonly agreed: string | null }
  }[]
  /** Addresses that get no mail any more. */
  readonly bounced: readonly { readonly personId: PersonId; readonly at: Instant }[]
  /** Mentors of a pairing that has not ended who have neither hours nor read what a new one should know, since when. */
  readonly notReady: readonly { readonly personId: PersonId; readonly at: Instant }[]
  /** Since when no letter of this installation goes out; null while sending works. */
  readonly sendingStoppedAt: Instant | null
  /** Since when nothing is sent after a restore from a backup, until a manager resumes; null otherwise. */
  readonly restoredAt: Instant | null
  readonly failed: readonly {
    readonly id: LetterId
    readonly at: Instant
    readonly personId: PersonId
    readonly sessionId: SessionId | null
    readonly error?: string | null
    /** Whether it is an invite, which a calendar now lacks. */
    readonly isInvite?: boolean
  }[]
  /** The wishes of executives, from their own pages. */
  readonly wishes: readonly {
    readonly pairingId: PairingId
    readonly personId: PersonId
    readonly kind: WishKind
    readonly at: Instant
  }[]
  /** What people ask about their own record, their words as they are stored: sealed. */
  readonly recordRequests: readonly (Omit<RecordRequest, 'answer'> & {
    readonly programmeId: ProgrammeId
    readonly personId: PersonId
  })[]
  /** Pairings where one of the two said that it is not worth the time or that something should change. */
  readonly pulses: readonly { readonly pairingId: PairingId; readonly at: Instant }[]
  /** Keys of the API that end within a week, each for its maker alone. */
  readonly endingKeys: readonly Pick<Key, 'id' | 'name' | 'personId' | 'endsAt'>[]
  /** Offers that programs drafted, and nobody has sent or left out. */
  readonly drafts: readonly {
    readonly planId: PlanId
    readonly pairingId: PairingId
    readonly at: Instant
  }[]
  readonly snoozes: readonly Snooze[]
  /** The reporting lines that now keep two people of a pairing apart. */
  readonly lines: ReadonlyMap<PairingId, Reporting>
  /** Fixed dates that would not be chosen any more. */
  readonly displaced: readonly Displaced[]
  /** What the clock could not do for these rounds, by its own rule or because it failed. */
  readonly putOff: readonly PutOff[]
  /** When Sotto acts for the mentors of these sessions, who cannot come or have left by then. */
  readonly acts: ReadonlyMap<SessionId, Instant>
  /** The lines that were not read. */
  readonly unread: readonly More[]
}

/** How many more lines of a kind there are. */
export type More = { readonly kind: Kind; readonly count: number }

/** When somebody leaves: since when it is known, from when on something follows, and when the last day is over. */
export type Leaving = { readonly saidAt: Instant; readonly followsAt: Instant; readonly until: Instant }

export type PutOff = {
  readonly sessionId: SessionId | null
  readonly pairingId: PairingId
  readonly kind: TimerKind
  readonly reason: string
  readonly until: Instant
  /** How often it was tried in a row. */
  readonly tries: number
}

/** The ids that say what an item is about. */
export function about(session: Session | null) {
  return { sessionId: session?.id ?? null, pairingId: session?.pairingId ?? null, personId: null } as const
}

/** An item that is put off. Without a date it is settled, until something newer of its kind comes. */
export type Snooze = { readonly key: string; readonly until: Instant | null; readonly madeAt: Instant }

/** Without what is another manager's alone. */
export function asReadBy<Read extends Morning>(morning: Read, reader: PersonId): Read {
  return { ...morning, endingKeys: morning.endingKeys.filter(({ personId }) => personId === reader) }
}
