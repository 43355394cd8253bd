import { writeLetter } from '../../../../web/letters/write-letter.ts'
import { OfferPage, type OfferData } from '../../../../web/pages/manager/offer/offer.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../../web/parts/form.ts'
import { offerTimes } from '../../../actions/offer/make.ts'
import { sessionAfter } from '../../../domain/decision.ts'
import { isId } from '../../../domain/ids.ts'
import { isWithin, OPTIONS_PER_OFFER, SESSION_MINUTES } from '../../../domain/limits.ts'
import { SHORT_SESSION_MINUTES } from '../../../domain/offer/answer.ts'
import { decideOffer, findTimes, DEFAULT_OPTION_COUNT } from '../../../domain/offer/make.ts'
import { minutesOf } from '../../../domain/path/length.ts'
import { rulesOf } from '../../../domain/people/presets.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { roundSettingFor } from '../../../domain/session/choose-format.ts'
import { refusedTimes, roundOf } from '../../../domain/session/tried.ts'
import { askedOf, type Situation } from '../../../domain/situation.ts'
import { zoneOfAt } from '../../../domain/slot/hours.ts'
import { findDiary } from '../../../storage/slot/diary.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { formatChoices } from '../../forms/format-choices.ts'
import { namesIn } from '../../names.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { pairingSituationFor, pairingIdIn } from '../load.ts'
import { formatIn } from '../path/format-form.ts'
import { frameFor } from '../programme-scope.ts'

/** A preview of the offer and its mail. Nothing is held before the offer is sent. */
export function offerPages(app: App): void {
  app.get('/pairings/:id/offer', async (c) => {
    const situation = await pairingSituationFor(c)
    return situation ? offerPage(c, situation, null, c.req.query()) : missing(c)
  })

  app.post('/pairings/:id/offers', async (c) => {
    const fields = await fieldsOf(c)
    const { id = '', formatId } = fields
    const offerId = isId('off', id) ? id : c.get('platform').newId('off')
    const { minutes, count: options } = wishedIn(fields)
    const wish = {
      ...{ id: offerId, pairingId: pairingIdIn(c), minutes, options },
      ...(formatId !== undefined && { formatId: formatIn(formatId) }),
    }
    const offered = await offerTimes(c.get('platform'), wish, managerOf(c))
    if (offered.ok) return c.redirect(paths.session(offered.value.id), 303)
    const situation = await pairingSituationFor(c)
    return situation ? offerPage(c, situation, offered.refusal, fields) : missing(c)
  })
}

type OfferFields = Readonly<Record<string, string | undefined>>

async function offerPage(c: AppContext, situation: Situation, refusal: Refusal | null, fields: OfferFields) {
  const platform = c.get('platform')
  const { pairing, executive } = situation
  const { minutes, count, formatId, proposed } = settingIn(fields, situation)
  const ids = { offerId: platform.newId('off'), sessionId: platform.newId('ses') }
  const diary = await findDiary(platform, situation)
  const times = findTimes(situation, diary, { minutes, count })
  const wish = { ...ids, minutes, count, formatId, ...(times.length > 0 && { times }) }
  const preview = decideOffer(situation, diary, wish, managerOf(c))
  const offer = preview.ok ? sessionAfter(preview.value)?.offer : null
  const shownRefusal =
    refusal ?? (preview.ok || preview.refusal.reason === 'no-slots' ? null : preview.refusal)
  const explained = shownRefusal && explain(shownRefusal, identityOf(c).person, namesIn(situation))
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const mayBeQuarter = rulesOf(executive).quarter && minutes > SHORT_SESSION_MINUTES
  const quarter = new URLSearchParams({
    minutes: String(SHORT_SESSION_MINUTES),
    options: String(count),
    formatId: formatId ?? '',
  }).toString()
  const data: OfferData = {
    frame: frameFor(c, 'pairings', pairing.programmeId, notice),
    pairingId: pairing.id,
    executive: executive.name,
    executiveZone: (moment) => zoneOfAt(executive, moment),
    asked: askedOf(situation).name,
    mentorHref: paths.person(pairing.mentorId),
    minutes,
    proposed,
    quarterHref: mayBeQuarter ? `${paths.offer(pairing.id)}?${quarter}` : null,
    formats: formatChoices({ ...situation, session: { formatId } }, identityOf(c).person.locale),
    count,
    found: (offer?.options ?? []).flatMap(({ start, until }) =>
      times.filter((time) => time.start === start).map((time) => ({ ...time, until })),
    ),
    refused: refusedTimes(roundOf(situation)).filter(({ start }) => start > situation.now),
    mail: preview.ok ? mailOf(platform.settings.origin, preview.value.letters[0]?.letter) : null,
    ...ids,
    form: EMPTY_FORM,
  }
  if (explained) c.set('refused', explained.code)
  return c.html(<OfferPage {...data} />, refusal && explained ? explained.status : 200)
}

/** The text of the mail; its links are made when it is sent. */
function mailOf(origin: string, letter: Parameters<typeof writeLetter>[0] | undefined): OfferData['mail'] {
  if (!letter) return null
  const { subject, text } = writeLetter(letter, {
    urlOf: (_id, path) => `${origin}/${path}`,
    pageOf: (path) => `${origin}${path}`,
  })
  return { subject, text }
}

/** A length equal to the proposed one is not a wish: another format proposes another length. */
function wishedIn({ minutes, proposed, options }: OfferFields) {
  const [long, many] = [Number(minutes), Number(options)]
  return {
    minutes: minutes !== proposed && Number.isInteger(long) && isWithin(long, SESSION_MINUTES) ? long : null,
    count: Number.isInteger(many) && isWithin(many, OPTIONS_PER_OFFER) ? many : DEFAULT_OPTION_COUNT,
  }
}

function settingIn(fields: OfferFields, situation: Situation) {
  const { minutes, count } = wishedIn(fields)
  const before = situation.session?.formatId ?? null
  const formatId = fields.formatId === undefined ? before : formatIn(fields.formatId)
  const proposal = roundSettingFor(situation, { minutes: null, formatId })
  const defaults = proposal.ok ? proposal.value : { formatId: before, minutes: minutesOf(situation) }
  return {
    formatId: defaults.formatId,
    minutes: minutes ?? defaults.minutes,
    proposed: defaults.minutes,
    count,
  }
}
