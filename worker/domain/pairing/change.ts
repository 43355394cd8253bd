import { type By, type Decision, NO_CHANGE, type PairingStep, together } from '../decision.ts'
import type { PairingId } from '../ids.ts'
import type { Aim } from '../path/aim.ts'
import { decideCancellation } from '../session/cancel.ts'
import { decideNewPlace } from '../session/change-place.ts'
import type { Situation } from '../situation.ts'
import { pairingStep } from '../step.ts'
import type { Pairing, PairingStatus, Place } from './pairing.ts'

export type PairingChange = {
  readonly status?: PairingStatus
  readonly place?: Place | null
  readonly aim?: Aim | null
}

/**
 * Pauses, resumes or ends a pairing, or sets its place or its aim. A pause frees held times and stops letters, but a fixed date
 * stays until it is cancelled. An end also cancels a future date. A past session stays and can still be logged.
 */
export function decidePairingChange(
  situation: Situation,
  { status, place, aim }: PairingChange,
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
  const before = aimed?.after ?? located
  const changed =
    status === undefined || status === pairing.status
      ? null
      : pairingStep(before, { ...before, status }, { code: 'pairing-status', detail: { status }, at, by })
  return together(
    { ...NO_CHANGE, pairings: [placed, aimed, changed].filter((each): each is PairingStep => each !== null) },
    placed && status !== 'ended'
      ? decidePlaceOfSession({ ...situation, pairing: placed.after }, by)
      : NO_CHANGE,
    status === 'ended' ? decideCallOff(situation, by) : NO_CHANGE,
    status === 'paused' ? decidePause(situation, by) : NO_CHANGE,
  )
}

/** A date to come that has no place of its own is where its pairing meets now; both calendars hear of it. */
function decidePlaceOfSession({ session, ...situation }: Situation, by: By): Decision {
  if (!session?.time || session.status !== 'fixed' || session.place !== null) return NO_CHANGE
  if (session.time.start <= situation.now) return NO_CHANGE
  const moved = { ...session, usual: { ...session.usual, place: situation.pairing.place } }
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
