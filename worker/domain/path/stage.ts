import type { Evidence } from '../session/outcome.ts'

/** The path to yes: only acts that somebody saw move it, and never back. */
export const STAGES = ['curious', 'reading', 'answering', 'posting', 'asking-others-in'] as const
export type Stage = (typeof STAGES)[number]

/** The acts that can be seen, in the order of the path. */
export const EVIDENCES = [
  'reading',
  'answering',
  'posting',
  'asking-others-in',
] as const satisfies readonly Evidence[]

/** The furthest stage that was seen; `curious` if none was. */
export function stageOf(evidence: readonly (Evidence | Stage | null)[]): Stage {
  return STAGES.findLast((stage) => evidence.some((each) => each === stage)) ?? 'curious'
}
