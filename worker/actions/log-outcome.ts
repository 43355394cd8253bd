import { sessionAfter, together } from '../domain/decision.ts'
import type { PersonId, SessionId } from '../domain/ids.ts'
import { decideMovedOffer, decideNextRound, decideOutcome, type OutcomeWish } from '../domain/logging.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, type Result } from '../domain/result.ts'
import type { Session } from '../domain/sessions.ts'
import type { EventDoor } from '../domain/events.ts'
import type { Platform } from '../platform.ts'
import { findDiary } from '../storage/diaries.ts'
import { findLogReading } from '../storage/outcomes.ts'
import { findPerson } from '../storage/people.ts'
import type { SessionSituation } from '../domain/situation.ts'
import { changeWith } from './change.ts'

export type OutcomeRequest = Omit<OutcomeWish, 'outcomeId' | 'commitmentId'>

/** Logs what took place; the next round opens in the same batch. */
export async function logOutcome(
  platform: Platform,
  sessionId: SessionId,
  wish: OutcomeRequest,
  by: { readonly id: PersonId; readonly door: EventDoor },
): Promise<Result<Session, Refusal>> {
  const { newId, db } = platform
  const ids = { outcomeId: newId('out'), commitmentId: newId('com') }
  const next = { sessionId: newId('ses'), offerId: newId('off') }
  return changeWith(platform, sessionId, async (situation) => {
    const reading = await findLogReading(db, sessionId, situation.pairing.id)
    const logged = decideOutcome(situation, reading, { ...wish, ...ids }, by)
    if (!logged.ok) return logged

    const session = sessionAfter(logged.value) ?? situation.session
    const after = { ...situation, session }
    if (wish.result === 'moved')
      return accept(
        together(logged.value, decideMovedOffer(after, await findDiary(platform, situation), next.offerId)),
      )
    if (reading.next) return logged
    const own = await withOwnMentor(platform, after)
    return accept(together(logged.value, decideNextRound(own, await findDiary(platform, own), next)))
  })
}

/** After a stand-in's session the next round is the pairing's own mentor's again. */
async function withOwnMentor({ db }: Platform, situation: SessionSituation): Promise<SessionSituation> {
  const { mentor, pairing } = situation
  const own = mentor.id === pairing.mentorId ? mentor : await findPerson(db, pairing.mentorId)
  return { ...situation, mentor: own ?? mentor }
}
