import { type ByPerson, type Decision, NO_CHANGE, together } from '../../domain/decision.ts'
import type { OptionId } from '../../domain/ids.ts'
import { type Answerer, decideAnswer } from '../../domain/offer/answer.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { decideAnswerFor } from '../../domain/session/answer-for.ts'
import { decideBooking } from '../../domain/session/book.ts'
import { decideMove } from '../../domain/session/move.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import { slotAt } from '../../domain/slot/slot.ts'
import type { Instant, Interval } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse, type IdempotencyKey } from '../../storage/idempotency.ts'
import { findSettledAt, type Received } from '../../storage/mail/received.ts'
import { type DecisionReading, readForDecision } from '../../storage/read-for-decision.ts'
import { type About, aboutPairing, aboutSession, withSession } from '../../storage/situation.ts'
import { fromSession, whyNotChange } from '../session/change.ts'
import { createIdempotently, type DecisionWithValue } from '../write.ts'

/** What the manager read in a mail: an answer to the invite or to the offer, another time, or nothing to do. */
export type MailAnswer =
  | { readonly kind: 'partstat'; readonly partstat: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED' }
  | { readonly kind: 'option'; readonly optionId: OptionId }
  | { readonly kind: 'none' }
  | { readonly kind: 'later'; readonly notBefore: Instant }
  | { readonly kind: 'time'; readonly start: Instant; readonly reason: string | null }
  | { readonly kind: 'nothing' }

/**
 * Records the answer for the writer and settles the mail, in one write; the session that it changed, if any. A press can be
 * undone for its minute, and then the mail waits again. The mail's id is its idempotency key: the same answer twice is
 * once, and another one at the same time is refused with `settled-before`.
 */
export async function settleReceivedMail(
  platform: Platform,
  mail: Received,
  situation: SessionSituation | null,
  answer: MailAnswer,
  manager: Manager,
): Promise<Result<Settled, Refusal>> {
  const asked = askedIn(mail, situation, answer, manager)
  if (!asked) return refuse({ reason: 'not-found' })

  const settled = { kind: 'settled', id: mail.id, byId: manager.id, at: platform.now() } as const
  const wish = { id: mail.id, answer }
  const written = await createIdempotently(platform, wish, {
    read: (key) => readAsked(platform, asked, key),
    findExisting: async () => ({
      session: null,
      at: (await findSettledAt(platform.db, mail.id)) ?? settled.at,
    }),
    decide: (reading) => {
      const decided = asked.rule(reading)
      if (!decided.ok) return decided
      const { decision, value } = decided.value
      const { undoable } = decision
      return accept({
        decision: {
          ...together(decision, { ...NO_CHANGE, received: [settled] }),
          undoable: undoable && { ...undoable, before: { ...undoable.before, mail: mail.id } },
        },
        value: { session: decision.sessions.length > 0 ? value : null, at: settled.at },
      })
    },
  })
  if (written.ok) return written
  return refuse(written.refusal.reason === 'id-taken' ? { reason: 'settled-before' } : written.refusal)
}

type Manager = Pick<ByPerson, 'id' | 'pressedBy' | 'pressedAt'>

/** `session`: what the answer changed; null if it changed none. `at`: when the mail was settled. */
type Settled = { readonly session: Session | null; readonly at: Instant }

/** What has to be read for an answer, and the rule that judges it. Nothing to do asks no rule. */
type Asked = {
  readonly about: About | null
  readonly around: Interval | null
  readonly rule: (reading: DecisionReading) => Result<DecisionWithValue<Session | null>, Refusal>
}

const NOTHING: DecisionWithValue<null> = { decision: NO_CHANGE, value: null }

async function readAsked(
  platform: Platform,
  { about, around }: Asked,
  key: IdempotencyKey,
): Promise<DecisionReading> {
  if (about) return readForDecision(platform, about, { key, around })
  return { situation: null, diary: null, ...(await findEarlierUse(platform.db, key)) }
}

function askedIn(
  { personId: writerId }: Received,
  situation: SessionSituation | null,
  answer: MailAnswer,
  { pressedBy, pressedAt }: Manager,
): Asked | null {
  if (answer.kind === 'nothing') return { about: null, around: null, rule: () => accept(NOTHING) }
  if (!situation || !writerId) return null
  const { session, mentor, executive } = situation
  const by = {
    id: writerId,
    door: 'prose',
    ...(pressedBy && { pressedBy }),
    ...(pressedAt !== undefined && { pressedAt }),
  } as const
  switch (answer.kind) {
    case 'partstat': {
      const { partstat } = answer
      const personId = writerId === mentor.id ? mentor.id : executive.id
      return inSession(situation, by, (now) => decideAnswerFor(now, { personId, partstat }, by))
    }
    case 'option': {
      const { offer } = session
      const { optionId } = answer
      return inSession(situation, by, (now, diary) =>
        offer
          ? decideAnswer(now, diary, { kind: 'option', offerId: offer.id, optionId, move: false }, by)
          : refuse({ reason: 'no-such-option' }),
      )
    }
    case 'none':
    case 'later': {
      const { offer } = session
      return inSession(situation, by, (now, diary) =>
        offer
          ? decideAnswer(now, diary, { ...answer, offerId: offer.id }, by)
          : refuse({ reason: 'offer-closed' }),
      )
    }
    case 'time':
      return session.status === 'fixed' ? movedTo(situation, answer, by) : bookedAt(situation, answer, by)
  }
}

type OwnTime = Extract<MailAnswer, { kind: 'time' }>

/** A fixed session moves to the time; it may be there already. */
function movedTo(situation: SessionSituation, { start, reason }: OwnTime, by: Answerer): Asked {
  const slot = slotAt(start, situation.session.minutes)
  const asked = inSession(situation, by, (now, diary) =>
    isAt(now.session, slot)
      ? accept(NO_CHANGE)
      : decideMove(now, diary, { start, minutes: null, reason }, by),
  )
  return { ...asked, around: slot }
}

function isAt({ time }: Session, slot: Interval): boolean {
  return time?.start === slot.start && time.end === slot.end
}

/** A session without a date gets the time; after its end, the pairing's next round does. */
function bookedAt({ session, pairing }: SessionSituation, { start, reason }: OwnTime, by: Answerer): Asked {
  const { minutes } = session
  const slot = slotAt(start, minutes)
  return {
    about: aboutPairing(pairing.id),
    around: slot,
    rule: ({ situation, diary }) => {
      if (isAt(session, slot)) return accept(NOTHING)
      if (!situation || !diary) return refuse({ reason: 'not-found' })
      const wish = { sessionId: situation.newId('ses'), start, minutes, reason }
      const decided = () => decideBooking(situation, diary, wish, by)
      return whyNotChange(situation, by) ?? fromSession(decided(), situation, by)
    },
  }
}

function inSession(
  { session }: SessionSituation,
  by: Answerer,
  rule: (situation: SessionSituation, diary: Diary) => Result<Decision, Refusal>,
): Asked {
  return {
    about: aboutSession(session.id),
    around: null,
    rule: ({ situation: found, diary }) => {
      const situation = withSession(found)
      if (!situation || !diary) return refuse({ reason: 'not-found' })
      return whyNotChange(situation, by) ?? fromSession(rule(situation, diary), situation, by)
    },
  }
}
