import { type By, type Decision, NO_CHANGE, together } from '../decision.ts'
import type { CommitmentId, OfferId, PairingId, PersonId, SessionId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { decideRoundWithOffer } from '../session/open-round.ts'
import type { Situation } from '../situation.ts'
import type { Diary, PersonDiary } from '../slot/diary.ts'
import { pairingStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import { decideCallOff } from './change.ts'
import { decidePairing, type PairingReading } from './make.ts'
import type { Pairing } from './pairing.ts'
import { started } from './start.ts'

export type HandOver = {
  /** The id of the new pairing. */
  readonly id: PairingId
  readonly mentorId: PersonId
}

export type HandOverReading = PairingReading & {
  /** The end of the old pairing's last date that was not cancelled, whether they met or not. */
  readonly lastMet: Instant | null
  /** The diary of the new mentor and the executive; null if there is no such mentor. */
  readonly diary: Diary | null
}

export type HandOverIds = {
  readonly sessionId: SessionId
  readonly offerId: OfferId
  readonly commitmentId: CommitmentId
}

/**
 * Another mentor takes over: one pairing ends, and a new one keeps its kind, its place, its aim, its track and the commitment. A new round
 * replaces a future date or an open round. Presets belong to the executive and stay.
 */
export function decideHandOver(
  situation: Situation,
  { id, mentorId }: HandOver,
  reading: HandOverReading,
  ids: HandOverIds,
  by: By,
): Result<Decision, Refusal> {
  const { pairing: old, session, now: at } = situation
  if (old.status === 'ended') return refuse({ reason: 'pairing-closed', status: 'ended' })

  const { programmeId, executiveId, kind, place, aim, trackId, track } = old
  const wish = { id, programmeId, mentorId, executiveId, kind, place, aim, trackId, track }
  const made = decidePairing(wish, reading, { at, by })
  if (!made.ok) return made

  const ended = pairingStep(
    old,
    { ...old, status: 'ended' },
    { code: 'handed-over', detail: { to: id }, at, by },
  )
  const follows = { id: old.id, lastMet: reading.lastMet, commitmentId: ids.commitmentId }
  const begun = made.value.pairings.flatMap((proposed) => [
    { ...proposed, follows },
    ...(old.status === 'proposed' ? [] : [activated(proposed.after, situation, by)]),
  ])
  const handedOver: Decision = { ...NO_CHANGE, pairings: [ended, ...begun] }
  const pairing = begun.at(-1)?.after
  const needsRound = session !== null && (session.time === null || session.time.start > at)
  const { mentor } = reading
  const next =
    pairing?.status === 'active' && needsRound && mentor && reading.diary
      ? decideRoundWithOffer(
          nextSituation(situation, {
            pairing,
            mentor: mentor.person,
            superiors: { ...situation.superiors, mentor: mentor.superiors },
            lastHeld: reading.lastMet,
          }),
          withoutSession(reading.diary, session.id),
          ids,
          by,
        )
      : NO_CHANGE
  return accept(together(handedOver, decideCallOff(situation, by), next))
}

function activated(pairing: Pairing, situation: Situation, by: By) {
  const at = situation.now
  const detail = { status: 'active' as const }
  return pairingStep(pairing, started(pairing, situation), { code: 'pairing-status', detail, at, by })
}

/** The situation of the new pairing, as a later query would return it. */
function nextSituation(
  situation: Situation,
  next: Pick<Situation, 'pairing' | 'mentor' | 'superiors' | 'lastHeld'>,
): Situation {
  return {
    ...situation,
    ...next,
    ownMentor: next.mentor,
    session: null,
    pulse: { begun: situation.now, held: 0, pulses: [] },
    wishes: situation.wishes.filter((kind) => kind === 'pause'),
    firstContact: false,
  }
}

/** The session that this decision cancels must not block a new time. */
function withoutSession(diary: Diary, id: SessionId): Diary {
  const free = (side: PersonDiary): PersonDiary => ({
    ...side,
    busy: side.busy.filter(({ sessionId }) => sessionId !== id),
  })
  return { ...diary, mentor: free(diary.mentor), executive: free(diary.executive) }
}
