import * as z from 'zod/mini'

import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { AIMS } from '../../../domain/path/aim.ts'
import { nextAnswer } from './page.ts'
import { kind, place, placePatch } from './places.ts'
import { body, oneOf, ownId, reference, whyOutward } from './values.ts'

export const aim = z.nullable(oneOf(...AIMS))
const status = oneOf('proposed', 'active', 'paused', 'ended')

export const pairingWish = body({
  id: z.exactOptional(ownId('pai')),
  /** Required only if the two share several programmes. */
  programmeId: z.exactOptional(reference('prg')),
  mentorId: reference('per'),
  executiveId: reference('per'),
  kind,
  place: z.exactOptional(z.nullable(place)),
  reason: whyOutward,
})

/** RFC 7396: a place of the same kind needs only the fields that change; null clears it. */
export const pairingPatch = body({
  status: z.exactOptional(status),
  place: z.exactOptional(z.nullable(placePatch)),
  aim: z.exactOptional(aim),
  /** A track of the programme, for a workshop; null: it follows what comes next. */
  trackId: z.exactOptional(z.nullable(reference('trk'))),
  reason: whyOutward,
})

export const pairingAnswer = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  mentorId: z.string(),
  executiveId: z.string(),
  kind,
  status,
  place: z.nullable(place),
  aim,
  trackId: z.nullable(z.string()),
})
export const pairingsAnswer = z.strictObject({ pairings: z.array(pairingAnswer), ...nextAnswer })

export function pairingJson(pairing: Pairing): z.input<typeof pairingAnswer> {
  const { id, programmeId, mentorId, executiveId, kind, status, place, aim: towards, trackId } = pairing
  return { id, programmeId, mentorId, executiveId, kind, status, place, aim: towards, trackId }
}
