import type { NewId, PersonId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { isNewer } from '../session/reply.ts'
import type { InviteAnswer, Partstat } from '../session/session.ts'
import { addDays, weekdayOf } from '../time/days.ts'
import { after, type Instant, type Interval, latest, MINUTE } from '../time/time.ts'
import { toInstant, toWall } from '../time/zones.ts'
import type { Sender, TestInviteLetter } from './letter.ts'
import { letterReaderOf } from './write.ts'

/** The entry that somebody sent to her own calendar, to see that invites arrive and that answers come back. */
export type TestInvite = {
  readonly personId: PersonId
  readonly uid: string
  readonly sequence: number
  readonly startsAt: Instant
  /** When this revision was made: the DTSTAMP of its mail. */
  readonly sentAt: Instant
  readonly cancelledAt: Instant | null
  /** What her calendar answered to this revision; null: nothing yet. */
  readonly partstat: Extract<Partstat, 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'> | null
  readonly answer: InviteAnswer | null
}

const TEST_MS = 15 * MINUTE
/** Nine in the morning. */
const TEST_MINUTES = 9 * 60

export function timeOfTest({ startsAt }: TestInvite): Interval {
  return { start: startsAt, end: after(startsAt, TEST_MS) }
}

/** The next revision of the entry that is in her calendar, or a first one. */
export function nextTestInvite(
  before: TestInvite | null,
  { id, zone, replyAddress }: Pick<Person, 'id' | 'zone' | 'replyAddress'>,
  { now, newId }: { readonly now: Instant; readonly newId: NewId },
): TestInvite {
  const living = before?.cancelledAt === null ? before : null
  const host = replyAddress.slice(replyAddress.lastIndexOf('@') + 1)
  return {
    personId: id,
    uid: living?.uid ?? `${newId('inv').slice('inv_'.length)}@${host}`,
    sequence: living ? living.sequence + 1 : 0,
    startsAt: toInstant(zone, nextWorkingDay(toWall(zone, now).day), TEST_MINUTES),
    sentAt: latest(now, living?.sentAt ?? now),
    cancelledAt: null,
    partstat: null,
    answer: null,
  }
}

/** Taken away again; what her calendar had answered stays. Null where her calendar has none of ours. */
export function cancelTestInvite(before: TestInvite | null, now: Instant): TestInvite | null {
  if (before?.cancelledAt !== null) return null
  return { ...before, sequence: before.sequence + 1, cancelledAt: latest(now, before.sentAt) }
}

/** The answer of her calendar, by the rules for every invite: to this revision, and none that is older than what is known. */
export function answerTestInvite(
  invite: TestInvite,
  partstat: NonNullable<TestInvite['partstat']>,
  said: InviteAnswer,
): Result<TestInvite, Refusal> {
  if (invite.cancelledAt !== null) return refuse({ reason: 'not-fixed' })
  if (said.sequence < invite.sequence) return refuse({ reason: 'stale-sequence', current: invite.sequence })
  const answer = { ...said, sequence: invite.sequence }
  if (invite.answer && !isNewer(answer, invite.answer)) return refuse({ reason: 'superseded' })
  return accept({ ...invite, partstat, answer })
}

/** Its mail: one for each revision, however often the same press arrives. */
export function testInviteLetter(
  invite: TestInvite,
  person: Person,
  { sender, newId, now }: { readonly sender: Sender; readonly newId: NewId; readonly now: Instant },
): { readonly dedupeKey: string; readonly letter: TestInviteLetter } {
  const { uid, sequence, cancelledAt, sentAt } = invite
  return {
    dedupeKey: `test-invite:${uid}:${sequence}`,
    letter: {
      id: newId('let'),
      kind: 'test-invite',
      method: cancelledAt === null ? 'REQUEST' : 'CANCEL',
      reader: letterReaderOf(person),
      sender,
      madeAt: now,
      uid,
      sequence,
      dtstamp: cancelledAt ?? sentAt,
      time: timeOfTest(invite),
      linkId: null,
    },
  }
}

function nextWorkingDay(today: string): string {
  const next = addDays(today, 1)
  return weekdayOf(next) > FRIDAY ? nextWorkingDay(next) : next
}

const FRIDAY = 5
