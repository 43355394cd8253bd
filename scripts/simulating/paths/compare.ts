import { STANDARD_FORMATS } from '../../../worker/domain/path/house.ts'
import { type Chance, chanceOf } from '../random.ts'
import { HORIZON, type Life, live } from './life.ts'
import { executivesOf } from './people.ts'
import { POLICIES, type Policy } from './policies.ts'
import { type Prior, PRIORS } from './priors.ts'

const EXECUTIVES = 1000
const RESAMPLES = 1000
/** Both ends of what 95 of 100 resamples give. */
const TAIL = 0.025

export type Figures = {
  readonly name: Policy['name']
  readonly prior: string
  /** Never within the horizon counts as one session more than it. */
  readonly sessionsToAim: { readonly median: number; readonly low: number; readonly high: number }
  /** Of the executives with an aim, how many were seen to reach it within the horizon. */
  readonly reachedShare: number
  /** Sessions of one executive that began with a format that had come before. */
  readonly repeats: number
  /** Formats with which no executive ever began. */
  readonly unreached: number
  /** Executives for whom nothing came next, though nothing was closed. */
  readonly deadEnds: number
}

/** Every policy under every prior, each time the same executives with the same luck. */
export function comparePaths(seed: number, count = EXECUTIVES): readonly Figures[] {
  return PRIORS.flatMap((prior) => {
    const executives = executivesOf(prior, count, seed)
    return POLICIES.map((policy) => {
      const lives = executives.map((executive) => ({
        aim: executive.aim,
        life: live(executive, prior, policy, seed),
      }))
      const towards = lives.flatMap(({ aim, life }) => (aim ? [life] : []))
      return figuresOf(
        policy,
        prior,
        lives.map(({ life }) => life),
        towards,
        chanceOf(seed, `${prior.name}:${policy.name}`),
      )
    })
  })
}

function figuresOf(
  { name }: Policy,
  prior: Prior,
  all: readonly Life[],
  towards: readonly Life[],
  chance: Chance,
): Figures {
  const sessions = towards.map(({ sessionsToAim }) => sessionsToAim ?? HORIZON + 1)
  const begun = new Set(all.flatMap((life) => life.begun))
  return {
    name,
    prior: prior.name,
    sessionsToAim: { median: medianOf(sessions), ...intervalOf(sessions, chance) },
    reachedShare: rounded(
      towards.filter(({ sessionsToAim }) => sessionsToAim !== null).length / towards.length,
    ),
    repeats: rounded(all.reduce((sum, { repeats }) => sum + repeats, 0) / all.length),
    unreached: STANDARD_FORMATS.filter((each) => !begun.has(each)).length,
    deadEnds: all.filter(({ isDeadEnd }) => isDeadEnd).length,
  }
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Percentile bootstrap of the median. */
function intervalOf(
  values: readonly number[],
  chance: Chance,
): { readonly low: number; readonly high: number } {
  const medians = Array.from({ length: RESAMPLES }, () =>
    medianOf(values.map(() => values[Math.floor(chance.between(0, values.length))] ?? 0)),
  ).toSorted((one, other) => one - other)
  return {
    low: medians[Math.floor(TAIL * RESAMPLES)] ?? 0,
    high: medians[Math.ceil((1 - TAIL) * RESAMPLES) - 1] ?? 0,
  }
}

function rounded(value: number): number {
  return Math.round(100 * value) / 100
}

/** Where two intervals overlap nothing may be claimed. */
export function isSooner(one: Figures, other: Figures): boolean {
  return one.sessionsToAim.high < other.sessionsToAim.low
}
