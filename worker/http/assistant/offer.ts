import { paths } from '../../../web/pages/paths.ts'
import { answerOffer } from '../../actions/offer/answer.ts'
import { isId } from '../../domain/ids.ts'
import { aboutOffer } from '../../storage/situation.ts'
import type { App } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { afterSaving } from '../manager/after-press.ts'
import { missing } from '../responses.tsx'
import { assistantOf, deskRefused } from './desk.tsx'
import { findAtDesk } from './load.ts'

/** One of the times that are held. What is asked of the executive himself is answered by him. */
export function deskOfferActs(app: App): void {
  app.post('/desk/offers/:id/answer', async (c) => {
    const offerId = c.req.param('id')
    const { option: optionId = '' } = await fieldsOf(c)
    if (!isId('off', offerId) || !isId('opt', optionId)) return missing(c)
    const found = await findAtDesk(c, { offer: offerId })
    const { offer } = found?.situation.session ?? {}
    if (!found || (offer?.id === offerId && offer.askedId === found.situation.executive.id)) return missing(c)

    const wish = { kind: 'option', offerId, optionId, move: false } as const
    const picked = await answerOffer(c.get('platform'), aboutOffer(offerId), wish, assistantOf(c))
    return picked.ok
      ? c.redirect(afterSaving(`${paths.desk}#${found.situation.executive.id}`, 'desk-picked'), 303)
      : deskRefused(c, picked.refusal, found.situation.programme.id)
  })
}
