import { type By, type Decision, NO_CHANGE, type PairingStep, together } from '../decision.ts'
import type { PairingId } from '../ids.ts'
import type { Aim } from '../path/aim.ts'
import { copyOf } from '../path/track-copy.ts'
import type { Track } from '../path/track.ts'
import type { Refusal } from '../refusals.ts'
import { decideCancellation } from '../session/cancel.ts'
import { decideNewPlace } from '../session/change-place.ts'
import type { Situation } from '../situation.ts'
import { pairingStep } from '../step.ts'
import { isChosen, isMade, placeWhenFixed } from './meeting-link.ts'
import type { Pairing, PairingStatus, Place } from './pairing.ts'
import { started } from './start.ts'

export type PairingChange = {
  readonly status?: PairingStatus
  readonly place?: Place | null
  readonly aim?: Aim | null
  /** Null: it follows what comes next. */
  readonly track?: Track | null
}

/**
 * Pauses, resumes or ends a pairing, or sets its place, its aim or its track. A pause frees held times and stops letters, but a fixed date
 * stays until it is cancelled. An end also cancels a future date. A past session stays and can still be logged.
 */
export function decidePairingChange(
  situation: Situation,
  { status, place, aim, track }: PairingChange,
  by: By,
): Decision {
  const { pairing, now: at } = situation
  const placed =
    place === undefined || JSON.stringify(place) === JSON.stringify(pairing.place)
      ? null
      : pairingStep(pairing, { ...pairing, place }, { code: 'pairing-placed', detail: {}, at, by })
  const located = placed?.after ?? pairing
  const aimed =
    aim === undefined || aim === located.aim
      ? null
      : pairingStep(located, { ...located, aim }, { code: 'pairing-aimed', detail: { aim }, at, by })
  const towards = aimed?.after ?? located
  const tracked = track === undefined ? null : trackedStep(situation, towards, track, by)
  const before = tracked?.after ?? towards
  const changed =
    status === undefined || status === pairing.status
      ? null
      : pairingStep(before, inStatus(before, status, situation, track), {
          code: 'pairing-status',
          detail: { status },
          at,
          by,
        })
  return together(
    {
      ...NO_CHANGE,
      pairings: [placed, aimed, tracked, changed].filter((each): each is PairingStep => each !== null),
    },
    placed && status !== 'ended'
      ? decidePlaceOfSession({ ...situation, pairing: placed.after }, by)
      : NO_CHANGE,
    status === 'ended' ? decideCallOff(situation, by) : NO_CHANGE,
    status === 'paused' ? decidePause(situation, by) : NO_CHANGE,
  )
}

/** A pairing that has started copies the track at once; one that is only proposed when it starts. */
function trackedStep(
  { formats, now: at }: Situation,
  pairing: Pairing,
  chosen: Track | null,
  by: By,
): PairingStep | null {
  if ((chosen?.id ?? null) === pairing.trackId) return null
  const trackId = chosen?.id ?? null
  const track = chosen && pairing.status !== 'proposed' ? copyOf(chosen, formats) : null
  const detail = { track: trackId }
  return pairingStep(pairing, { ...pairing, trackId, track }, { code: 'pairing-tracked', detail, at, by })
}

/** `track`: the one that the same change sets. */
function inStatus(
  pairing: Pairing,
  status: PairingStatus,
  { path, formats }: Situation,
  track: Track | null | undefined,
): Pairing {
  if (status !== 'active') return { ...pairing, status }
  return started(pairing, { formats, path: track === undefined ? path : { ...path, track } })
}

/** Only a workshop follows a track, one of its programme that is not put away; what it follows already may stay. */
export function whyNotTracked({ kind, programmeId, trackId }: Pairing, track: Track | null): Refusal | null {
  if (kind !== 'workshop') return { reason: 'not-a-workshop' }
  const isKept = track !== null && track.id === trackId
  const isOfList = track?.programmeId === programmeId && !track.isArchived
  return isKept || isOfList ? null : { reason: 'no-such-track' }
}

/** A date to come that has no place of its own is where its pairing meets now; both calendars hear of it. */
function decidePlaceOfSession({ session, ...situation }: Situation, by: By): Decision {
  if (!session?.time || session.status !== 'fixed' || isChosen(session.place)) return NO_CHANGE
  if (session.place !== null && !isMade(session.place)) return NO_CHANGE
  if (session.time.start <= situation.now) return NO_CHANGE
  const place = placeWhenFixed({ ...situation, session }, session.place, session.time)
  const moved = { ...session, place, usual: { ...session.usual, place: situation.pairing.place } }
  return decideNewPlace({ ...situation, session }, moved, by)
}

/** Ends a pairing, for closing its programme. */
export function decideEnd(situation: Situation, by: By): Decision {
  return decidePairingChange(situation, { status: 'ended' }, by)
}

/** The pairing after a decision; null if it is not changed. */
export function pairingAfter({ pairings }: Decision, id: PairingId): Pairing | null {
  return pairings.findLast(({ after }) => after.id === id)?.after ?? null
}

function decidePause(situation: Situation, by: By): Decision {
  const { pairing, session } = situation
  const settled: Decision = {
    ...NO_CHANGE,
    wishes: [{ pairingId: pairing.id, kind: 'pause', made: null }],
  }
  return session?.status === 'offered' ? together(settled, decideCallOff(situation, by)) : settled
}

/** A session that is over cannot be cancelled and stays as it is. */
export function decideCallOff({ session, ...situation }: Situation, by: By): Decision {
  if (!session) return NO_CHANGE
  const calledOff = decideCancellation({ ...situation, session }, { reopen: false, follows: true }, by)
  return calledOff.ok ? calledOff.value : NO_CHANGE
}
