import * as z from 'zod/mini'

import { changePairing } from '../../actions/pairing/change.ts'
import { makePairing } from '../../actions/pairing/make.ts'
import { insisting } from '../../actions/programme/insist.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { ITEMS_PER_PAGE } from '../../domain/limits.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import { pathOf } from '../../domain/path/next-format.ts'
import { nextSteps } from '../../domain/path/next-steps.ts'
import { stageOf } from '../../domain/path/stage.ts'
import { standingOf } from '../../domain/path/track-walk.ts'
import { isMember, manages, programmesOf } from '../../domain/people/permission.ts'
import { findPairing, listPairingsPage } from '../../storage/pairing/pairing.ts'
import { listDone } from '../../storage/path/done.ts'
import { listMemberships } from '../../storage/people/membership.ts'
import { findSituation } from '../../storage/situation.ts'
import { bothIn, recordAccess } from '../access-log.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { expectedBy, jsonWithEtag } from './etag.ts'
import { actorOf, lookAs, managedPairing, pathId, requestedProgrammes } from './load.ts'
import { withQuery, invalid, issuesUnder, withBody } from './request.ts'
import { LIST_KEYS, pageOf, pageQuery } from './shapes/page.ts'
import { pairingJson, pairingPatch, pairingWish } from './shapes/pairing.ts'
import { pathJson } from './shapes/path.ts'
import { mergedPlace } from './shapes/places.ts'
import { reference } from './shapes/values.ts'

export const pairingsQuery = z.object({
  programme: z.exactOptional(reference('prg')),
  ...pageQuery('pairings', LIST_KEYS.pairings),
})

export function pairingApi(app: App): void {
  app.get(
    '/api/v1/pairings',
    withQuery(pairingsQuery, async (c, { programme, limit = ITEMS_PER_PAGE.most, after = null }) => {
      const actor = actorOf(c)
      const { personId, memberships } = actor
      const managed = requestedProgrammes(c, programme) ?? []
      const isMentor = memberships.some(
        ({ role, programmeId }) =>
          role === 'mentor' && (programme === undefined || programme === programmeId),
      )
      if (managed.length === 0 && !isMentor) return missing(c)

      const filter = {
        ...{ managed, mentorId: isMentor ? personId : null, mine: programmesOf(actor) },
        programmeId: programme ?? null,
      }
      const found = await listPairingsPage(c.get('platform').db, filter, { limit: limit + 1, after })
      const { items, next } = pageOf('pairings', found, limit, ({ madeAt, pairing }) => [madeAt, pairing.id])
      return c.json({ pairings: items.map(({ pairing }) => pairingJson(pairing)), next })
    }),
  )

  app.post(
    '/api/v1/pairings',
    withBody(pairingWish, async (c, { programmeId: named, reason, ...wish }) => {
      const shared = await sharedProgrammes(c, wish, named)
      const [programmeId, another] = shared
      if (!programmeId) return missing(c)
      if (another)
        return invalid(c, [{ path: ['programmeId'], message: 'They share several programmes: say which.' }])

      const platform = c.get('platform')
      const { id = platform.newId('pai'), place = null, ...people } = wish
      const by = managerOf(c)
      const insisted = { of: { programmeId }, reason, by }
      const made = await insisting(platform, insisted, () =>
        makePairing(platform, { id, programmeId, place, ...people }, by),
      )
      return made.ok ? c.json(pairingJson(made.value), 201) : refused(c, made.refusal)
    }),
  )

  app.get('/api/v1/pairings/:id', async (c) => {
    const pairing = await visiblePairing(c)
    if (!pairing) return missing(c)
    if (manages(actorOf(c), pairing.programmeId))
      await recordAccess(c, bothIn(pairing), '/api/v1/pairings/:id')
    return jsonWithEtag(c, pairingJson(pairing))
  })

  app.get('/api/v1/pairings/:id/path', async (c) => {
    const pairing = await visiblePairing(c)
    if (!pairing) return missing(c)
    const platform = c.get('platform')
    const viewer = manages(actorOf(c), pairing.programmeId) ? 'manager' : 'mentor'
    if (viewer === 'manager') await recordAccess(c, bothIn(pairing), '/api/v1/pairings/:id/path')
    // What an executive does after their pairing has ended is no longer a mentor's to read.
    if (viewer === 'mentor' && pairing.status === 'ended') return missing(c)
    // A mentor reads what he himself met for; what comes next follows from all.
    const only = viewer === 'manager' ? null : pairing.id
    const [situation, done] = await Promise.all([
      findSituation(platform, pairing.id),
      listDone(platform.db, pairing, only),
    ])
    if (!situation) return missing(c)
    const path = pathOf(situation)
    const [next, standing] = [nextSteps(path), standingOf(path)]
    const track = standing && { id: standing.id, step: standing.step, of: standing.of }
    const stage = path.hasStages ? stageOf(path.acts) : null
    const facts = { stage, aim: pairing.aim, track, done, next }
    return c.json(pathJson(lookAs(c, viewer), facts, identityOf(c).person.locale))
  })

  app.patch(
    '/api/v1/pairings/:id',
    withBody(pairingPatch, async (c, { place: patch, reason, ...rest }) => {
      const pairing = await managedPairing(c, pathId(c, 'pai'))
      if (!pairing) return missing(c)
      const place = patch ? mergedPlace(pairing.place, patch) : null
      if (place && !place.success) return invalid(c, issuesUnder('place', place.error.issues))

      const change = { ...rest, ...(patch !== undefined && { place: place?.data ?? null }) }
      const expected = expectedBy(c, pairingJson)
      const by = managerOf(c)
      const insisted = { of: { programmeId: pairing.programmeId }, reason, by }
      const changed = await insisting(c.get('platform'), insisted, () =>
        changePairing(c.get('platform'), pairing.id, change, by, expected),
      )
      return changed.ok ? jsonWithEtag(c, pairingJson(changed.value)) : refused(c, changed.refusal)
    }),
  )
}

/** A mentor does not see his pairing while it is only proposed. */
async function visiblePairing(c: AppContext): Promise<Pairing | null> {
  const pairing = await findPairing(c.get('platform').db, pathId(c, 'pai'))
  const actor = actorOf(c)
  if (!pairing || manages(actor, pairing.programmeId)) return pairing
  const isOwn = pairing.mentorId === actor.personId && isMember(actor, pairing.programmeId)
  return isOwn && pairing.status !== 'proposed' ? pairing : null
}

/** The managed programmes that both people are in, in any role. */
async function sharedProgrammes(
  c: AppContext,
  { mentorId, executiveId }: { readonly mentorId: PersonId; readonly executiveId: PersonId },
  named: ProgrammeId | undefined,
): Promise<readonly ProgrammeId[]> {
  const { db } = c.get('platform')
  const [ofMentor, ofExecutive] = await Promise.all([
    listMemberships(db, mentorId),
    listMemberships(db, executiveId),
  ])
  const both = ofMentor
    .map(({ programmeId }) => programmeId)
    .filter((id) => ofExecutive.some(({ programmeId }) => programmeId === id) && manages(actorOf(c), id))
  return [...new Set(both)].filter((id) => named === undefined || id === named)
}
