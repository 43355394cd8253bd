import * as z from 'zod/mini'

import type { Figure, FigureValue } from '../../../domain/report/figures.ts'
import { iso } from '../../../domain/time/time.ts'

const why = z.enum(['too-few-people', 'too-few-others', 'too-few-since', 'not-yet'])
/** A count comes in steps: `from` and `to` both belong to it. */
const value = z.union([z.number(), z.strictObject({ from: z.number(), to: z.number() })])

/** `until`: the end of the last month in it. `whyNotNewer`: why it is not newer than that. */
const figure = z.union([
  z.strictObject({ name: z.string(), value, until: z.string(), whyNotNewer: z.nullable(why) }),
  z.strictObject({ name: z.string(), hidden: why }),
])
export const reportAnswer = z.strictObject({
  releasedAt: z.nullable(z.string()),
  least: z.number(),
  figures: z.array(figure),
})

export function figureJson(shown: Figure): z.input<typeof figure> {
  const { name } = shown
  return 'hidden' in shown
    ? { name, hidden: shown.hidden }
    : { name, value: valueJson(shown.value), until: iso(shown.until), whyNotNewer: shown.whyNotNewer }
}

function valueJson(shown: FigureValue): z.input<typeof value> {
  return typeof shown === 'number' ? shown : { ...shown }
}
