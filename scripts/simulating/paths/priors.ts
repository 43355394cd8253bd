import type { Evidence } from '../../../worker/domain/session/outcome.ts'

type Span = { readonly least: number; readonly most: number }

/**
 * How executives may be, drawn for each of them. Nobody has measured this; three guesses stand here, from kind to
 * hard, and were fixed before the rules of nextSteps were tried on them.
 */
export type Prior = {
  readonly name: string
  /** How often somebody does what was agreed. */
  readonly followsThrough: Span
  /** How often an act follows from a format that leads to it, where what was agreed was done. */
  readonly ease: Readonly<Record<Evidence, Span>>
  /** For each act that was skipped on the way, an act is this much less likely. */
  readonly leap: number
  /** What a format adds that suits what stands in the way. */
  readonly fit: number
  /** What each practice that was done adds, three at most. */
  readonly practice: number
  /** What is left of a format that comes again as it was; and of one that comes again smaller. */
  readonly again: number
  readonly smaller: number
}

/** Every act is as easy as another, and nothing but the act counts. */
const EVEN: Prior = {
  name: 'even',
  followsThrough: { least: 0.5, most: 0.9 },
  ease: {
    reading: { least: 0.3, most: 0.6 },
    answering: { least: 0.3, most: 0.6 },
    posting: { least: 0.3, most: 0.6 },
    'asking-others-in': { least: 0.3, most: 0.6 },
  },
  leap: 1,
  fit: 0,
  practice: 0,
  again: 1,
  smaller: 1,
}

/** Each act is harder than the one before, leaps are hard, and what suits somebody counts. */
const STEEP: Prior = {
  name: 'steep',
  followsThrough: { least: 0.4, most: 0.9 },
  ease: {
    reading: { least: 0.5, most: 0.8 },
    answering: { least: 0.3, most: 0.6 },
    posting: { least: 0.15, most: 0.45 },
    'asking-others-in': { least: 0.1, most: 0.35 },
  },
  leap: 0.5,
  fit: 0.5,
  practice: 0.15,
  again: 0.7,
  smaller: 1.2,
}

/** Little is done of what was agreed; only what suits, and practice, help. */
const RELUCTANT: Prior = {
  name: 'reluctant',
  followsThrough: { least: 0.15, most: 0.5 },
  ease: {
    reading: { least: 0.2, most: 0.5 },
    answering: { least: 0.15, most: 0.4 },
    posting: { least: 0.1, most: 0.3 },
    'asking-others-in': { least: 0.05, most: 0.25 },
  },
  leap: 0.7,
  fit: 1,
  practice: 0.3,
  again: 0.6,
  smaller: 1.3,
}

export const PRIORS: readonly Prior[] = [EVEN, STEEP, RELUCTANT]

/** The same for all: a session is cut short, an act comes of itself, the mentor notices it, or says what was done. */
export const CUT_SHORT = 0.08
export const OF_ITSELF = 0.03
export const NOTICED = 0.9
export const TOLD = 0.8
