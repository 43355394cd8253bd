import * as z from 'zod/mini'

import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { insisting } from '../../../actions/programme/insist.ts'
import { changePlace } from '../../../actions/session/change-place.ts'
import { accept } from '../../../domain/result.ts'
import { OF_LIST, type PlaceWish } from '../../../domain/session/change-place.ts'
import { lookAs, managedSessionFor, pathId } from '../../api/load.ts'
import { withBody } from '../../api/request.ts'
import { sessionResponse } from '../../api/session-response.ts'
import { place } from '../../api/shapes/places.ts'
import { body, whyOutward } from '../../api/shapes/values.ts'
import { type App, managerOf } from '../../context.ts'
import { identityOf } from '../../context.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { readPlace } from '../../forms/place.ts'
import { missing, refused } from '../../responses.tsx'
import { afterPress, backIn } from '../after-press.ts'
import { sessionSituationFor } from '../load.ts'
import { sessionPage } from './session.tsx'

export const placeWish = body({ place: z.nullable(place), reason: whyOutward })

/** Sets the place of one session, from a page or by the API. */
export function placeRoutes(app: App): void {
  app.post('/sessions/:id/place', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const fields = await fieldsOf(c)
    const isOfList = fields['placeKind'] === OF_LIST
    const form = isOfList ? EMPTY_FORM : { values: stringsOf(fields), errors: [] }
    const wanted = isOfList ? accept<PlaceWish>(OF_LIST) : readPlace(fields)
    if (!wanted.ok) {
      const message = wordsFor(identityOf(c).person).pairings.badPlace[wanted.refusal]
      return sessionPage(c, situation, { ...form, errors: [{ field: 'place', message }] }, null)
    }
    const platform = c.get('platform')
    const by = managerOf(c)
    const insisted = { of: { programmeId: situation.programme.id }, reason: outwardReasonIn(fields), by }
    const changed = await insisting(platform, insisted, () =>
      changePlace(platform, situation.session.id, wanted.value, by),
    )
    if (changed.ok) {
      const back = backIn(fields, paths.session(situation.session.id))
      return c.redirect(afterPress(back, changed.value), 303)
    }
    const errors = outwardErrors(changed.refusal, identityOf(c).person)
    return errors
      ? sessionPage(c, situation, { ...form, errors }, null)
      : sessionPage(c, situation, form, changed.refusal)
  })

  app.post(
    '/api/v1/sessions/:id/place',
    withBody(placeWish, async (c, wish) => {
      const session = await managedSessionFor(c, pathId(c, 'ses'))
      if (!session) return missing(c)
      const platform = c.get('platform')
      const by = managerOf(c)
      const insisted = { of: { programmeId: session.programmeId }, reason: wish.reason, by }
      const changed = await insisting(platform, insisted, () =>
        changePlace(platform, session.id, wish.place, by),
      )
      return changed.ok
        ? c.json(sessionResponse(c, changed.value, lookAs(c, 'manager')))
        : refused(c, changed.refusal)
    }),
  )
}
