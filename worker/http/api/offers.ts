import type * as z from 'zod/mini'

import { answerOffer } from '../../actions/offer/answer.ts'
import { offerTimes } from '../../actions/offer/make.ts'
import { sayWhyNotSuited } from '../../actions/offer/say-why.ts'
import { insisting } from '../../actions/programme/insist.ts'
import type { OfferId } from '../../domain/ids.ts'
import type { AnswerWish } from '../../domain/offer/answer.ts'
import { manages } from '../../domain/people/permission.ts'
import { startOfDay } from '../../domain/time/days.ts'
import type { Zone } from '../../domain/time/time.ts'
import { findOffer } from '../../storage/offer/offer.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { listWhysOfOffer } from '../../storage/session/why.ts'
import { aboutOffer } from '../../storage/situation.ts'
import { bothIn, recordAccess } from '../access-log.ts'
import { type App, managerOf } from '../context.ts'
import { refusedBetween } from '../names.ts'
import { missing } from '../responses.tsx'
import { actorOf, lookAs, offeredSessionFor, managedPairing, pathId } from './load.ts'
import { invalid, withBody } from './request.ts'
import { sessionResponse } from './session-response.ts'
import { answerWish, offerJson, offerNowJson, offerWish } from './shapes/offer.ts'

export function offerApi(app: App): void {
  app.post(
    '/api/v1/offers',
    withBody(offerWish, async (c, wish) => {
      const platform = c.get('platform')
      const { id = platform.newId('off'), minutes = null, options = null, formatId, reason, words } = wish
      const { from = null, to = null, part = null } = wish
      const request = {
        id,
        pairingId: wish.pairingId,
        minutes,
        options,
        ...(formatId !== undefined && { formatId }),
        ...(wish.times && { starts: wish.times }),
        ...((from || to || part) && { within: { from, to, part } }),
        ...(reason && { reason }),
        ...(words && { words }),
      }
      const by = managerOf(c)
      const insisted = { of: { pairingId: wish.pairingId }, reason, by }
      const offered = await insisting(platform, insisted, () => offerTimes(platform, request, by))
      if (!offered.ok) return refusedBetween(c, offered.refusal, await managedPairing(c, wish.pairingId))

      const { offer: latest } = offered.value
      const offer = latest?.id === id ? latest : await findOffer(platform.db, id)
      return offer ? c.json(offerJson(offered.value.id, offer), 201) : missing(c)
    }),
  )

  app.get('/api/v1/offers/:id', async (c) => {
    const [platform, id] = [c.get('platform'), pathId(c, 'off')]
    const { situation, diary } = await readForDecision(platform, aboutOffer(id))
    const { session } = situation ?? {}
    if (!session || !diary || !manages(actorOf(c), session.programmeId)) return missing(c)
    const [offer, [said]] = await Promise.all([findOffer(platform.db, id), listWhysOfOffer(platform.db, id)])
    const more = { diary, whyNotSuited: said?.code ?? null }
    if (!offer) return missing(c)
    await recordAccess(c, bothIn(session), '/api/v1/offers/:id')
    return c.json(offerNowJson(session.id, offer, more))
  })

  app.post(
    '/api/v1/offers/:id/answer',
    withBody(answerWish, async (c, wish) => {
      const offerId: OfferId = pathId(c, 'off')
      const by = managerOf(c)
      const answered = await answerOffer(
        c.get('platform'),
        aboutOffer(offerId),
        ({ session }) => answerOf(wish, offerId, session.zone),
        by,
      )
      if (answered.ok && wish.whyNotSuited)
        await sayWhyNotSuited(c.get('platform'), offerId, { code: wish.whyNotSuited, byId: by.id })
      if (answered.ok) return c.json(sessionResponse(c, answered.value, lookAs(c, 'manager')))
      if (answered.refusal.reason === 'day-passed')
        return invalid(c, [{ path: ['notBefore'], message: 'This day has passed or begun already.' }])
      return refusedBetween(c, answered.refusal, await offeredSessionFor(c, offerId))
    }),
  )
}

/** `notBefore` is a date in the executive's zone. */
function answerOf(wish: z.output<typeof answerWish>, offerId: OfferId, zone: Zone): AnswerWish {
  const { optionId, minutes, move = false, notBefore, start } = wish
  if (optionId !== undefined)
    return { offerId, kind: 'option', optionId, move, ...(minutes && { quarter: true }) }
  if (notBefore !== undefined) return { offerId, kind: 'later', notBefore: startOfDay(zone, notBefore) }
  return start === undefined ? { offerId, kind: 'none' } : { offerId, kind: 'own', start }
}
