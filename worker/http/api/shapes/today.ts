import * as z from 'zod/mini'

import { MAX_SNOOZE_KEY_CHARACTERS } from '../../../domain/limits.ts'
import { body, day, reference, text } from './values.ts'

export const todayAnswer = z.object({
  items: z.array(
    z.object({
      /** Names the line when it is put off. */
      key: z.string(),
      kind: z.string(),
      sessionId: z.optional(z.string()),
      pairingId: z.optional(z.string()),
      personId: z.optional(z.string()),
      programmeId: z.optional(z.string()),
      since: z.string(),
      action: z.string(),
    }),
  ),
})

/** Until a day in the manager's own zone; null is done with. */
export const snoozeWish = body({
  programmeId: z.exactOptional(reference('prg')),
  key: text(MAX_SNOOZE_KEY_CHARACTERS),
  until: z.nullable(day),
})
export const snoozeAnswer = z.strictObject({ key: z.string(), until: z.nullable(z.string()) })
