import * as z from 'zod/mini'

export const todayAnswer = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      sessionId: z.optional(z.string()),
      pairingId: z.optional(z.string()),
      personId: z.optional(z.string()),
      since: z.string(),
      action: z.string(),
    }),
  ),
})
