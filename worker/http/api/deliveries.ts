import * as z from 'zod/mini'

import { resendFailed, type ResentAll } from '../../actions/letter/resend-failed.ts'
import { resendLetter } from '../../actions/letter/resend.ts'
import { resumeSending } from '../../actions/letter/resume.ts'
import { WAITING_CHOICES } from '../../domain/letter/resume.ts'
import { DEFAULT_DELIVERIES_PER_PAGE } from '../../domain/limits.ts'
import { managedBy } from '../../domain/people/permission.ts'
import { iso } from '../../domain/time/time.ts'
import { type Delivery, listDeliveries, DELIVERY_STATES } from '../../storage/letter/delivery.ts'
import { type App, identityOf, resumesAs } from '../context.ts'
import { cursorOf } from '../cursor.ts'
import { letterFor } from '../manager/letter/load.ts'
import { missing, refused } from '../responses.tsx'
import { requestedProgrammes } from './load.ts'
import { withQuery, withBody } from './request.ts'
import { LIST_KEYS, pageQuery } from './shapes/page.ts'
import { body, ownId, reference } from './shapes/values.ts'

export const deliveriesQuery = z.object({
  programme: z.exactOptional(reference('prg')),
  state: z.exactOptional(z.enum(DELIVERY_STATES)),
  ...pageQuery('deliveries', LIST_KEYS.deliveries),
})

export const deliveriesAnswer = z.object({
  deliveries: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      method: z.nullable(z.string()),
      personId: z.string(),
      address: z.string(),
      sessionId: z.nullable(z.string()),
      state: z.enum(DELIVERY_STATES),
      attempts: z.int(),
      error: z.nullable(z.string()),
      createdAt: z.string(),
      sentAt: z.nullable(z.string()),
      addressStopped: z.boolean(),
      addressStoppedUntil: z.nullable(z.string()),
    }),
  ),
  next: z.nullable(z.string()),
})

/** `id` is the idempotency key: a repeated request sends once. */
export const retryWish = body({ id: z.exactOptional(ownId('let')) })
export const retryAnswer = z.object({ id: z.string(), state: z.literal('waiting') })

/** Without `programmeId`, in all programmes that you manage. `more` in the answer: not all were looked at. */
export const retryAllWish = body({ programmeId: z.exactOptional(reference('prg')) })
export const retryAllAnswer = z.object({
  resent: z.int(),
  overtaken: z.int(),
  more: z.exactOptional(z.literal(true)),
})

/** After a restore: `send` lets all go that waits, `drop` sets aside what waited in the backup. */
export const resumptionWish = body({ waiting: z.enum(WAITING_CHOICES) })
/** How many letters of the backup left or were set aside, and how many newer ones leave; both 0 if nothing was held back. */
export const resumptionAnswer = z.object({ ofBackup: z.int(), since: z.int() })

/** The deliveries of letters. A letter that is sent again is byte-identical. */
export function deliveryApi(app: App): void {
  app.get(
    '/api/v1/deliveries',
    withQuery(deliveriesQuery, async (c, { programme, state = null, after, limit }) => {
      const managed = managedBy(identityOf(c).actor)
      const programmeId = programme === undefined ? managed[0] : managed.find((id) => id === programme)
      if (!programmeId) return missing(c)
      const { deliveries, next } = await listDeliveries(c.get('platform').db, programmeId, {
        state,
        before: after ? after.join('.') : null,
        limit: limit ?? DEFAULT_DELIVERIES_PER_PAGE,
        now: c.get('platform').now(),
      })
      const last = next === null ? undefined : deliveries.at(-1)
      return c.json({
        deliveries: deliveries.map(deliveryJson),
        next: last ? cursorOf('deliveries', [last.createdAt, last.id]) : null,
      })
    }),
  )

  app.post(
    '/api/v1/deliveries/retry',
    withBody(retryAllWish, async (c, { programmeId }) => {
      const programmes = requestedProgrammes(c, programmeId)
      if (!programmes || programmes.length === 0) return missing(c)

      const done = await Promise.all(programmes.map((id) => resendFailed(c.get('platform'), id)))
      const counts = { resent: total(done, 'resent'), overtaken: total(done, 'overtaken') }
      return c.json(done.some(({ more }) => more) ? { ...counts, more: true } : counts)
    }),
  )

  app.post(
    '/api/v1/deliveries/resumption',
    withBody(resumptionWish, async (c, { waiting }) => {
      const resumed = await resumeSending(c.get('platform'), resumesAs(c), waiting)
      return resumed.ok ? c.json(resumed.value ?? { ofBackup: 0, since: 0 }) : refused(c, resumed.refusal)
    }),
  )

  app.post(
    '/api/v1/deliveries/:id/retry',
    withBody(retryWish, async (c, { id }) => {
      const letter = await letterFor(c)
      if (!letter) return missing(c)
      const platform = c.get('platform')
      const again = await resendLetter(platform, letter, id ?? platform.newId('let'))
      return again.ok ? c.json({ id: again.value, state: 'waiting' }) : refused(c, again.refusal)
    }),
  )
}

function total(done: readonly ResentAll[], count: 'resent' | 'overtaken'): number {
  return done.reduce((sum, each) => sum + each[count], 0)
}

function deliveryJson({
  createdAt,
  sentAt,
  isStopped,
  stoppedUntil,
  name: _,
  providerId: _said,
  ...delivery
}: Delivery) {
  return {
    ...delivery,
    createdAt: iso(createdAt),
    sentAt: sentAt && iso(sentAt),
    addressStopped: isStopped,
    addressStoppedUntil: stoppedUntil && iso(stoppedUntil),
  }
}
