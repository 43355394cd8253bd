import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { PairingId, PersonId, ProgrammeId } from '../ids.ts'
import type { Person, Role } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { pairingStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import type { Pairing, PairingKind, Place } from './pairing.ts'

export type PairingWish = {
  readonly id: PairingId
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly kind: PairingKind
  readonly place: Place | null
  /** The reason a human wrote for pairing two people of one reporting line; stored only if it was needed. */
  readonly override: string | null
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
  { override, ...wish }: PairingWish,
  { mentor, executive, living }: PairingReading,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  if (!mentor) return refuse({ reason: 'not-a-mentor' })
  if (!executive) return refuse({ reason: 'not-an-executive' })
  const refusal = whyNotPair(mentor, executive, override)
  if (refusal) return refuse(refusal)
  if (living) return refuse({ reason: 'already-paired' })

  const detail = { mentor: wish.mentorId, executive: wish.executiveId }
  const proposed: Pairing = { ...wish, status: 'proposed', version: 0 }
  const made = pairingStep(null, proposed, { code: 'pairing-made', detail, at, by })
  const overrideReason = whyNotPair(mentor, executive, null) ? override : null
  return accept({ ...NO_CHANGE, pairings: [{ ...made, overrideReason }] })
}

/** Two people as candidates for a pairing, each with the chain of superiors, nearest first. */
export type Candidate = {
  readonly person: Person
  readonly roles: readonly Role[]
  readonly superiors: readonly PersonId[]
}

/**
 * A mentor in the executive's reporting line is refused. A written reason overrides that, except if the executive is
 * “handled”: such an executive needs somebody from outside.
 */
export function whyNotPair(mentor: Candidate, executive: Candidate, override: string | null): Refusal | null {
  if (!mentor.roles.includes('mentor')) return { reason: 'not-a-mentor' }
  if (!executive.roles.includes('executive') || mentor.person.id === executive.person.id)
    return { reason: 'not-an-executive' }

  const isInLine =
    mentor.superiors.includes(executive.person.id) || executive.superiors.includes(mentor.person.id)
  const overridable = !executive.person.blockers.includes('handled')
  const superior = mentor.superiors.includes(executive.person.id) ? executive.person.id : mentor.person.id
  return isInLine && !(override && overridable)
    ? { reason: 'reporting-line', managerId: superior, overridable }
    : null
}
