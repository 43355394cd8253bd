import * as z from 'zod/mini'

import type { Policy, Programme } from '../../../domain/programme/programme.ts'
import { iso } from '../../../domain/time/time.ts'
import { body, day, list, oneOf, ownId, text, whole, yesOrNo } from './values.ts'

const blackout = z
  .object({ from: day, to: day, reason: text(200) }, 'Two days and a reason are needed.')
  .check(
    z.refine(({ from, to }) => from <= to, { message: 'The last day comes before the first.', path: ['to'] }),
  )

export const buffers = z.object(
  { before: whole(0, 240), after: whole(0, 240) },
  'before and after are needed, in minutes.',
)

/** Days: cadence, tolerance, horizon, holdDays, retention. Hours: notice. Minutes: minutes, buffers. */
const policy = z.object(
  {
    cadence: whole(1, 365),
    tolerance: whole(0, 90),
    minutes: whole(5, 480),
    notice: whole(0, 720),
    horizon: whole(1, 365),
    buffers,
    blackouts: list(blackout, 200),
    holdDays: whole(1, 30),
    counters: oneOf('ask', 'accept'),
    autopilot: yesOrNo,
    wording: oneOf('name', 'plain'),
    forbiddenWords: list(text(60), 200),
    retention: whole(1, 3650),
  },
  'A JSON object is needed.',
)

export const programmeWish = body({
  id: z.exactOptional(ownId('prg')),
  name: text(200),
  shortName: z.exactOptional(text(60)),
  endsOn: z.exactOptional(z.nullable(day)),
  policy: z.exactOptional(z.exactPartial(policy)),
})

export const programmePatch = body({
  name: z.exactOptional(text(200)),
  shortName: z.exactOptional(text(60)),
  endsOn: z.exactOptional(z.nullable(day)),
  policy: z.exactOptional(z.exactPartial(policy)),
})

/** Dates ahead are refused with their list, unless they are to be cancelled. */
export const closureWish = body({
  id: z.exactOptional(ownId('req')),
  cancelFixed: z.exactOptional(yesOrNo),
})

export const programmeAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  status: z.enum(['open', 'closing', 'closed']),
  endsOn: z.nullable(z.string()),
  closedAt: z.nullable(z.string()),
  /** The day, in UTC, in whose night names and notes go. */
  purgeOn: z.nullable(z.string()),
  policy,
})
export const programmesAnswer = z.strictObject({
  programmes: z.array(
    z.partial(programmeAnswer, { status: true, endsOn: true, closedAt: true, purgeOn: true, policy: true }),
  ),
})

export function programmeJson(programme: Programme): z.input<typeof programmeAnswer> {
  const { closedAt, policy, version: _, ...named } = programme
  return { ...named, closedAt: closedAt && iso(closedAt), policy: policyJson(policy) }
}

function policyJson({ buffers, blackouts, forbiddenWords, ...rest }: Policy): z.input<typeof policy> {
  return { ...rest, buffers: { ...buffers }, blackouts: [...blackouts], forbiddenWords: [...forbiddenWords] }
}
