import * as z from 'zod/mini'

import { MAX_WEBHOOK_URL_CHARACTERS } from '../../../domain/limits.ts'
import { iso } from '../../../domain/time/time.ts'
import { HEALTH_TYPES, PROGRAMME_TYPES } from '../../../domain/webhook/told.ts'
import {
  type Attempt,
  type Message,
  MESSAGE_STATES,
  type Webhook,
  WEBHOOK_STATES,
} from '../../../domain/webhook/webhook.ts'
import { body, list, oneOf, ownId, reference, text } from './values.ts'

const types = list(oneOf(...PROGRAMME_TYPES, ...HEALTH_TYPES), PROGRAMME_TYPES.length).check(
  z.minLength(1, 'Name at least one type.'),
)

/** Without `types`, all of them. `programmeId` is null for the health of the installation. */
export const webhookWish = body({
  id: z.exactOptional(ownId('whk')),
  programmeId: z.nullable(reference('prg')),
  url: text(MAX_WEBHOOK_URL_CHARACTERS),
  types: z.exactOptional(types),
})

/** `rotate` makes another secret, which is in this answer alone; the old one signs as well for a day. */
export const webhookPatch = body({
  state: z.exactOptional(oneOf('on', 'off')),
  types: z.exactOptional(types),
  rotate: z.exactOptional(z.literal(true, 'true is needed, or nothing.')),
})

const webhookShape = {
  id: z.string(),
  programmeId: z.nullable(z.string()),
  /** Null: it does not open, since its key is gone. */
  url: z.nullable(z.string()),
  types: z.array(z.string()),
  state: z.enum(WEBHOOK_STATES),
  madeAt: z.string(),
  endedAt: z.nullable(z.string()),
  failingSince: z.nullable(z.string()),
}
export const webhookAnswer = z.strictObject(webhookShape)
export const webhooksAnswer = z.strictObject({ webhooks: z.array(webhookAnswer) })
/** `secret` this once: null where the same request came again, or none was made. */
export const madeWebhookAnswer = z.strictObject({ ...webhookShape, secret: z.nullable(z.string()) })

export const messageAnswer = z.strictObject({
  id: z.string(),
  type: z.string(),
  at: z.string(),
  data: z.record(z.string(), z.nullable(z.union([z.string(), z.readonly(z.array(z.string()))]))),
  state: z.enum(MESSAGE_STATES),
  /** When it is sent next; null: it is not. */
  dueAt: z.nullable(z.string()),
  /** The earliest first. */
  attempts: z.array(
    z.strictObject({
      at: z.string(),
      ms: z.int(),
      status: z.nullable(z.int()),
      problem: z.nullable(z.string()),
    }),
  ),
})
export const messagesAnswer = z.strictObject({ messages: z.array(messageAnswer) })

export function webhookJson(webhook: Webhook): z.input<typeof webhookAnswer> {
  const { id, programmeId, url, types: told, state, madeAt, endedAt, failingSince } = webhook
  return {
    ...{ id, programmeId, url, types: [...told], state, madeAt: iso(madeAt) },
    ...{ endedAt: endedAt && iso(endedAt), failingSince: failingSince && iso(failingSince) },
  }
}

export function messageJson(message: Message): z.input<typeof messageAnswer> {
  const { id, type, at, data, state, dueAt, attempts } = message
  return {
    ...{ id, type, at: iso(at), data, state, dueAt: state === 'waiting' ? iso(dueAt) : null },
    attempts: attempts.map((each: Attempt) => ({ ...each, at: iso(each.at) })),
  }
}
