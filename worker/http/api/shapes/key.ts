import * as z from 'zod/mini'

import { type Key, KEY_ACCESSES, lastDayOfKey } from '../../../domain/key/key.ts'
import { MAX_KEY_NAME_CHARACTERS } from '../../../domain/limits.ts'
import { iso, type Zone } from '../../../domain/time/time.ts'
import { body, day, list, oneOf, ownId, reference, text } from './values.ts'

/** `programmeIds` may be left out with `health`; `expiresOn` is the last day on which the key works. */
export const keyWish = body({
  id: z.exactOptional(ownId('key')),
  name: text(MAX_KEY_NAME_CHARACTERS),
  access: oneOf(...KEY_ACCESSES),
  programmeIds: z.exactOptional(list(reference('prg'), 100)),
  expiresOn: day,
})

const keyShape = {
  id: z.string(),
  name: z.string(),
  access: z.enum(KEY_ACCESSES),
  programmeIds: z.array(z.string()),
  madeAt: z.string(),
  expiresOn: z.string(),
  endedAt: z.nullable(z.string()),
  /** The day of its last use, in UTC. */
  usedOn: z.nullable(z.string()),
}
export const keyAnswer = z.strictObject(keyShape)
export const keysAnswer = z.strictObject({ keys: z.array(keyAnswer) })
/** `key` this once: null where the same request came again. */
export const madeKeyAnswer = z.strictObject({ ...keyShape, key: z.nullable(z.string()) })

export function keyJson(key: Key, zone: Zone): z.input<typeof keyAnswer> {
  const { id: keyId, name, access, programmes, madeAt, endedAt, usedOn } = key
  return {
    ...{ id: keyId, name, access, programmeIds: [...programmes], madeAt: iso(madeAt) },
    ...{ expiresOn: lastDayOfKey(key, zone), endedAt: endedAt && iso(endedAt), usedOn },
  }
}
