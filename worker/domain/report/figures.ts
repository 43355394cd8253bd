import { EVIDENCES } from '../path/stage.ts'
import type { Evidence } from '../session/outcome.ts'
import type { Instant } from '../time/time.ts'
import { CAUSES, type Cause } from './facts.ts'

export const BENEFITS = ['scale', 'align', 'filters'] as const

/** What the sponsor reads, in the order of the page; what rests on another stands after it. */
export type FigureName =
  | 'executives'
  | 'active'
  | 'fixed'
  | 'held'
  | 'share-held'
  | 'minutes'
  | 'median-days'
  | 'bumps-per-session'
  | 'done-by-both'
  | `benefit-${(typeof BENEFITS)[number]}`
  | `missed-${Cause}`
  | `unsuited-${Cause}`
  | `stage-${Evidence}`

export const FIGURES: readonly FigureName[] = [
  ...(['executives', 'active', 'held', 'fixed', 'share-held', 'minutes', 'median-days'] as const),
  ...(['bumps-per-session', 'done-by-both'] as const),
  ...BENEFITS.map((each) => `benefit-${each}` as const),
  ...CAUSES.map((each) => `missed-${each}` as const),
  ...CAUSES.map((each) => `unsuited-${each}` as const),
  ...EVIDENCES.map((each) => `stage-${each}` as const),
]

/** A count is never given exactly: its step is as wide as the least number of people. */
export type Band = { readonly from: number; readonly to: number }
export type FigureValue = number | Band

/**
 * Why a figure is not shown, or not newer than it is. `too-few-people` contributed; `too-few-others` did not;
 * `too-few-since` contributed since it was shown last; `not-yet`: no month is complete.
 */
export type WhyHidden = 'too-few-people' | 'too-few-others' | 'too-few-since' | 'not-yet'

/** A figure as of a release. `counted` is what later ones go on from; no reader gets it. */
export type Standing = {
  readonly value: FigureValue | null
  /** The end of the last month in it; null: it was never shown. */
  readonly until: Instant | null
  readonly hidden: WhyHidden | null
  readonly counted: readonly number[]
  /** Of how many people it was to be when it was shown last; absent in releases of older versions. */
  readonly least?: number
}

export type Standings = Readonly<Partial<Record<FigureName, Standing>>>

/** What readers see until the next one. */
export type Release = { readonly at: Instant; readonly figures: Standings }

export const NEVER_SHOWN: Standing = { value: null, until: null, hidden: 'not-yet', counted: [] }

/** The figure of a release; one that came in with a later version was never shown. */
export function standingIn(release: Release | null, name: FigureName): Standing {
  return release?.figures[name] ?? NEVER_SHOWN
}

export function isStage(name: FigureName): boolean {
  return EVIDENCES.some((each) => name === `stage-${each}`)
}

/** One figure as a reader gets it: a value with its day, or why there is none. */
export type Figure = { readonly name: FigureName } & (
  | { readonly value: FigureValue; readonly until: Instant; readonly whyNotNewer: WhyHidden | null }
  | { readonly hidden: WhyHidden }
)

/** What was shown of fewer people than are asked for now is not shown until it has changed. */
export function figuresOf(
  release: Release | null,
  rules: { readonly stages: boolean; readonly least: number },
): readonly Figure[] {
  return FIGURES.filter((name) => rules.stages || !isStage(name)).map((name) => {
    const { value, until, hidden, least = rules.least } = standingIn(release, name)
    if (value === null || until === null) return { name, hidden: hidden ?? 'not-yet' }
    return least < rules.least
      ? { name, hidden: 'too-few-people' }
      : { name, value, until, whyNotNewer: hidden }
  })
}
