import * as z from 'zod/mini'

import type { RankedOption } from '../../../domain/slot/options.ts'
import type { RankReason } from '../../../domain/slot/ranking.ts'
import { type Instant, iso } from '../../../domain/time/time.ts'
import { intervalJson } from './offer.ts'

/** Why a time is ranked above others. A reason missing here does not compile. */
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
  /** When it, or a time that overlaps it, was refused in this round. */
  refusedAt: z.optional(z.string()),
  reasons: z.optional(
    z.array(
      z
        .enum(Object.keys(REASONS))
        .check(z.meta({ description: 'Why this time is ranked high. Only with `explain=true`.' })),
    ),
  ),
})

export function slotJson(
  slot: RankedOption,
  refusedAt: Instant | null,
  { explain = false }: { readonly explain?: boolean },
): z.input<typeof slotAnswer> {
  return {
    ...intervalJson(slot),
    ...(refusedAt !== null && { refusedAt: iso(refusedAt) }),
    ...(explain && { reasons: [...slot.reasons] }),
  }
}
