import type { PersonId } from '../ids.ts'
import type { Person, Role } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'

/** Two people as candidates for a pairing, each with his chain of superiors, nearest first. */
export type Candidate = {
  readonly person: Person
  readonly roles: readonly Role[]
  readonly superiors: readonly PersonId[]
}

/**
 * A mentor in the executive's reporting line is refused; a written reason overrides it, but never where the
 * executive is “handled”: there the point is somebody from outside.
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
