import * as z from 'zod/mini'

import type { OutcomeRequest } from '../../../actions/session/log-outcome.ts'
import { MAX_COMMITMENT_CHARACTERS } from '../../../domain/limits.ts'
import { WHYS } from '../../../domain/session/why.ts'
import { body, day, oneOf, ownId, text, yesOrNo } from './values.ts'

/** What is said of a session, beside the result. */
export const outcomeShape = {
  commitment: z.exactOptional(z.nullable(text(MAX_COMMITMENT_CHARACTERS))),
  dueOn: z.exactOptional(z.nullable(day)),
  lastDone: z.exactOptional(z.nullable(oneOf('yes', 'partly', 'no'))),
  benefit: z.exactOptional(z.nullable(oneOf('scale', 'align', 'filters'))),
  evidence: z.exactOptional(z.nullable(oneOf('reading', 'answering', 'posting', 'asking-others-in'))),
  needsManager: z.exactOptional(yesOrNo),
  /** Counts only if it did not happen or was cut short. */
  whyNotHeld: z.exactOptional(z.nullable(oneOf(...WHYS))),
}

export const outcomeWish = body({
  id: z.exactOptional(ownId('out')),
  result: oneOf('happened', 'cut-short', 'did-not-happen', 'moved'),
  ...outcomeShape,
})

export function outcomeOf(wish: Omit<z.output<typeof outcomeWish>, 'id'>): OutcomeRequest {
  const { result, commitment = null, dueOn = null, lastDone = null, benefit = null, evidence = null } = wish
  const { needsManager = false, whyNotHeld = null } = wish
  return { result, commitment, dueOn, lastDone, benefit, evidence, needsManager, whyNotHeld }
}
