import type { By } from '../../domain/decision.ts'
import type { FormatId, OfferId, PairingId, PersonId, SessionId } from '../../domain/ids.ts'
import { decideOffer, DEFAULT_OPTION_COUNT, type OfferWish } from '../../domain/offer/make.ts'
import { whyNotPair } from '../../domain/pairing/make.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Situation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import type { Within } from '../../domain/slot/within.ts'
import type { Instant, Interval } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { findCandidate } from '../../storage/pairing/candidate.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { findSession, findSessionByOffer } from '../../storage/session/session.ts'
import { aboutPairing } from '../../storage/situation.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { fromSession, whyNotChange } from '../session/change.ts'
import { createIdempotently, isInReach } from '../write.ts'

export type OfferRequest = {
  readonly id: OfferId
  readonly pairingId: PairingId
  readonly minutes: number | null
  readonly options: number | null
  /** The format of the session; absent: the next one in turn. */
  readonly formatId?: FormatId | null
  /** Times that were chosen already; absent: the best times are searched. */
  readonly times?: readonly Interval[]
  /** The same as starts; they last as long as the session. */
  readonly starts?: readonly Instant[]
  /** Where to look for the best times; absent: wherever the rules allow. */
  readonly within?: Within
  /** Why a time was chosen against a soft rule. */
  readonly reason?: string | null
  /** The manager's own words for the first mail of a pairing. */
  readonly words?: string | null
  /** Refused while another offer is open, instead of superseding it. */
  readonly isOnlyFirst?: boolean
  /** Another mentor for this one session; the pairing keeps its own. */
  readonly standInId?: PersonId
}

/** Holds the best times for both people, and asks the executive or the assistant. */
export async function offerTimes(
  platform: Platform,
  wish: OfferRequest,
  by: By,
): Promise<Result<Session, Refusal>> {
  const { db } = platform
  const sessionId: SessionId = platform.newId('ses')
  return createIdempotently(platform, wish, {
    read: (key) => readForDecision(platform, aboutPairing(wish.pairingId), { key }),
    mayAsk: ({ situation }) => isInReach(situation, by),
    findExisting: async (earlierSession) =>
      (earlierSession && (await findSession(db, earlierSession))) ?? findSessionByOffer(db, wish.id),
    decide: async ({ situation, diary }) => {
      if (!situation || !diary) return refuse({ reason: 'not-found' })
      const refused = whyNotChange(situation, by)
      if (refused) return refused
      const reading = wish.standInId
        ? await withStandIn(platform, situation, wish.standInId)
        : accept({ situation, diary })
      if (!reading.ok) return reading
      const decision = decideOffer(reading.value.situation, reading.value.diary, wishOf(wish, sessionId), by)
      return fromSession(decision, situation, by)
    },
  })
}

function wishOf(
  { id, minutes, options, times, starts, formatId, isOnlyFirst = false, ...wish }: OfferRequest,
  sessionId: SessionId,
): OfferWish {
  return {
    ...{ offerId: id, sessionId, minutes, count: options ?? DEFAULT_OPTION_COUNT },
    ...(times && { times }),
    ...(starts && { starts }),
    isOnlyFirst: isOnlyFirst || times !== undefined,
    ...(formatId !== undefined && { formatId }),
    ...(wish.within && { within: wish.within }),
    ...{ reason: wish.reason ?? null, words: wish.words ?? null },
  }
}

/** The situation with this mentor in the session; refused if the two may not meet. */
async function withStandIn(
  platform: Platform,
  situation: Situation,
  mentorId: PersonId,
): Promise<Result<{ readonly situation: Situation; readonly diary: Diary }, Refusal>> {
  const { programme, session } = situation
  const [mentor, executive] = await Promise.all([
    findCandidate(platform.db, programme.id, mentorId),
    findCandidate(platform.db, programme.id, situation.executive.id),
  ])
  if (!mentor) return refuse({ reason: 'not-a-mentor' })
  if (!executive) return refuse({ reason: 'not-an-executive' })
  const refusal = whyNotPair(mentor, executive)
  if (refusal) return refuse(refusal)
  const standInSituation = {
    ...situation,
    mentor: mentor.person,
    superiors: { mentor: mentor.superiors, executive: executive.superiors },
    session: session && { ...session, mentorId },
  }
  return accept({ situation: standInSituation, diary: await findDiary(platform, standInSituation) })
}
