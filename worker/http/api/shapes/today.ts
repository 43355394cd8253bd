import * as z from 'zod/mini'

import { MAX_SNOOZE_KEY_CHARACTERS } from '../../../domain/limits.ts'
import { body, day, reference, text } from './values.ts'

export const todayAnswer = z.object({
  items: z.array(
    z.object({
      /** Identifies the item for a snooze. */
      key: z.string(),
      kind: z.string(),
      sessionId: z.optional(z.string()),
      pairingId: z.optional(z.string()),
      personId: z.optional(z.string()),
      programmeId: z.optional(z.string()),
      since: z.string(),
      action: z.string(),
      /** Why a letter could not be delivered, as a code. */
      failure: z.optional(z.string()),
      /** What the clock could not do about it by itself, as a code, and when it tries again. */
      putOff: z.optional(z.strictObject({ reason: z.string(), until: z.string() })),
    }),
  ),
})

/** `until` is a date in the manager's zone; null settles the item. */
export const snoozeWish = body({
  programmeId: z.exactOptional(reference('prg')),
  key: text(MAX_SNOOZE_KEY_CHARACTERS),
  until: z.nullable(day),
})
export const snoozeAnswer = z.strictObject({ key: z.string(), until: z.nullable(z.string()) })
