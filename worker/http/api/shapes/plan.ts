import * as z from 'zod/mini'

import type { KeptPlan, LeftOver, PlanRow } from '../../../domain/plan/plan.ts'
import { iso } from '../../../domain/time/time.ts'
import type { Explained } from '../../refusals.ts'
import { intervalAnswer, intervalJson } from './offer.ts'
import { body, ownId, yesOrNo } from './values.ts'

/** `standIns`: whether another mentor may stand in if the pairing's mentor has no time. */
export const planWish = body({ id: z.exactOptional(ownId('pln')), standIns: z.exactOptional(yesOrNo) })

const refusal = z.strictObject({ code: z.string(), message: z.string() })
const rowAnswer = z.strictObject({
  pairingId: z.string(),
  mentorId: z.string(),
  minutes: z.int(),
  options: z.array(intervalAnswer),
  reasons: z.array(z.string()),
  state: z.string(),
  offerId: z.string(),
  refusal: z.nullable(refusal),
})
const leftOverAnswer = z.strictObject({
  pairingId: z.string(),
  reason: z.string(),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  notBefore: z.optional(z.string()),
  otherPairingId: z.optional(z.string()),
})
export const planAnswer = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  rows: z.array(rowAnswer),
  leftOver: z.array(leftOverAnswer),
})

type Explain = (refusal: NonNullable<PlanRow['refusal']>) => Explained

export function planJson(plan: KeptPlan, explain: Explain): z.input<typeof planAnswer> {
  const { id, programmeId, rows, leftOver } = plan
  return {
    id,
    programmeId,
    rows: rows.map((row) => rowJson(row, explain)),
    leftOver: leftOver.map(leftOverJson),
  }
}

/** A row has the reasons of its best time. */
function rowJson({ refusal, options, ...row }: PlanRow, explain: Explain): z.input<typeof rowAnswer> {
  const explained = refusal && explain(refusal)
  return {
    ...row,
    options: options.map(intervalJson),
    reasons: [...(options[0]?.reasons ?? [])],
    refusal: explained && { code: explained.code, message: explained.sentence },
  }
}

function leftOverJson(left: LeftOver): z.input<typeof leftOverAnswer> {
  const { pairingId, reason } = left
  return {
    ...{ pairingId, reason },
    ...('window' in left && { from: iso(left.window.start), to: iso(left.window.end) }),
    ...('notBefore' in left && { notBefore: iso(left.notBefore) }),
    ...('pairing' in left && { otherPairingId: left.pairing }),
  }
}
