import { askAnewDueAt } from '../offer/ask-anew.ts'
import { expiresAt } from '../offer/expire.ts'
import { reOfferDueAt } from '../offer/re-offer.ts'
import type { Person } from '../people/person.ts'
import { closingSince, purgesAt } from '../programme/close.ts'
import type { Programme } from '../programme/programme.ts'
import { outcomeDueAt } from '../session/ask-for-outcome.ts'
import { briefDueAt } from '../session/brief.ts'
import { bumpDueAt } from '../session/bump.ts'
import { clearsAfterLeavingAt } from '../session/clear-after-leaving.ts'
import { unmetAt } from '../session/close-unmet.ts'
import { mentorCannotDueAt } from '../session/mentor-cannot.ts'
import { nudgeDueAt } from '../session/nudge.ts'
import { roundOpensAt } from '../session/round.ts'
import type { SessionSituation, Situation } from '../situation.ts'
import { after, instant, type Instant, MINUTE } from '../time/time.ts'
import type { Armed, TimerKind } from './timer.ts'

/**
 * What the clock owes for a session: each rule says when, and null where it owes nothing. It reads the state and not the
 * present, so that what is owed changes only when something happens.
 */
export function timersOfSession(situation: SessionSituation): Armed {
  const { session, programme } = situation
  if (programme.status !== 'open') return { subject: session.id, timers: [] }
  return armed(session.id, [
    ['expire-offer', expiresAt(session)],
    ['ask-anew', askAnewDueAt(situation)],
    ['bump', bumpDueAt(session)],
    ['mentor-cannot', session.passed ? null : mentorCannotDueAt(situation)],
    ['clear-after-leaving', session.passed ? null : clearsAfterLeavingAt(situation)],
    ['re-offer', reOfferDueAt(situation)],
    ['ask-for-outcome', situation.pairing.status === 'ended' ? null : outcomeDueAt(situation)],
    ['close-unmet', unmetAt(session)],
    ['brief', session.passed ? null : briefDueAt(situation)],
    ['nudge', session.passed ? null : nudgeDueAt(situation)],
  ])
}

/** The same for a pairing. Its situation must hold the open round, if there is one. */
export function timersOfPairing(situation: Situation): Armed {
  const { pairing, programme } = situation
  if (programme.status !== 'open') return { subject: pairing.id, timers: [] }
  return armed(pairing.id, [['open-round', roundOpensAt(situation)]])
}

/** A calendar is read again this long after the last reading: where thousands are due at once, each is read within the hour. */
const FEED_INTERVAL_MS = 30 * MINUTE

export type PersonalDuties = {
  readonly person: Pick<Person, 'id'>
  /** Since when, or from when, she answers for executives; null: for none. */
  readonly assistsFrom: Instant | null
  /** The calendar he publishes. */
  readonly feed: { readonly since: Instant; readonly triedAt: Instant | null } | null
  /** Since when the person manages a programme; null: none. */
  readonly managesSince: Instant | null
  /** When the first of the person's memberships ends that has not. */
  readonly leavesAt: Instant | null
  /** Since when the person is to be erased; null: not, or it is done. */
  readonly erasesAt: Instant | null
}

/** For an assistant, for a manager, for whoever publishes a calendar, and for whoever leaves or is to be erased. */
export function timersOfPerson(duties: PersonalDuties): Armed {
  const { person, assistsFrom, feed, managesSince, leavesAt, erasesAt } = duties
  return armed(person.id, [
    ['digest', assistsFrom],
    ['morning-mail', managesSince],
    ['leave', leavesAt],
    ['erase', erasesAt],
    ['read-feed', feed && (feed.triedAt === null ? feed.since : after(feed.triedAt, FEED_INTERVAL_MS))],
  ])
}

/** Due with the next tick: it is asked at once, and then says itself when something comes near; what arises meanwhile asks anew. */
export const FROM_THE_START = instant(0)

/** For an open programme what its managers are told at once; for one that is being closed, or is closed and not purged. */
export function timersOfProgramme(programme: Programme): Armed {
  return armed(programme.id, [
    ['urgent-mail', programme.status === 'open' ? FROM_THE_START : null],
    ['finish-closing', closingSince(programme)],
    ['purge', purgesAt(programme)],
  ])
}

function armed(subject: Armed['subject'], hours: readonly (readonly [TimerKind, Instant | null])[]): Armed {
  return { subject, timers: hours.flatMap(([kind, dueAt]) => (dueAt === null ? [] : [{ kind, dueAt }])) }
}
