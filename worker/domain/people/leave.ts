import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import type { OfferId, PersonId, ProgrammeId } from '../ids.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from '../offer/make.ts'
import type { SessionSituation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { whyNot } from '../slot/judge.ts'
import { withoutNotice } from '../slot/without-notice.ts'
import { personStep, step } from '../step.ts'
import { earliest, type Instant, isDue } from '../time/time.ts'
import { hasLeft, leavesAt } from './departure.ts'
import type { Person } from './person.ts'

type Leaving = Pick<Person, 'zone' | 'departure'>

/** When the first membership ends of somebody who leaves one or several programmes; null: none does. */
export function leaveDueAt(memberships: readonly Leaving[]): Instant | null {
  const ends = memberships.flatMap((each) => (hasLeft(each) ? [] : (leavesAt(each) ?? [])))
  return ends.length > 0 ? earliest(...ends) : null
}

/**
 * The last day is over: the membership ends, with all that was given for it. `assistantIds` are those who answered for
 * him. Null: he does not leave, or not yet.
 */
export function decideLeave(
  person: Person,
  programmeId: ProgrammeId,
  { at, assistantIds }: { readonly at: Instant; readonly assistantIds: readonly PersonId[] },
): Decision | null {
  const { departure } = person
  if (!departure || hasLeft(person) || !isDue(leavesAt(person), at)) return null
  const left: Person = { ...person, departure: { ...departure, leftAt: at } }
  const happening = { code: 'person-left', detail: { programme: programmeId }, at, by: CLOCK } as const
  const assistants = { ended: assistantIds, begun: [] }
  const inProgramme = { id: programmeId, hasEnded: true, assistants } as const
  return { ...NO_CHANGE, people: [{ ...personStep(person, left, happening), inProgramme }] }
}

/**
 * What an assistant was asked who leaves is asked anew of whoever answers then: the same times while they last, else new
 * ones; without any, nothing is held any more.
 */
export function decideAskWithout(
  situation: SessionSituation,
  diary: Diary,
  { assistantId, offerId }: { readonly assistantId: PersonId; readonly offerId: OfferId },
): Decision {
  const { session, now } = situation
  const { offer } = session
  if (session.status !== 'offered' || offer?.status !== 'open' || offer.askedId !== assistantId)
    return NO_CHANGE
  const without = { ...situation, assistants: situation.assistants.filter(({ id }) => id !== assistantId) }
  const held = withoutNotice(diary)
  const times = offer.options.filter((each) => whyNot(each, held, { ignoring: session.id }) === null)
  const wish = { offerId, sessionId: session.id, minutes: session.minutes, count: DEFAULT_OPTION_COUNT }
  const same = times.length > 0 ? decideOffer(without, held, { ...wish, times }, CLOCK) : null
  if (same?.ok) return same.value
  const other = decideOffer(without, diary, wish, CLOCK)
  if (other.ok) return other.value

  const after = { ...session, offer: { ...offer, status: 'superseded' as const } }
  const happening = { code: 'times-dropped', detail: { offer: offer.id }, at: now, by: CLOCK } as const
  return { ...NO_CHANGE, sessions: [step(session, after, happening)] }
}
