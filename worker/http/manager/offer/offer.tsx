import { OfferPage } from '../../../../web/pages/manager/offer/offer.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { offerTimes } from '../../../actions/offer/make.ts'
import { insisting } from '../../../actions/programme/insist.ts'
import { isId } from '../../../domain/ids.ts'
import { MAX_OFFER_WORDS_CHARACTERS, OPTIONS_PER_OFFER } from '../../../domain/limits.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import type { Situation } from '../../../domain/situation.ts'
import { bothOf, recordAccess } from '../../access-log.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { outwardReasonIn } from '../../forms/outward.ts'
import { whyReasonTooLong } from '../../forms/reason.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterPress } from '../after-press.ts'
import { sourceOf } from '../letter/seen-letter.ts'
import { pairingSituationFor, pairingIdIn } from '../load.ts'
import { formatIn } from '../path/format-form.ts'
import { offerData } from './offer-data.ts'
import type { AnyPress } from './pressed.ts'
import {
  minutesIn,
  type OfferFields,
  pressIn,
  sourceIn,
  searchText,
  startsIn,
  weekIn,
  wishedIn,
  wordsIn,
} from './steering.ts'

/** A preview of the offer and its mail. Nothing is held before the offer is sent; every other press shows the page anew. */
export function offerPages(app: App): void {
  app.get('/pairings/:id/offer', async (c) => {
    const situation = await pairingSituationFor(c)
    const fields = c.req.query()
    if (situation) await recordAccess(c, bothOf(situation), '/pairings/:id/offer')
    return situation ? offerPage(c, situation, { fields, press: openingIn(fields) }) : missing(c)
  })

  app.post('/pairings/:id/offers', async (c) => {
    const fields = await fieldsOf(c)
    const pressed = pressIn(fields, c.get('platform').now())
    const press = pressed.kind === 'send' && !isSendable(c, fields) ? ({ kind: 'unready' } as const) : pressed
    if (press.kind !== 'send') {
      const situation = await pairingSituationFor(c)
      const nth = sourceIn(fields)
      if (situation && nth !== null) return offerSource(c, situation, fields, nth)
      return situation ? offerPage(c, situation, { fields, press }) : missing(c)
    }
    const [request, by] = [requestIn(c, fields), managerOf(c)]
    const insisted = { of: { pairingId: request.pairingId }, reason: outwardReasonIn(fields), by }
    const offered = await insisting(c.get('platform'), insisted, () =>
      offerTimes(c.get('platform'), request, by),
    )
    if (offered.ok) return c.redirect(afterPress(paths.session(offered.value.id), offered.value), 303)
    const situation = await pairingSituationFor(c)
    return situation ? offerPage(c, situation, { fields, press, refusal: offered.refusal }) : missing(c)
  })
}

/** How the page opens: searched in a week, or with a time that was selected in the calendar among those found. */
function openingIn({ week, date, time }: OfferFields): AnyPress {
  return weekIn(week) ?? (date && time ? { kind: 'with-own' } : { kind: 'again' })
}

/** Whether what would be sent is what is shown, and can be read. A form without times has nothing that was shown. */
function isSendable(c: AppContext, fields: OfferFields): boolean {
  const { times, asked } = fields
  if (times === undefined) return true
  const starts = startsIn(times, c.get('platform').now())
  const isShown = starts.length > 0 && starts.length <= OPTIONS_PER_OFFER.most && asked === searchText(fields)
  const isShort = (wordsIn(fields)?.length ?? 0) <= MAX_OFFER_WORDS_CHARACTERS
  return isShown && isShort && whyReasonTooLong(c, fields) === null
}

function requestIn(c: AppContext, fields: OfferFields) {
  const platform = c.get('platform')
  const { id = '', formatId, times, reason } = fields
  const { minutes, count: options } = wishedIn(fields)
  const [starts, words] = [startsIn(times, platform.now()), wordsIn(fields)]
  return {
    ...{ id: isId('off', id) ? id : platform.newId('off'), pairingId: pairingIdIn(c), options },
    minutes: times === undefined ? minutes : minutesIn(fields['minutes']),
    ...(formatId !== undefined && { formatId: formatIn(formatId) }),
    ...(times !== undefined && { starts }),
    ...(reason?.trim() && { reason: reason.trim() }),
    ...(words !== null && { words }),
  }
}

/** One of the letters as it would be handed over now, but for its secrets. */
async function offerSource(c: AppContext, situation: Situation, fields: OfferFields, nth: number) {
  const shown = { fields, press: { kind: 'words' }, refusal: null } as const
  const letter = (await offerData(c, situation, shown)).letters[nth]
  return letter ? c.text(await sourceOf(c.get('platform'), letter)) : missing(c)
}

type Shown = {
  readonly fields: OfferFields
  readonly press: AnyPress
  readonly refusal?: Refusal | null
}

async function offerPage(c: AppContext, situation: Situation, { fields, press, refusal = null }: Shown) {
  const { data } = await offerData(c, situation, { fields, press, refusal })
  if (refusal) c.set('refused', refusal.reason)
  const isWrong = press.kind === 'unready' && data.form.errors.length > 0
  return c.html(
    <OfferPage {...data} />,
    refusal ? explain(refusal, identityOf(c).person).status : isWrong ? 422 : 200,
  )
}
