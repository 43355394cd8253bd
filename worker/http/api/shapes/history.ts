import * as z from 'zod/mini'

import { instant, iso } from '../../../domain/time/time.ts'
import type { HistoryLine } from '../../../storage/session/history.ts'

export const historyAnswer = z.strictObject({
  history: z.array(
    z.strictObject({
      version: z.int(),
      at: z.string(),
      code: z.string(),
      actorId: z.nullable(z.string()),
      door: z.string(),
      detail: z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.boolean()]))),
    }),
  ),
})

/** Details of an event that are instants, stored as numbers. */
const INSTANT_FIELDS = new Set(['start', 'end', 'notBefore'])

export function historyJson(lines: readonly HistoryLine[]): z.input<typeof historyAnswer> {
  return {
    history: lines.map(({ version, at, code, actorId, door, detail }) => ({
      ...{ version, at: iso(at), code, actorId, door },
      detail: Object.fromEntries(
        Object.entries(detail).map(([name, value]) => [
          name,
          INSTANT_FIELDS.has(name) && typeof value === 'number' ? iso(instant(value)) : value,
        ]),
      ),
    })),
  }
}
