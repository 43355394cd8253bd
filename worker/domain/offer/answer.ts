import { type By, type Decision, NO_CHANGE, readingsOf } from '../decision.ts'
import type { SessionHappening } from '../events.ts'
import type { OfferId, OptionId, PersonId } from '../ids.ts'
import { whyInLine } from '../pairing/reporting-line.ts'
import { rulesOf } from '../people/presets.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { decideFix } from '../session/fix.ts'
import { decideMove } from '../session/move.ts'
import { isProposed, proposalsWith } from '../session/proposals.ts'
import type { Door, Offer, OfferAnswer } from '../session/session.ts'
import type { SessionSituation } from '../situation.ts'
import { type Diary, isHard } from '../slot/diary.ts'
import { whyNot } from '../slot/judge.ts'
import { onHisWord } from '../slot/own-word.ts'
import { slotAt } from '../slot/slot.ts'
import { step } from '../step.ts'
import type { Instant } from '../time/time.ts'
import { whyOptionWithdrawn } from './withdrawn.ts'

export type AnswerWish = { readonly offerId: OfferId } & (
  | {
      readonly kind: 'option'
      readonly optionId: OptionId
      readonly move: boolean
      readonly quarter?: boolean
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'later'; readonly notBefore: Instant }
  | { readonly kind: 'own'; readonly start: Instant; readonly move?: boolean }
)

export type Answerer = By & { readonly id: PersonId; readonly door: Door }

/** The first answer wins. The same answer again succeeds; a different one is refused, with who answered and when. */
export function decideAnswer(
  situation: SessionSituation,
  read: Diary,
  wish: AnswerWish,
  by: Answerer,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const { offer } = session
  const diary = onHisWord(read)
  if (!offer || offer.id !== wish.offerId) return refuse({ reason: 'offer-superseded' })
  if (offer.status === 'answered') return decideAfterAnswer(situation, offer, diary, wish, by)
  if (offer.status === 'superseded') return refuse({ reason: 'offer-superseded' })
  if (session.status !== 'offered') return refuse({ reason: 'offer-closed' })

  switch (wish.kind) {
    case 'option':
      return pickOption(situation, offer, diary, wish, by)
    case 'own':
      return proposeOwn(situation, offer, diary, wish.start, by)
    case 'none':
    case 'later': {
      if (wish.kind === 'later' && wish.notBefore < now) return refuse({ reason: 'day-passed' })
      const status = wish.kind
      const notBefore = wish.kind === 'later' ? wish.notBefore : session.notBefore
      if (offer.status === status && notBefore === session.notBefore) return accept(NO_CHANGE)
      const closed: Offer = { ...offer, status, answer: answerOf(null, by, now) }
      const happening: SessionHappening =
        wish.kind === 'later'
          ? { code: 'postponed', detail: { offer: offer.id, notBefore: wish.notBefore } }
          : { code: 'offer-declined', detail: { offer: offer.id } }
      return accept({
        ...NO_CHANGE,
        sessions: [step(session, { ...session, offer: closed, notBefore }, { ...happening, at: now, by })],
      })
    }
  }
}

/** The length that can be enough for an executive on the go. */
export const SHORT_SESSION_MINUTES = 15

/** Whether the person who answers may take 15 minutes of a longer held time. */
export function mayShorten({ session, executive }: Pick<SessionSituation, 'session' | 'executive'>): boolean {
  return (rulesOf(executive).quarter ?? false) && session.minutes > SHORT_SESSION_MINUTES
}

function pickOption(
  situation: SessionSituation,
  offer: Offer,
  diary: Diary,
  { optionId, quarter = false }: Extract<AnswerWish, { kind: 'option' }>,
  by: Answerer,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const option = offer.options.find((each) => each.id === optionId)
  if (!option) return refuse({ reason: 'no-such-option' })
  if (offer.status !== 'open' || offer.heldUntil <= now)
    return refuse({ reason: 'offer-expired', at: offer.heldUntil })
  if (option.dropped || option.until <= now) return refuse({ reason: 'option-expired', at: option.until })

  const line = whyInLine(situation, by)
  if (line) return refuse(line)
  if (quarter && !mayShorten(situation)) return refuse({ reason: 'length-not-offered' })

  const time = quarter
    ? slotAt(option.start, SHORT_SESSION_MINUTES)
    : { start: option.start, end: option.end }
  const refusal = whyNot(time, diary, { ignoring: session.id })
  if (refusal && isHard(refusal)) return refuse(refusal)
  const withdrawn = whyOptionWithdrawn(option, diary, time)
  if (withdrawn) return refuse(withdrawn)

  const minutes = quarter ? SHORT_SESSION_MINUTES : session.minutes
  const answered: Offer = { ...offer, status: 'answered', answer: answerOf(optionId, by, now) }
  const { against } = option
  const detail = { offer: offer.id, option: optionId, ...time, ...(against && { against }) }
  return accept({
    ...decideFix({ ...situation, session: { ...session, minutes, offer: answered } }, time, {
      happening: { code: 'fixed', detail },
      by,
      before: session,
    }),
    diaries: readingsOf(diary),
  })
}

/**
 * A time of their own: fixed if it is free for both, refused if it is taken, else for a human: outside the hours, or in a
 * reporting line.
 */
function proposeOwn(
  situation: SessionSituation,
  offer: Offer,
  diary: Diary,
  start: Instant,
  by: Answerer,
): Result<Decision, Refusal> {
  const { session, now, newId } = situation
  const time = slotAt(start, session.minutes)
  const refusal = whyNot(time, diary, { ignoring: session.id })
  if (refusal && isHard(refusal)) return refuse(refusal)
  const line = whyInLine(situation, by)
  if (line && by.door !== 'link') return refuse(line)

  if (refusal || line) {
    if (isProposed(session, time, by.id)) return accept(NO_CHANGE)
    const proposal = {
      id: newId('ctr'),
      ...time,
      personId: by.id,
      via: by.door,
      at: now,
      state: 'waiting',
      refusal,
      words: null,
    } as const
    const proposals = proposalsWith(situation, proposal)
    const detail = { start: time.start, end: time.end, ...(refusal && { reason: refusal.reason }) }
    return accept({
      ...NO_CHANGE,
      sessions: [step(session, { ...session, proposals }, { code: 'countered', at: now, by, detail })],
    })
  }

  const heldOption = offer.options.find((each) => each.start === time.start && each.end === time.end)
  const option = heldOption ?? {
    id: newId('opt'),
    ...time,
    origin: 'own' as const,
    until: time.start,
    dropped: false,
    against: null,
  }
  const answered: Offer = {
    ...offer,
    status: 'answered',
    options: heldOption ? offer.options : [...offer.options, option],
    answer: answerOf(option.id, by, now),
  }
  return accept({
    ...decideFix({ ...situation, session: { ...session, offer: answered } }, time, {
      happening: { code: 'fixed', detail: { ...time, offer: offer.id, option: option.id } },
      by,
      before: session,
    }),
    diaries: readingsOf(diary),
  })
}

function decideAfterAnswer(
  situation: SessionSituation,
  offer: Offer,
  diary: Diary,
  wish: AnswerWish,
  by: Answerer,
): Result<Decision, Refusal> {
  const { session } = situation
  const { answer } = offer
  if (session.status !== 'fixed' || !session.time || !answer) return refuse({ reason: 'offer-closed' })

  const start = wish.kind === 'option' ? offer.options.find((each) => each.id === wish.optionId)?.start : null
  const isShorter = wish.kind === 'option' && wish.quarter === true && mayShorten(situation)
  if (wish.kind === 'own' && wish.start === session.time.start) return accept(NO_CHANGE)
  if (start !== undefined && start === session.time.start && !isShorter) return accept(NO_CHANGE)
  const wanted = wish.kind === 'own' ? wish.start : start
  if ((wish.kind === 'option' || wish.kind === 'own') && wish.move && wanted)
    return decideMove(
      situation,
      diary,
      { start: wanted, minutes: isShorter ? SHORT_SESSION_MINUTES : null, reason: null },
      by,
    )
  return refuse({ reason: 'already-answered', at: answer.at, byId: answer.byId, start: session.time.start })
}

function answerOf(optionId: OptionId | null, by: Answerer, at: Instant): OfferAnswer {
  return { optionId, byId: by.id, via: by.door, at }
}
