import * as z from 'zod/mini'

import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { nextAnswer } from './page.ts'
import { kind, place } from './places.ts'
import { body, oneOf, ownId, reference, text } from './values.ts'

const status = oneOf('proposed', 'active', 'paused', 'ended')

export const pairingWish = body({
  id: z.exactOptional(ownId('pai')),
  /** Needed only where the two are together in several programmes. */
  programmeId: z.exactOptional(reference('prg')),
  mentorId: reference('per'),
  executiveId: reference('per'),
  kind,
  place: z.exactOptional(z.nullable(place)),
  override: z.exactOptional(z.nullable(text(500))),
})

export const pairingPatch = body({
  status: z.exactOptional(status),
  place: z.exactOptional(z.nullable(place)),
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
