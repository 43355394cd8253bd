import type { Programme } from '../../domain/programme/programme.ts'
import { figuresOf, type Release } from '../../domain/report/figures.ts'
import { reportRulesOf } from '../../domain/report/release.ts'

/** The same to everybody, whichever way he comes. */
export function shownOf({ policy }: Programme, release: Release | null) {
  const rules = reportRulesOf(policy)
  return { least: rules.least, releasedAt: release?.at ?? null, figures: figuresOf(release, rules) }
}
