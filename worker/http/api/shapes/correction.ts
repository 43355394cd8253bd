import * as z from 'zod/mini'

import type { CorrectionRequest } from '../../../actions/session/correct-log.ts'
import { outcomeOf, outcomeShape } from './outcome.ts'
import { body, oneOf, ownId, reasonInLines, reference } from './values.ts'

/** The whole log as it should have been; what is left out is empty. */
export const correctionWish = body({
  ...outcomeShape,
  id: z.exactOptional(ownId('out')),
  result: oneOf('happened', 'cut-short', 'did-not-happen'),
  reason: reasonInLines,
  /** The outcome that was read: 409 `changed-meanwhile` if another stands by now. */
  corrects: z.exactOptional(reference('out')),
})

export function correctionOf(wish: z.output<typeof correctionWish>): CorrectionRequest {
  const { result, reason: why, corrects = null } = wish
  return { ...outcomeOf(wish), result, reason: why, corrects }
}
