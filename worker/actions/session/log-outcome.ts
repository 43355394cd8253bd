import { type Decision, sessionAfter, together } from '../../domain/decision.ts'
import type { EventDoor } from '../../domain/events.ts'
import type { OfferId, OutcomeId, PersonId, SessionId } from '../../domain/ids.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import {
  decideOfferAfterMove,
  decideRoundAfterLog,
  decideLogOutcome,
  type OutcomeWish,
} from '../../domain/session/log-outcome.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { findSession } from '../../storage/session/session.ts'
import { findSessionSituation } from '../../storage/situation.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { once } from '../once.ts'

export type OutcomeRequest = Omit<OutcomeWish, 'outcomeId' | 'commitmentId'>

/** Logs what took place, once under its id; the next round opens in the same batch. */
export async function logOutcome(
  platform: Platform,
  sessionId: SessionId,
  wish: OutcomeRequest,
  by: { readonly id: PersonId; readonly door: EventDoor },
  id: OutcomeId = platform.newId('out'),
): Promise<Result<Session, Refusal>> {
  const { newId, db } = platform
  const ids = { outcomeId: id, commitmentId: newId('com') }
  const next = { sessionId: newId('ses'), offerId: newId('off') }
  const request = { id, sessionId, ...wish }
  const settled = await once(platform, request, {
    again: () => findSession(db, sessionId),
    decide: async () => {
      const situation = await findSessionSituation(platform, sessionId)
      if (!situation) return refuse({ reason: 'not-found' })
      const closed = whyClosed(situation.programme)
      if (closed) return refuse(closed)
      return withWhatFollows(platform, situation, { ...wish, ...ids }, { by, next })
    },
  })
  if (!settled.ok) return settled
  const session = await findSession(db, sessionId)
  return session ? accept(session) : refuse({ reason: 'not-found' })
}

type Following = {
  readonly by: { readonly id: PersonId; readonly door: EventDoor }
  readonly next: { readonly sessionId: SessionId; readonly offerId: OfferId }
}

async function withWhatFollows(
  platform: Platform,
  situation: SessionSituation,
  wish: OutcomeWish,
  { by, next }: Following,
): Promise<Result<Decision, Refusal>> {
  const reading = await findLogReading(platform.db, situation.session.id, situation.pairing.id)
  const logged = decideLogOutcome(situation, reading, wish, by)
  const session = logged.ok ? sessionAfter(logged.value) : null
  if (!logged.ok || !session) return logged

  const after = { ...situation, session }
  if (wish.result === 'moved') {
    const diary = await findDiary(platform, situation)
    return accept(together(logged.value, decideOfferAfterMove(after, diary, next.offerId)))
  }
  if (reading.next) return logged
  const own = await withOwnMentor(platform, after)
  return accept(together(logged.value, decideRoundAfterLog(own, await findDiary(platform, own), next)))
}

/** After a stand-in's session the next round is the pairing's own mentor's again. */
async function withOwnMentor({ db }: Platform, situation: SessionSituation): Promise<SessionSituation> {
  const { mentor, pairing } = situation
  const own =
    mentor.id === pairing.mentorId ? mentor : await findPerson(db, pairing.mentorId, pairing.programmeId)
  return { ...situation, mentor: own ?? mentor }
}
