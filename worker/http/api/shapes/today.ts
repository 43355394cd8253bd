import * as z from 'zod/mini'

import { MAX_SNOOZE_KEY_CHARACTERS } from '../../../domain/limits.ts'
import { KINDS } from '../../../domain/today/item.ts'
import { body, day, reference, text } from './values.ts'

/** `kind`: all lines of this kind alone, however many. */
export const todayQuery = z.object({
  programme: z.exactOptional(reference('prg')),
  kind: z.exactOptional(z.enum(KINDS)),
})

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
      /** Of a key of the API that ends within a week. */
      keyId: z.optional(z.string()),
      /** Of a draft: the plan that holds it, to be confirmed or left out by a person. */
      planId: z.optional(z.string()),
      since: z.string(),
      action: z.string(),
      /** Why a letter could not be delivered, as a code. */
      failure: z.optional(z.string()),
      /** When Sotto acts by itself, if nobody else does: for a mentor who cannot come, or has left by then. */
      actsAt: z.optional(z.string()),
      /** How many mails the line stands for: of `strangers` all that came, also those that are not kept any more. */
      count: z.optional(z.int()),
      /** What the mail suggests. Nothing is done about it before somebody does it. */
      suggestion: z.optional(
        z.strictObject({
          kind: z.enum(['time', 'option', 'none', 'later']),
          source: z.enum(['words', 'calendar']),
          /** The code of what stands against it; null: nothing does. */
          refusal: z.nullable(z.string()),
          optionId: z.optional(z.string()),
          start: z.optional(z.string()),
          end: z.optional(z.string()),
          notBefore: z.optional(z.string()),
        }),
      ),
      /** What the clock could not do about it by itself, as a code, and when it tries again. */
      putOff: z.optional(z.strictObject({ reason: z.string(), until: z.string() })),
    }),
  ),
  /** How many lines of a kind are not among the items; `kind` gives them all. */
  more: z.array(z.strictObject({ kind: z.enum(KINDS), count: z.int() })),
})

/** `until` is a date in the manager's zone; null settles the item. */
export const snoozeWish = body({
  programmeId: z.exactOptional(reference('prg')),
  key: text(MAX_SNOOZE_KEY_CHARACTERS),
  until: z.nullable(day),
})
export const snoozeAnswer = z.strictObject({ key: z.string(), until: z.nullable(z.string()) })
