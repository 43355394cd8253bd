import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import { offerLetter } from '../letter/write.ts'
import { lineOf } from '../pairing/reporting-line.ts'
import { rulesOf } from '../people/presets.ts'
import { possibleProposals } from '../session/proposals.ts'
import { canBeAccepted, type Offer, standingOptions } from '../session/session.ts'
import { askedOf, type SessionSituation, type Situation } from '../situation.ts'
import { step } from '../step.ts'
import { type Instant, latest } from '../time/time.ts'
import { holdEnd, unansweredAt } from './make.ts'

/**
 * When somebody else answers for the executive than the one who was asked, while times are on offer: an assistant was
 * replaced, removed or added, or her days have come. Null: the one who was asked still answers.
 */
export function askAnewDueAt(situation: SessionSituation): Instant | null {
  const { session, assistantDuties, now } = situation
  const { offer } = session
  if (session.status !== 'offered' || offer?.status !== 'open' || lineOf(situation)) return null

  const changes = assistantDuties.flatMap(({ from, until }) => [from, until ?? from])
  const moments = [offer.madeAt, ...changes]
    .filter((each) => each >= offer.madeAt)
    .toSorted((one, other) => one - other)
  const isOther = (moment: Instant) => answererAt(situation, moment) !== offer.askedId
  const [past, ahead] = [moments.filter((each) => each <= now), moments.filter((each) => each > now)]
  const changedAt = isOther(now)
    ? past.find((_, index) => past.slice(index).every(isOther))
    : ahead.find(isOther)
  if (changedAt === undefined) return null
  // A time that was proposed goes first, while it could be accepted.
  const dueAt = latest(changedAt, ...session.proposals.filter(canBeAccepted).map(({ start }) => start))
  return dueAt < offer.heldUntil ? dueAt : null
}

/** The first assistant at that moment, else the executive himself, as in `askedOf`. */
function answererAt({ executive, assistantDuties }: Situation, moment: Instant): PersonId {
  if (rulesOf(executive).answers === 'executive') return executive.id
  const onDuty = assistantDuties.find(
    ({ from, until }) => from <= moment && (until === null || until > moment),
  )
  return onDuty?.personId ?? executive.id
}

/**
 * The same offer, with the same times, is asked of whoever answers now. The times stay held at least as long as that
 * person needs to answer. Null: there is nothing to ask, or nobody else to ask it of.
 */
export function decideAskAnew(situation: SessionSituation, by: By): Decision | null {
  const { session, now } = situation
  const { offer } = session
  const asked = askedOf(situation)
  if (session.status !== 'offered' || offer?.status !== 'open' || lineOf(situation)) return null
  if (possibleProposals(session.proposals, now).length > 0) return null
  if (asked.id === offer.askedId || offer.heldUntil <= now) return null
  if (standingOptions(offer, now).length === 0) return null

  const options = offer.options.map((each) =>
    each.dropped || each.until <= now
      ? each
      : { ...each, until: latest(each.until, holdEnd(situation, each.start)) },
  )
  const anew: Offer = {
    ...offer,
    options,
    askedId: asked.id,
    madeAt: now,
    heldUntil: latest(...options.map(({ until }) => until)),
    unansweredAt: unansweredAt(situation),
  }
  const detail = { offer: offer.id, asked: asked.id }
  const asking = step(session, { ...session, offer: anew }, { code: 'asked-anew', at: now, by, detail })
  const { outgoing, link } = offerLetter(situation, asking.after, anew)
  return {
    ...NO_CHANGE,
    sessions: [asking],
    letters: [{ ...outgoing, dedupeKey: `${outgoing.dedupeKey}:${asking.after.version}` }],
    links: [link],
  }
}
