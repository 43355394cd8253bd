import * as z from 'zod/mini'

import type { RankedOption } from '../../../domain/slot/options.ts'
import type { RankReason } from '../../../domain/slot/ranking.ts'
import { intervalJson } from './offer.ts'

/** What speaks for a time beside its neighbours; a reason missing here does not compile. */
const REASONS: Readonly<Record<RankReason, true>> = {
  'near-date': true,
  'preferred-hours': true,
  'keeps-day-whole': true,
  'new-day': true,
  'new-day-part': true,
}

export const slotAnswer = z.strictObject({
  start: z.string(),
  end: z.string(),
  reasons: z.optional(
    z.array(
      z
        .enum(Object.keys(REASONS))
        .check(z.meta({ description: 'What speaks for this time; only where explain=true asks.' })),
    ),
  ),
})

export function slotJson(
  slot: RankedOption,
  { explain = false }: { readonly explain?: boolean },
): z.input<typeof slotAnswer> {
  return { ...intervalJson(slot), ...(explain && { reasons: [...slot.reasons] }) }
}
