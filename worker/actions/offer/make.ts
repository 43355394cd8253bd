import type { By } from '../../domain/decision.ts'
import type { FormatId, OfferId, PairingId, PersonId, SessionId } from '../../domain/ids.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from '../../domain/offer/make.ts'
import { whyNotPair } from '../../domain/pairing/make.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Situation } from '../../domain/situation.ts'
import type { Interval } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { findCandidate } from '../../storage/pairing/candidate.ts'
import { findSessionByOffer } from '../../storage/session/session.ts'
import { findSituation } from '../../storage/situation.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { once } from '../once.ts'

export type OfferRequest = {
  readonly id: OfferId
  readonly pairingId: PairingId
  readonly minutes: number | null
  readonly options: number | null
  /** What it begins with; unsaid, what comes by itself. */
  readonly formatId?: FormatId | null
  /** Times chosen already, instead of the best there are. */
  readonly times?: readonly Interval[]
  /** Another mentor for this one session; the pairing keeps its own. */
  readonly standInId?: PersonId
}

/** Holds the best times for both and asks whoever answers for the executive. */
export async function offerTimes(
  platform: Platform,
  wish: OfferRequest,
  by: By,
): Promise<Result<Session, Refusal>> {
  const sessionId: SessionId = platform.newId('ses')
  return once(platform, wish, {
    again: () => findSessionByOffer(platform.db, wish.id),
    decide: async () => {
      const found = await findSituation(platform, wish.pairingId)
      if (!found) return refuse({ reason: 'not-found' })
      const closed = whyClosed(found.programme)
      if (closed) return refuse(closed)
      const situation = wish.standInId ? await withStandIn(platform, found, wish.standInId) : accept(found)
      if (!situation.ok) return situation

      const diary = await findDiary(platform, situation.value)
      const { id: offerId, minutes, options, times } = wish
      const count = options ?? DEFAULT_OPTION_COUNT
      const chosen = times ? { times, isOnlyFirst: true } : {}
      const begun = wish.formatId === undefined ? {} : { formatId: wish.formatId }
      return decideOffer(
        situation.value,
        diary,
        { offerId, sessionId, minutes, count, ...chosen, ...begun },
        by,
      )
    },
  })
}

/** The situation as if this mentor had the session; refused where he may not meet this executive. */
async function withStandIn(
  { db }: Platform,
  situation: Situation,
  mentorId: PersonId,
): Promise<Result<Situation, Refusal>> {
  const { programme, session, executive: boss } = situation
  const [mentor, executive] = await Promise.all([
    findCandidate(db, programme.id, mentorId),
    findCandidate(db, programme.id, boss.id),
  ])
  if (!mentor) return refuse({ reason: 'not-a-mentor' })
  if (!executive) return refuse({ reason: 'not-an-executive' })
  const refusal = whyNotPair(mentor, executive, null)
  if (refusal) return refuse(refusal)
  return accept({ ...situation, mentor: mentor.person, session: session && { ...session, mentorId } })
}
