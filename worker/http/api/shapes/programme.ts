import * as z from 'zod/mini'

import { MAX_PROGRAMME_NAME_CHARACTERS, MAX_PROGRAMME_SHORT_NAME_CHARACTERS } from '../../../domain/limits.ts'
import { type Policy, POLICY_FIELDS, type Programme } from '../../../domain/programme/programme.ts'
import { iso } from '../../../domain/time/time.ts'
import { patchShapeOf, shapeOf } from './fields.ts'
import { body, day, ownId, whyOutward, text, yesOrNo } from './values.ts'

const policy = body(shapeOf(POLICY_FIELDS))
/** RFC 7396: objects merge, lists are replaced, null resets to the default. */
const policyPatch = z.exactPartial(body(patchShapeOf(POLICY_FIELDS)))

export const programmeWish = body({
  id: z.exactOptional(ownId('prg')),
  name: text(MAX_PROGRAMME_NAME_CHARACTERS),
  shortName: z.exactOptional(text(MAX_PROGRAMME_SHORT_NAME_CHARACTERS)),
  endsOn: z.exactOptional(z.nullable(day)),
  policy: z.exactOptional(z.exactPartial(policy)),
  reason: whyOutward,
})

/** `shortName: null` resets it to the first word of the name. */
export const programmePatch = body({
  name: z.exactOptional(text(MAX_PROGRAMME_NAME_CHARACTERS)),
  shortName: z.exactOptional(z.nullable(text(MAX_PROGRAMME_SHORT_NAME_CHARACTERS))),
  endsOn: z.exactOptional(z.nullable(day)),
  policy: z.exactOptional(z.nullable(policyPatch)),
  reason: whyOutward,
})

/** Future sessions refuse the closure, with their list, unless `cancelFixed` cancels them. */
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
  /** Names and notes are purged in the night of this day (UTC). */
  purgeOn: z.nullable(z.string()),
  policy,
})
export const programmesAnswer = z.strictObject({
  programmes: z.array(
    z.partial(programmeAnswer, { status: true, endsOn: true, closedAt: true, purgeOn: true, policy: true }),
  ),
})

export function programmeJson(programme: Programme): z.input<typeof programmeAnswer> {
  const { closedAt, policy, version: _, purgedAt: _purged, ...named } = programme
  return { ...named, closedAt: closedAt && iso(closedAt), policy: policyJson(policy) }
}

function policyJson({
  buffers,
  blackouts,
  forbiddenWords,
  allowedWords,
  standIns,
  ...rest
}: Policy): z.input<typeof policy> {
  return {
    ...{ ...rest, buffers: { ...buffers }, blackouts: [...blackouts] },
    ...{ forbiddenWords: [...forbiddenWords], allowedWords: [...allowedWords] },
    ...{ standIns: [...standIns] },
  }
}
