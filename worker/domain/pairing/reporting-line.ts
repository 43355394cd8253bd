import type { By } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import type { Blocker } from '../people/person.ts'
import { PRESETS } from '../people/presets.ts'
import type { Refusal } from '../refusals.ts'
import type { Situation } from '../situation.ts'
import type { Reporting } from './reporting.ts'

type Placed = {
  readonly person: { readonly id: PersonId; readonly blockers: readonly Blocker[] }
  /** Nearest first. */
  readonly superiors: readonly PersonId[]
}

/** Who of the two reports to the other, at any distance; null: nobody. */
export function reportingBetween(mentor: Placed, executive: Placed): Reporting | null {
  return reportingTo(mentor, executive) ?? reportingTo(executive, mentor)
}

/**
 * The reporting line that keeps two people apart, whatever kind of pairing: the mentor reports to the executive directly,
 * or the executive to the mentor at any distance. Where the mentor must be from outside, two steps below is too near.
 */
export function lineBetween(mentor: Placed, executive: Placed): Reporting | null {
  const mustBeOutside = executive.person.blockers.some((each) => PRESETS[each].mentorOutside)
  const below = reportingTo(mentor, executive)
  if (below && below.steps <= (mustBeOutside ? 2 : 1)) return below
  return reportingTo(executive, mentor)
}

/** The same for the two of a situation, asked before anything new is fixed, held or offered. */
export function lineOf({ mentor, executive, superiors }: InSituation): Reporting | null {
  return lineBetween(
    { person: mentor, superiors: superiors.mentor },
    { person: executive, superiors: superiors.executive },
  )
}

type InSituation = Pick<Situation, 'mentor' | 'executive' | 'superiors'>

/** A line that changed later, or was overridden once. Whoever answers by a link only hears that a human decides. */
export function whyInLine(situation: InSituation, by: By): Refusal | null {
  const line = lineOf(situation)
  if (!line) return null
  return by.door === 'link' ? { reason: 'human-decides' } : inLine(line)
}

export function inLine(line: Reporting): Refusal {
  return { reason: 'reporting-line', ...line }
}

function reportingTo(below: Placed, above: Placed): Reporting | null {
  const index = below.superiors.indexOf(above.person.id)
  return index < 0 ? null : { personId: below.person.id, managerId: above.person.id, steps: index + 1 }
}
