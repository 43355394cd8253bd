import type { Evidence } from '../session/outcome.ts'

/** What a pairing works towards: answer once, let others see the judgement, or hear those one does not hear. */
export const AIMS = ['scale', 'align', 'filters'] as const
export type Aim = (typeof AIMS)[number]

/** The act that shows that an aim was reached. */
export const ACT_OF_AIM: Readonly<Record<Aim, Evidence>> = {
  scale: 'answering',
  align: 'posting',
  filters: 'asking-others-in',
}
