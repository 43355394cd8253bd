import type { Decision } from '../../worker/domain/decision.ts'
import { sessionAfter } from '../../worker/domain/decision.ts'
import type { NewId, PersonId } from '../../worker/domain/ids.ts'
import { type Answerer, decideAnswer } from '../../worker/domain/offer/answer.ts'
import { decideOffer } from '../../worker/domain/offer/make.ts'
import type { Refusal } from '../../worker/domain/refusals.ts'
import type { Result } from '../../worker/domain/result.ts'
import { decideReply } from '../../worker/domain/session/reply.ts'
import type { Partstat, Session } from '../../worker/domain/session/session.ts'
import { inviteOf } from '../../worker/domain/session/session.ts'
import type { SessionSituation, Situation } from '../../worker/domain/situation.ts'
import type { Diary } from '../../worker/domain/slot/diary.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import { aPerson, aSituation } from './situations.ts'
import { aDiary, aPersonDiary, weekly } from './times.ts'

export const MANAGER = { id: 'per_manager', door: 'manager' } as const
export const ODILE = { id: 'per_assistant', door: 'link' } as const

/** Numbered ids, so that no two are the same. */
export function countingIds(): NewId {
  let count = 0
  return (prefix) => `${prefix}_${(count += 1)}`
}

/** Tom and Mr Bernard, for whom Odile answers; both in Paris, open on weekdays, on Monday 15 March 2027 at nine. */
export function aRound(parts: Partial<Situation> = {}): Situation {
  return aSituation({
    newId: countingIds(),
    assistants: [aPerson('per_assistant', { name: 'Odile Marchand' })],
    firstContact: false,
    ...parts,
  })
}

export function aDiaryFor(situation: Situation, parts: Partial<Diary> = {}): Diary {
  const open = { zone: 'Europe/Paris', weekly: weekly([1, 2, 3, 4, 5], '09:00', '18:00'), exceptions: [] }
  return aDiary({
    now: situation.now,
    policy: situation.programme.policy,
    mentor: aPersonDiary({
      personId: situation.mentor.id,
      availability: open,
      rules: situation.mentor.rules,
    }),
    executive: aPersonDiary({
      personId: situation.executive.id,
      availability: open,
      rules: situation.executive.rules,
    }),
    ...parts,
  })
}

/** The decision of a rule; a refusal fails the test with its reason. */
export function accepted(result: Result<Decision, Refusal>): Decision {
  if (!result.ok) throw new Error(`refused: ${result.refusal.reason}`)
  return result.value
}

export function after(
  situation: Situation,
  decision: Decision,
  now: Instant = situation.now,
): SessionSituation {
  const session = sessionAfter(decision) ?? situation.session
  if (!session) throw new Error('the decision leaves no session')
  return { ...situation, now, session }
}

/** After an offer of three times. */
export function offered(situation: Situation = aRound()): SessionSituation {
  const wish = { offerId: 'off_1', sessionId: 'ses_1', minutes: null, count: 3 } as const
  return after(situation, accepted(decideOffer(situation, aDiaryFor(situation), wish, MANAGER)))
}

/** After Odile has picked the first time. */
export function fixed(situation: Situation = aRound()): SessionSituation {
  const before = offered(situation)
  return after(before, accepted(pick(before, 0)))
}

export function pick(
  situation: SessionSituation,
  index: number,
  by: Answerer = ODILE,
): Result<Decision, Refusal> {
  const { offer } = situation.session
  const option = offer?.options[index]
  if (!offer || !option) throw new Error('no such option')
  const wish = { offerId: offer.id, kind: 'option', optionId: option.id, move: false } as const
  return decideAnswer(situation, aDiaryFor(situation), wish, by)
}

/** An answer to a person's current revision, by calendar unless `parts` says otherwise. */
export function answerOf(
  situation: SessionSituation,
  personId: PersonId,
  partstat: Partstat,
  parts: Partial<Parameters<typeof decideReply>[1]['answer']> = {},
): Result<Decision, Refusal> {
  const invite = inviteOf(situation.session, personId)
  if (!invite) throw new Error('not invited')
  return decideReply(situation, {
    uid: invite.uid,
    partstat,
    answer: {
      byId: personId,
      via: 'calendar',
      sequence: invite.sequence,
      dtstamp: situation.now,
      replyTime: null,
      mailDate: null,
      at: situation.now,
      ...parts,
    },
  })
}

export function timeOf({ session }: { readonly session: Session }) {
  if (!session.time) throw new Error('no time')
  return session.time
}

/** The letters of a decision, as “method to whom” or “kind to whom”. */
export function lettersSent({ letters }: Decision): readonly string[] {
  return letters.map(({ letter }) =>
    letter.kind === 'calendar'
      ? `${letter.method} to ${letter.reader.personId}`
      : `${letter.kind} to ${letter.reader.personId}`,
  )
}
