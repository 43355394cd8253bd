import * as z from 'zod/mini'

import { paths } from '../../../web/pages/paths.ts'
import { draftOffer } from '../../actions/plan/draft.ts'
import { OPTIONS_PER_OFFER } from '../../domain/limits.ts'
import type { KeptPlan } from '../../domain/plan/plan.ts'
import { bothIn, recordAccess } from '../access-log.ts'
import { managedPairing } from '../api/load.ts'
import { intervalAnswer, intervalJson } from '../api/shapes/offer.ts'
import { body, minutes, moment, reference, whole } from '../api/shapes/values.ts'
import { type AppContext, identityOf, managerOf } from '../context.ts'
import { whyNotWrite } from '../middleware/by-key.ts'
import { refusedBetween } from '../names.ts'
import { missing, refused } from '../responses.tsx'
import { tool } from './tool.ts'

const drafted = z.strictObject({
  planId: z.string(),
  pairingId: z.string(),
  minutes: z.int(),
  times: z.array(intervalAnswer),
  /** Where a person reads it, and sends it or leaves it out. */
  page: z.string(),
})

export const draftAnOffer = tool(
  {
    name: 'draft_offer',
    title: 'Draft an offer',
    description:
      'Puts a draft of an offer on Today, with the best times or those that you name. Nothing is sent and nothing is held: a person reads it on its page, and sends it or leaves it out. The same draft again changes nothing; another for the same pairing takes its place. Needs a key that may change things.',
    input: body({
      pairingId: reference('pai'),
      minutes: z.exactOptional(minutes),
      options: z.exactOptional(whole(OPTIONS_PER_OFFER)),
      times: z.exactOptional(
        z.array(moment).check(z.minLength(OPTIONS_PER_OFFER.least), z.maxLength(OPTIONS_PER_OFFER.most)),
      ),
    }),
    answer: drafted,
    isReading: false,
  },
  async ({ c }, { pairingId, minutes: length = null, options: count = null, times }) => {
    const { key, person } = identityOf(c)
    const unwritable = await whyNotWrite(c)
    if (unwritable) return refused(c, unwritable)
    if (!key) return missing(c)
    const pairing = await managedPairing(c, pairingId)
    if (!pairing) return missing(c)
    const wish = { pairingId, minutes: length, count, madeBy: person.id, keyId: key.id }
    const made = await draftOffer(
      c.get('platform'),
      { ...wish, ...(times && { starts: times }) },
      managerOf(c),
    )
    if (!made.ok) return refusedBetween(c, made.refusal, pairing)
    await recordAccess(c, bothIn(pairing), '/api/v1/pairings/:id/slots')
    return c.json(draftJson(c, made.value))
  },
)

function draftJson(c: AppContext, { id, rows }: KeptPlan): z.input<typeof drafted> {
  const [row] = rows
  return {
    ...{ planId: id, pairingId: row?.pairingId ?? '', minutes: row?.minutes ?? 0 },
    times: (row?.options ?? []).map(intervalJson),
    page: `${c.get('platform').settings.origin}${paths.plan(id)}`,
  }
}
