import type { Verdict } from '../../../worker/domain/import/counts.ts'
import type { LetterState } from '../../../worker/domain/letter/thread.ts'
import type { ReceivedState } from '../../../worker/domain/mail/received.ts'
import type { PairingStatus } from '../../../worker/domain/pairing/pairing.ts'
import type { PeopleState } from '../../../worker/domain/people/list.ts'
import type { RowState } from '../../../worker/domain/plan/plan.ts'
import type { ProgrammeStatus } from '../../../worker/domain/programme/programme.ts'
import type { OutcomeResult } from '../../../worker/domain/session/outcome.ts'
import type {
  OfferStatus,
  Partstat,
  ProposalState,
  SessionStatus,
} from '../../../worker/domain/session/session.ts'

const session = {
  offered: 'Being arranged',
  fixed: 'Fixed',
  happened: 'Happened',
  'cut-short': 'Cut short',
  'did-not-happen': 'Did not happen',
  cancelled: 'Cancelled',
} satisfies Record<SessionStatus, string>

/** One word for each state, on pages and in letters. docs/glossary.md says what each means; a test compares the two. */
export const statesEn = {
  session,
  outcome: {
    happened: session.happened,
    'cut-short': session['cut-short'],
    'did-not-happen': session['did-not-happen'],
    moved: 'Moved',
  } satisfies Record<OutcomeResult, string>,
  offer: {
    open: 'Waiting for an answer',
    answered: 'Answered',
    none: 'None of the times suited',
    later: 'Asked to wait',
    superseded: 'Replaced',
    expired: 'Expired',
  } satisfies Record<OfferStatus, string>,
  answer: {
    'NEEDS-ACTION': 'No answer yet',
    ACCEPTED: 'Accepted',
    DECLINED: 'Declined',
    TENTATIVE: 'Perhaps',
    DELEGATED: 'Sends somebody else',
  } satisfies Record<Partstat, string>,
  proposal: {
    waiting: 'Waiting for a decision',
    accepted: 'Accepted',
    refused: 'Refused',
    superseded: 'Replaced',
  } satisfies Record<ProposalState, string>,
  pairing: {
    proposed: 'Proposed',
    active: 'Active',
    paused: 'Paused',
    ended: 'Ended',
  } satisfies Record<PairingStatus, string>,
  person: {
    leaving: 'Leaving',
    unpaired: 'In no pairing',
    paused: 'Paused',
  } satisfies Record<PeopleState, string>,
  programme: {
    open: 'Open',
    closing: 'Being closed',
    closed: 'Closed',
  } satisfies Record<ProgrammeStatus, string>,
  letter: {
    waiting: 'On its way',
    sent: 'Sent',
    failed: 'Not delivered',
    stopped: 'Stopped',
    superseded: 'Replaced',
    retired: 'No longer needed',
  } satisfies Record<LetterState, string>,
  received: {
    applied: 'Taken over',
    history: 'Too late',
    ignored: 'Ignored',
    waiting: 'Waiting for a person',
    settled: 'Dealt with',
  } satisfies Record<ReceivedState, string>,
  plan: {
    open: 'Ready',
    dropped: 'Left out',
    sent: 'Sent',
    failed: 'Not sent',
  } satisfies Record<RowState, string>,
  import: {
    made: 'New',
    changed: 'Changed',
    unchanged: 'As it is',
  } satisfies Record<Verdict, string>,
}
