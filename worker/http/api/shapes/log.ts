import * as z from 'zod/mini'

import { type SeenFields, seen } from '../../../domain/people/fields.ts'
import type { Look } from '../../../domain/people/permission.ts'
import type { Correction } from '../../../domain/session/correct-log.ts'
import type { Commitment, Outcome } from '../../../domain/session/outcome.ts'
import { iso } from '../../../domain/time/time.ts'

const log = z.strictObject({
  id: z.string(),
  result: z.string(),
  commitment: z.nullable(z.string()),
  dueOn: z.nullable(z.string()),
  lastDone: z.nullable(z.string()),
  benefit: z.nullable(z.string()),
  evidence: z.nullable(z.string()),
  needsManager: z.boolean(),
  whyNotHeld: z.nullable(z.string()),
  loggedBy: z.string(),
  loggedAt: z.string(),
})

export const outcomeAnswer = z.strictObject({
  /** `null`: nobody has logged it. */
  outcome: z.nullable(log),
  /** What stood before each correction, latest first. */
  corrections: z.array(
    z.strictObject({
      at: z.string(),
      byId: z.nullable(z.string()),
      reason: z.nullable(z.string()),
      before: log,
    }),
  ),
})

type Log = z.input<typeof log>
type CorrectionLine = z.input<typeof outcomeAnswer>['corrections'][number]

export const LOG_ANSWER_FIELDS: SeenFields<Log> = {
  id: 'neutral',
  result: 'neutral',
  commitment: { sight: 'commitment', instead: null },
  dueOn: { sight: 'commitment', instead: null },
  lastDone: { sight: 'commitment', instead: null },
  benefit: { sight: 'stage', instead: null },
  evidence: { sight: 'stage', instead: null },
  needsManager: { sight: 'needs-manager', instead: false },
  whyNotHeld: { sight: 'why', instead: null },
  loggedBy: 'mentor-name',
  loggedAt: 'neutral',
}

export const CORRECTION_ANSWER_FIELDS: SeenFields<CorrectionLine> = {
  at: { sight: 'history', instead: '' },
  byId: { sight: 'history', instead: null },
  reason: { sight: 'history', instead: null },
  before: 'parts',
}

type Logged = Correction['before'] | Outcome
type Agreed = Pick<Commitment, 'words' | 'dueOn'> | null

export function outcomeJson(
  look: Look,
  outcome: Outcome | null,
  agreed: Agreed,
  corrections: readonly Correction[],
): z.input<typeof outcomeAnswer> {
  return {
    outcome: outcome && logJson(look, outcome, agreed),
    corrections: corrections.map(({ at, byId, reason: why, before, agreed: then }) =>
      seen<CorrectionLine>(look, CORRECTION_ANSWER_FIELDS, {
        at: iso(at),
        byId,
        reason: why,
        before: logJson(look, before, then),
      }),
    ),
  }
}

function logJson(look: Look, logged: Logged, agreed: Agreed): Log {
  const { id, result, lastDone, benefit, evidence, needsManager, whyNotHeld, loggedBy, loggedAt } = logged
  const { words: commitment = null, dueOn = null } = agreed ?? {}
  const said = { id, result, commitment, dueOn, lastDone, benefit, evidence, needsManager, whyNotHeld }
  return seen<Log>(look, LOG_ANSWER_FIELDS, { ...said, loggedBy, loggedAt: iso(loggedAt) })
}
