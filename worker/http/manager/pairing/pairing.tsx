import { PairingPage } from '../../../../web/pages/manager/pairing/pairing.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { changePairing } from '../../../actions/pairing/change.ts'
import { handOver } from '../../../actions/pairing/hand-over.ts'
import { insisting } from '../../../actions/programme/insist.ts'
import { bookSession } from '../../../actions/session/book.ts'
import { isId } from '../../../domain/ids.ts'
import { AIMS } from '../../../domain/path/aim.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import type { Situation } from '../../../domain/situation.ts'
import { isSoft } from '../../../domain/slot/diary.ts'
import { isDay } from '../../../domain/time/days.ts'
import { readDay, readTime } from '../../../domain/time/typed.ts'
import { toInstant } from '../../../domain/time/zones.ts'
import { bothOf, recordAccess } from '../../access-log.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { readPlace } from '../../forms/place.ts'
import { whyReasonTooLong, whyWithReason } from '../../forms/reason.ts'
import { whyNoTime } from '../../forms/typed-time.ts'
import { namesIn } from '../../names.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterPress, afterSaving } from '../after-press.ts'
import { pairingSituationFor, pairingIdIn } from '../load.ts'
import { trackIn } from '../path/track-form.ts'
import { frameFor } from '../programme-scope.ts'
import { pairingData } from './pairing-data.ts'

/** The page of a pairing: its history, a booking without an offer, its status and place. */
export function pairingPage(app: App): void {
  app.get('/pairings/:id', async (c) => {
    const situation = await pairingSituationFor(c)
    if (!situation) return missing(c)
    await recordAccess(c, bothOf(situation), '/pairings/:id')
    return page(c, situation, { ...EMPTY_FORM, values: selectedIn(c.req.query()) }, null)
  })

  app.post('/pairings/:id', async (c) => {
    const situation = await pairingSituationFor(c)
    if (!situation) return missing(c)
    const fields = await fieldsOf(c)
    const form = { values: stringsOf(fields), errors: [] }
    const status = (['proposed', 'active', 'paused', 'ended'] as const).find(
      (each) => each === fields['status'],
    )
    // What ends a relation is asked on a page of its own.
    if (status === 'ended' && situation.pairing.status !== 'ended')
      return c.redirect(paths.pairingEnding(situation.pairing.id), 303)
    const place = readPlace(fields)
    if (!place.ok) {
      const words = wordsFor(frameFor(c, null, situation.programme.id)).pairings
      return page(
        c,
        situation,
        { ...form, errors: [{ field: 'place', message: words.badPlace[place.refusal] }] },
        null,
      )
    }
    const { trackId } = fields
    const hasPlace = fields['placeKind'] !== undefined
    const wish = {
      ...(hasPlace && { place: place.value }),
      ...(status && { status }),
      ...(fields['aim'] !== undefined && { aim: AIMS.find((each) => each === fields['aim']) ?? null }),
      ...(trackId !== undefined && { trackId: trackId === '' ? null : trackIn(trackId) }),
    }
    const by = managerOf(c)
    const insisted = { of: { programmeId: situation.programme.id }, reason: outwardReasonIn(fields), by }
    const changed = await insisting(c.get('platform'), insisted, () =>
      changePairing(c.get('platform'), situation.pairing.id, wish, by),
    )
    const errors = changed.ok ? null : outwardErrors(changed.refusal, identityOf(c).person)
    if (errors) return page(c, situation, { ...form, errors }, null)
    return changed.ok
      ? c.redirect(afterSaving(paths.pairing(situation.pairing.id), 'pairing'), 303)
      : page(c, situation, form, changed.refusal)
  })

  app.post('/pairings/:id/hand-over', async (c) => {
    const situation = await pairingSituationFor(c)
    if (!situation) return missing(c)
    const fields = await fieldsOf(c)
    const { id = '' } = fields
    const wish = {
      id: isId('pai', id) ? id : c.get('platform').newId('pai'),
      mentorId: `per_${(fields['mentorId'] ?? '').replace(/^per_/, '')}`,
    } as const
    const handed = await handOver(c.get('platform'), situation.pairing.id, wish, managerOf(c))
    if (handed.ok) return c.redirect(afterSaving(paths.pairing(handed.value.id), 'handed'), 303)
    return page(c, situation, { values: stringsOf(fields), errors: [] }, handed.refusal)
  })

  app.post('/pairings/:id/sessions', async (c) => {
    const fields = await fieldsOf(c)
    const form = { values: stringsOf(fields), errors: [] }
    const long = whyReasonTooLong(c, fields)
    const { id = '', date = '', time = '', minutes, reason } = fields
    const day = readDay(date, typedByReader(c))
    const wall = readTime(time)
    if (long || day === null || wall === null) {
      const situation = await pairingSituationFor(c)
      if (!situation) return missing(c)
      return page(c, situation, long ?? { ...form, errors: whyNoTime(c, fields) }, null)
    }
    const wish = {
      id: isId('ses', id) ? id : c.get('platform').newId('ses'),
      pairingId: pairingIdIn(c),
      start: toInstant(identityOf(c).person.zone, day, wall),
      minutes: Number(minutes) || null,
      reason: reason?.trim() || null,
    }
    const booked = await bookSession(c.get('platform'), wish, managerOf(c))
    if (booked.ok) return c.redirect(afterPress(paths.session(booked.value.id), booked.value), 303)
    const situation = await pairingSituationFor(c)
    if (!situation) return missing(c)
    return page(
      c,
      situation,
      { ...form, errors: whyWithReason(c, { reason: '', ...fields }, booked.refusal) },
      booked.refusal,
    )
  })
}

/** A time that was selected in the calendar stands in the form for a booking. */
function selectedIn({ date, time, minutes }: Readonly<Record<string, string>>): FormState['values'] {
  if (date === undefined || !isDay(date) || time === undefined || readTime(time) === null) return {}
  return { date, time, ...(minutes !== undefined && { minutes }) }
}

/** The page of a pairing that could not be changed. */
export function pairingAgain(
  c: AppContext,
  situation: Situation,
  refusal: Refusal | null,
  form: FormState = EMPTY_FORM,
) {
  return page(c, situation, form, refusal)
}

async function page(c: AppContext, situation: Situation, form: FormState, refusal: Refusal | null) {
  const explained = refusal && explain(refusal, identityOf(c).person, namesIn(situation))
  if (explained) c.set('refused', explained.code)
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const frame = frameFor(c, 'pairings', situation.programme.id, notice)
  const needsReason = refusal !== null && isSoft(refusal)
  const data = await pairingData(c.get('platform'), situation, frame, { form, needsReason })
  return c.html(<PairingPage {...data} />, explained?.status ?? (form.errors.length > 0 ? 422 : 200))
}
