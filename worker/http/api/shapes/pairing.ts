import * as z from 'zod/mini'

import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { nextAnswer } from './page.ts'
import { kind, place, placePatch } from './places.ts'
import { body, oneOf, ownId, reason, reference } from './values.ts'

const status = oneOf('proposed', 'active', 'paused', 'ended')

export const pairingWish = body({
  id: z.exactOptional(ownId('pai')),
  /** Needed only where the two are together in several programmes. */
  programmeId: z.exactOptional(reference('prg')),
  mentorId: reference('per'),
  executiveId: reference('per'),
  kind,
  place: z.exactOptional(z.nullable(place)),
  override: z.exactOptional(z.nullable(reason)),
})

/** RFC 7396: a place of the same kind may name only what changes; null leaves it open. */
export const pairingPatch = body({
  status: z.exactOptional(status),
  place: z.exactOptional(z.nullable(placePatch)),
})

export const pairingAnswer = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  mentorId: z.string(),
  executiveId: z.string(),
  kind,
  status,
  place: z.nullable(place),
})
export const pairingsAnswer = z.strictObject({ pairings: z.array(pairingAnswer), ...nextAnswer })

export function pairingJson(pairing: Pairing): z.input<typeof pairingAnswer> {
  const { id, programmeId, mentorId, executiveId, kind, status, place } = pairing
  return { id, programmeId, mentorId, executiveId, kind, status, place }
}
