import type { Evidence } from '../session/outcome.ts'

/** The path to yes: moved only by acts that somebody saw, and never back. */
export const STAGES = ['curious', 'reading', 'answering', 'posting', 'asking-others-in'] as const
export type Stage = (typeof STAGES)[number]

/** The furthest act that was seen; who was not seen to act is curious. */
export function stageOf(evidence: readonly (Evidence | Stage | null)[]): Stage {
  return STAGES.findLast((stage) => evidence.some((each) => each === stage)) ?? 'curious'
}
