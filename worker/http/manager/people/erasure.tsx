import { ERASURE_FIELDS, type ErasureData } from '../../../../web/pages/manager/people/erasure-data.ts'
import { ErasurePage } from '../../../../web/pages/manager/people/erasure.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { erasePerson, whyNotErase } from '../../../actions/people/erase.ts'
import { departureEffects } from '../../../domain/people/departure-effects.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Tombstone } from '../../../domain/people/tombstone.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import type { Platform } from '../../../platform.ts'
import { selectAssistants } from '../../../storage/people/assistant.ts'
import { BLANK } from '../../../storage/people/erase.ts'
import { listEverybody, type Member } from '../../../storage/people/membership.ts'
import { listOpenTombstones } from '../../../storage/people/tombstone.ts'
import { findRecordRequest } from '../../../storage/record/request.ts'
import { listRoundsOf } from '../../../storage/session/round.ts'
import { recordAccess } from '../../access-log.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { frameInProgramme, type ProgrammeScope, programmeScope } from '../programme-scope.ts'

/** Shows what erasing somebody does, then does it with one press. */
export function erasurePages(app: App): void {
  app.get('/people/:id/erasure', async (c) => {
    const found = await knownFor(c)
    if (!found) return missing(c)
    await recordAccess(c, [found.person.id], '/people/:id/erasure')
    return page(c, found, await whyNotErase(c.get('platform'), found.person.id, managerOf(c)))
  })

  app.post('/people/:id/erasure', async (c) => {
    const found = await knownFor(c)
    if (!found) return missing(c)
    const erased = await erasePerson(c.get('platform'), found.person.id, managerOf(c))
    if (!erased.ok) return page(c, found, erased.refusal)
    return c.redirect(afterSaving(paths.people, erased.value.isErased ? 'erased' : 'erasing'), 303)
  })
}

type Known = {
  readonly scope: ProgrammeScope
  readonly person: Member
  /** As each of her programmes knows the person. */
  readonly places: readonly Place[]
}
type Place = { readonly programme: ProgrammeScope['programme']; readonly everybody: readonly Member[] }

/** Somebody whom a programme of hers knows by name, also one who has left it. */
async function knownFor(c: AppContext): Promise<Known | null> {
  const all = programmeScope(c)
  if (!all) return null
  const id = c.req.param('id')
  const places = await Promise.all(
    all.programmes.map(async (programme) => ({
      programme,
      everybody: await listEverybody(c.get('platform').db, programme.id),
    })),
  )
  const known = places.filter(({ everybody }) =>
    everybody.some((each) => each.id === id && each.name !== BLANK),
  )
  const here = known.find(({ programme }) => programme.id === all.programme.id) ?? known[0]
  const person = here?.everybody.find((each) => each.id === id)
  return here && person ? { scope: { ...all, programme: here.programme }, person, places: known } : null
}

async function page(c: AppContext, { scope, person, places }: Known, refusal: Refusal | null) {
  const platform = c.get('platform')
  const explained = refusal && explain(refusal, identityOf(c).person)
  if (explained) c.set('refused', explained.code)
  const [effects, tombstones, requests] = await Promise.all([
    Promise.all(places.map((each) => effectsIn(platform, each, person))),
    listOpenTombstones(platform.db, person.id),
    Promise.all(
      places.map(({ programme }) =>
        findRecordRequest(platform, { programmeId: programme.id, personId: person.id, kind: 'erasure' }),
      ),
    ),
  ])
  const data = seen<ErasureData>(lookOf('manager', null, person), ERASURE_FIELDS, {
    frame: frameInProgramme(c, 'people', scope),
    id: person.id,
    name: person.name,
    roles: [...new Set(places.flatMap(({ everybody }) => rolesOf(everybody, person)))],
    askedAt: requests.find((each) => each?.answer === null)?.at ?? null,
    programmes: places.map(({ programme }) => programme.name),
    dates: effects.flatMap((each) => each.dates),
    offers: effects.reduce((sum, each) => sum + each.offers, 0),
    askedAnew: effects.flatMap((each) => each.askedAnew),
    underWaySince: tombstones.find((each) => isOf(places, each))?.at ?? null,
    refused: explained?.sentence ?? null,
  })
  const isAsked = c.req.method === 'POST'
  return c.html(<ErasurePage data={data} />, (isAsked && explained?.status) || 200)
}

/** Begun here; or in the installation, which nobody does whose programme is not the only one. */
function isOf(places: readonly Place[], { programmeId }: Tombstone): boolean {
  return programmeId === '' || places.some(({ programme }) => programme.id === programmeId)
}

function rolesOf(everybody: readonly Member[], { id }: Member): Member['roles'] {
  return everybody.find((each) => each.id === id)?.roles ?? []
}

async function effectsIn({ db, now }: Platform, { programme, everybody }: Place, { id }: Member) {
  const [rounds, answering] = await Promise.all([
    listRoundsOf(db, programme.id),
    selectAssistants(db, programme.id, now()),
  ])
  const nameOf = (wanted: string) => everybody.find((each) => each.id === wanted)?.name ?? ''
  const { needMentor, calledOff, offers } = departureEffects(rounds, {
    ...{ personId: id, until: now(), now: now() },
  })
  return {
    dates: [...needMentor, ...calledOff].map(({ withId, ...date }) => ({ ...date, who: nameOf(withId) })),
    offers,
    askedAnew: answering.flatMap(({ assistantId, executiveId }) =>
      assistantId === id ? [nameOf(executiveId)] : [],
    ),
  }
}
