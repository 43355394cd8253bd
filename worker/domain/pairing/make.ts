import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { PairingId, PersonId, ProgrammeId, TrackId } from '../ids.ts'
import type { Aim } from '../path/aim.ts'
import type { PairingTrack } from '../path/track.ts'
import type { Person, Role } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { pairingStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import type { Pairing, PairingKind, Place } from './pairing.ts'
import { inLine, lineBetween } from './reporting-line.ts'

export type PairingWish = {
  readonly id: PairingId
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly kind: PairingKind
  readonly place: Place | null
  /** Handed over with the pairing; a new one has none yet. */
  readonly aim?: Aim | null
  readonly trackId?: TrackId | null
  readonly track?: PairingTrack | null
}

/** What is known of the two people; null for somebody who is not in the programme. */
export type PairingReading = {
  readonly mentor: Candidate | null
  readonly executive: Candidate | null
  /** Their pairing that has not ended. */
  readonly living: Pairing | null
}

/** Proposes a pairing. Nobody is told until the manager has asked the executive informally. */
export function decidePairing(
  wish: PairingWish,
  { mentor, executive, living }: PairingReading,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  if (!mentor) return refuse({ reason: 'not-a-mentor' })
  if (!executive) return refuse({ reason: 'not-an-executive' })
  const refusal = whyNotPair(mentor, executive)
  if (refusal) return refuse(refusal)
  if (living) return refuse({ reason: 'already-paired' })

  const detail = { mentor: wish.mentorId, executive: wish.executiveId }
  const { aim = null, trackId = null, track = null } = wish
  const proposed: Pairing = { ...wish, aim, trackId, track, status: 'proposed', version: 0 }
  const made = pairingStep(null, proposed, { code: 'pairing-made', detail, at, by })
  return accept({ ...NO_CHANGE, pairings: [made] })
}

/** Two people as candidates for a pairing, each with the chain of superiors, nearest first. */
export type Candidate = {
  readonly person: Person
  readonly roles: readonly Role[]
  readonly superiors: readonly PersonId[]
}

/** The two have their roles, and no reporting line keeps them apart. */
export function whyNotPair(mentor: Candidate, executive: Candidate): Refusal | null {
  if (!mentor.roles.includes('mentor')) return { reason: 'not-a-mentor' }
  if (!executive.roles.includes('executive') || mentor.person.id === executive.person.id)
    return { reason: 'not-an-executive' }

  const line = lineBetween(mentor, executive)
  return line && inLine(line)
}
