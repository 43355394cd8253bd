import { DEPARTURE_FIELDS, type DepartureData } from '../../../../web/pages/manager/people/departure-data.ts'
import { DeparturePage } from '../../../../web/pages/manager/people/departure.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { setDeparture } from '../../../actions/people/set-departure.ts'
import { departureEffects } from '../../../domain/people/departure-effects.ts'
import { leavesAt } from '../../../domain/people/departure.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Programme } from '../../../domain/programme/programme.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { after, type Day } from '../../../domain/time/time.ts'
import { readDay } from '../../../domain/time/typed.ts'
import { toWall } from '../../../domain/time/zones.ts'
import type { Platform } from '../../../platform.ts'
import { selectAssistants } from '../../../storage/people/assistant.ts'
import { listEverybody, listManagedOf } from '../../../storage/people/membership.ts'
import { listRoundsOf } from '../../../storage/session/round.ts'
import { recordAccess } from '../../access-log.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { frameInProgramme } from '../programme-scope.ts'
import { memberFor, type ScopedMember, pathOf } from './person-data.ts'

/** Shows what follows if somebody leaves, then does it with one press; or takes it back. */
export function departurePages(app: App): void {
  app.get('/people/:id/departure', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    await recordAccess(c, [found.member.id], '/people/:id/departure')
    return page(c, found, { typed: c.req.query('on') ?? null, refusal: null })
  })

  app.post('/people/:id/departure', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    const { on: typed = '' } = await fieldsOf(c)
    const on = readDay(typed, typedByReader(c))
    if (typed !== '' && on === null) return page(c, found, { typed, refusal: null })
    const set = await setDeparture(c.get('platform'), found.member.id, on, managerOf(c))
    if (!set.ok) return page(c, found, { typed: on, refusal: set.refusal })
    const isHere = (await memberFor(c)) !== null
    const next = isHere ? `${pathOf(found)}#departure` : paths.people
    return c.redirect(afterSaving(next, on === null ? 'stays' : 'departure'), 303)
  })
}

type Asked = { readonly typed: string | null; readonly refusal: Refusal | null }

async function page(c: AppContext, found: ScopedMember, { typed, refusal }: Asked) {
  const { member, scope } = found
  const platform = c.get('platform')
  const explained = refusal && explain(refusal, identityOf(c).person)
  if (explained) c.set('refused', explained.code)
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const frame = frameInProgramme(c, 'people', scope, notice)
  const today = toWall(member.zone, platform.now()).day
  const on = typed === null ? null : readDay(typed, typedByReader(c))
  const isRead = typed === null || on !== null
  const form: FormState = isRead
    ? EMPTY_FORM
    : { values: stringsOf({ on: typed }), errors: [{ field: 'on', message: wordsFor(frame).leaving.badDay }] }
  const shown = on ?? member.departure?.on ?? today
  const managed = await listManagedOf(platform.db, managerOf(c), member.id)
  const programmes = scope.programmes.filter(({ id }) => managed.includes(id))
  const data = await dataOf(platform, found, programmes, { frame, form, on: shown })
  return c.html(<DeparturePage data={data} />, explained?.status ?? (isRead ? 200 : 422))
}

async function dataOf(
  platform: Platform,
  { member }: ScopedMember,
  programmes: readonly Programme[],
  { frame, form, on }: { readonly frame: PageFrame; readonly form: FormState; readonly on: Day },
): Promise<DepartureData> {
  const departure = { on, saidAt: platform.now(), leftAt: null }
  const until = leavesAt({ zone: member.zone, departure }) ?? after(platform.now(), 0)
  const all = await Promise.all(programmes.map((each) => effectsIn(platform, each, { member, until, frame })))
  return seen<DepartureData>(lookOf('manager', null, member), DEPARTURE_FIELDS, {
    frame,
    id: member.id,
    name: member.name,
    roles: member.roles,
    leavesOn: member.departure?.on ?? null,
    on,
    programmes: programmes.map(({ name }) => name),
    needMentor: all.flatMap((each) => each.needMentor),
    calledOff: all.flatMap((each) => each.calledOff),
    offers: all.reduce((sum, each) => sum + each.offers, 0),
    waiting: all.flatMap((each) => each.waiting),
    ended: all.flatMap((each) => each.ended),
    askedAnew: all.flatMap((each) => each.askedAnew),
    form,
  })
}

async function effectsIn(
  { db, now }: Platform,
  { id }: Programme,
  {
    member,
    until,
    frame,
  }: Pick<ScopedMember, 'member'> & {
    readonly until: Parameters<typeof departureEffects>[1]['until']
    readonly frame: PageFrame
  },
) {
  const [rounds, everybody, answering] = await Promise.all([
    listRoundsOf(db, id),
    listEverybody(db, id),
    selectAssistants(db, id, now()),
  ])
  const nameOf = (wanted: string) => everybody.find((each) => each.id === wanted)?.name ?? ''
  const effects = departureEffects(rounds, { personId: member.id, until, now: now() })
  const titled = (pairingId: (typeof effects.waiting)[number]) => {
    const pairing = rounds.find((each) => each.pairing.id === pairingId)?.pairing
    const [executive, mentor] = [nameOf(pairing?.executiveId ?? ''), nameOf(pairing?.mentorId ?? '')]
    return { id: pairingId, title: wordsFor(frame).pairings.pairTitle(executive, mentor) }
  }
  const dated = ({ withId, ...line }: (typeof effects.needMentor)[number]) => ({
    ...line,
    who: nameOf(withId),
  })
  return {
    offers: effects.offers,
    needMentor: effects.needMentor.map(dated),
    calledOff: effects.calledOff.map(dated),
    waiting: effects.waiting.map(titled),
    ended: effects.ended.map(titled),
    askedAnew: answering
      .filter(({ assistantId }) => assistantId === member.id)
      .map(({ executiveId }) => nameOf(executiveId)),
  }
}
