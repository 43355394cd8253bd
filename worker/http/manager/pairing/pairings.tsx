import type { PairingsData } from '../../../../web/pages/manager/pairing/pairings-data.ts'
import { PairingsPage } from '../../../../web/pages/manager/pairing/pairings.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { makePairing } from '../../../actions/pairing/make.ts'
import { insisting } from '../../../actions/programme/insist.ts'
import { isId, type PersonId } from '../../../domain/ids.ts'
import { pairingKindIn } from '../../../domain/pairing/kind.ts'
import type { Role } from '../../../domain/people/person.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { fold } from '../../../domain/search/fold.ts'
import { listEverybody, type Member } from '../../../storage/people/membership.ts'
import { listRoundsOf } from '../../../storage/session/round.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { readPlace } from '../../forms/place.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterSaving, backIn } from '../after-press.ts'
import { listPage } from '../list-page.ts'
import { offerPages } from '../offer/offer.tsx'
import { frameInProgramme, programmeScope, type ProgrammeScope } from '../programme-scope.ts'
import { endingPages } from './ending.tsx'
import { notePages } from './note.ts'
import { pairingPage } from './pairing.tsx'
import { pickedIn, pickError, pickOf } from './pick.ts'

export function pairingPages(app: App): void {
  app.get(paths.pairings, async (c) => {
    const scope = programmeScope(c)
    const { mentorId = '', executiveId = '', kind } = c.req.query()
    const proposed = pairingKindIn(kind)
    const values = { mentorId, executiveId, ...(proposed && { kind: proposed }) }
    return scope ? page(c, scope, { ...EMPTY_FORM, values }, null) : missing(c)
  })

  app.post(paths.pairings, async (c) => {
    const fields = await fieldsOf(c)
    const all = programmeScope(c)
    const programme = all?.programmes.find(({ id }) => id === fields['programmeId'])
    if (!all || !programme) return missing(c)

    const scope = { ...all, programme }
    const form = { values: stringsOf(fields), errors: [] }
    const kind = pairingKindIn(fields['kind'])
    const { id = '' } = fields
    const members = await listEverybody(c.get('platform').db, programme.id)
    const [executives, mentors] = [withRole(members, 'executive'), withRole(members, 'mentor')]
    const executiveId = pickedIn(fields, 'executive', executives)
    const mentorId = pickedIn(fields, 'mentor', mentors)
    if (!kind || !mentorId || !executiveId) {
      const words = wordsFor(frameInProgramme(c, 'pairings', scope)).pairings
      const errors = [
        ...(executiveId ? [] : [pickError(fields, 'executive', executives, words)]),
        ...(mentorId ? [] : [pickError(fields, 'mentor', mentors, words)]),
        ...(kind || !executiveId || !mentorId ? [] : [{ field: 'kind', message: words.chooseKind }]),
      ]
      return page(c, scope, { ...form, errors }, null)
    }
    const place = readPlace(fields)
    if (!place.ok) {
      const words = wordsFor(frameInProgramme(c, 'pairings', scope)).pairings
      return page(
        c,
        scope,
        { ...form, errors: [{ field: 'place', message: words.badPlace[place.refusal] }] },
        null,
      )
    }
    const wish = {
      id: isId('pai', id) ? id : c.get('platform').newId('pai'),
      programmeId: programme.id,
      mentorId: personId(mentorId),
      executiveId: personId(executiveId),
      kind,
      place: place.value,
    }
    const by = managerOf(c)
    const insisted = { of: { programmeId: programme.id }, reason: outwardReasonIn(fields), by }
    const made = await insisting(c.get('platform'), insisted, () => makePairing(c.get('platform'), wish, by))
    if (made.ok) return c.redirect(afterSaving(backIn(fields, paths.pairing(made.value.id)), 'paired'), 303)
    const errors = outwardErrors(made.refusal, identityOf(c).person)
    return errors ? page(c, scope, { ...form, errors }, null) : page(c, scope, form, made.refusal)
  })

  offerPages(app)
  pairingPage(app)
  notePages(app)
  endingPages(app)
}

async function page(c: AppContext, scope: ProgrammeScope, form: FormState, refusal: Refusal | null) {
  const platform = c.get('platform')
  const [members, rounds] = await Promise.all([
    listEverybody(platform.db, scope.programme.id),
    listRoundsOf(platform.db, scope.programme.id),
  ])
  const nameOf = new Map(members.map(({ id, name }) => [id, name]))
  const explained = refusal && explain(refusal, identityOf(c).person)
  if (explained) c.set('refused', explained.code)
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const lines = rounds.map(({ pairing, open, lastHeld }) => ({
    ...{ ...pairing, open, lastHeld },
    executive: nameOf.get(pairing.executiveId) ?? '',
    mentor: nameOf.get(pairing.mentorId) ?? '',
  }))
  const { shown, pages } = listPage(c, paths.pairings, lines, ({ status, executive, mentor, id }) => [
    ...[status === 'ended' ? 1 : 0, fold(executive), fold(mentor), id],
  ])
  const data: PairingsData = {
    frame: frameInProgramme(c, 'pairings', scope, notice),
    programmeId: scope.programme.id,
    pages,
    pairings: shown.map(({ open, ...line }) => ({
      ...line,
      next: open ? { status: open.status, time: open.time } : null,
    })),
    mentors: pickOf(form.values, 'mentor', withRole(members, 'mentor')),
    executives: pickOf(form.values, 'executive', withRole(members, 'executive')),
    newId: platform.newId('pai'),
    form,
  }
  return c.html(<PairingsPage {...data} />, explained?.status ?? (form.errors.length > 0 ? 422 : 200))
}

function withRole(members: readonly Member[], role: Role): readonly Member[] {
  return members.filter(({ roles }) => roles.includes(role))
}

function personId(text: string): PersonId {
  return `per_${text.replace(/^per_/, '')}`
}
