import * as z from 'zod/mini'

import { changePairing } from '../../actions/pairing/change.ts'
import { makePairing } from '../../actions/pairing/make.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { manages } from '../../domain/people/permission.ts'
import { listPairings, listPairingsOfMentor } from '../../storage/pairing/pairing.ts'
import { listMemberships } from '../../storage/people/membership.ts'
import { type App, type AppContext, managerOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { actorOf, pairingFor, pathId, programmesAsked } from './load.ts'
import { withQuery, invalid, withBody } from './request.ts'
import { pageOf, pageQuery } from './shapes/page.ts'
import { pairingJson, pairingPatch, pairingWish } from './shapes/pairing.ts'
import { reference } from './shapes/values.ts'

export const pairingsQuery = z.object({ programme: z.exactOptional(reference('prg')), ...pageQuery('pai') })

export function pairingApi(app: App): void {
  app.get(
    '/api/v1/pairings',
    withQuery(pairingsQuery, async (c, { programme, ...page }) => {
      const { db } = c.get('platform')
      const { personId, memberships } = actorOf(c)
      const isHere = (id: ProgrammeId) => programme === undefined || programme === id
      const managed = programmesAsked(c, programme) ?? []
      const isMentor = memberships.some(({ role, programmeId }) => role === 'mentor' && isHere(programmeId))
      if (managed.length === 0 && !isMentor) return missing(c)

      const all = (await Promise.all(managed.map((id) => listPairings(db, id)))).flat()
      const own = isMentor ? await listPairingsOfMentor(db, personId) : []
      const others = own.filter(
        ({ status, programmeId }) =>
          isHere(programmeId) && status !== 'proposed' && !managed.includes(programmeId),
      )
      const { items, next } = pageOf([...all, ...others], page)
      return c.json({ pairings: items.map(pairingJson), next })
    }),
  )

  app.post(
    '/api/v1/pairings',
    withBody(pairingWish, async (c, { programmeId: named, ...wish }) => {
      const shared = await sharedProgrammes(c, wish, named)
      const [programmeId, another] = shared
      if (!programmeId) return missing(c)
      if (another)
        return invalid(c, [{ path: ['programmeId'], message: 'They share several programmes: say which.' }])

      const platform = c.get('platform')
      const { id = platform.newId('pai'), place = null, override = null, ...people } = wish
      const made = await makePairing(platform, { id, programmeId, place, override, ...people }, managerOf(c))
      return made.ok ? c.json(pairingJson(made.value), 201) : refused(c, made.refusal)
    }),
  )

  app.patch(
    '/api/v1/pairings/:id',
    withBody(pairingPatch, async (c, change) => {
      const pairing = await pairingFor(c, pathId(c, 'pai'))
      if (!pairing) return missing(c)
      const changed = await changePairing(c.get('platform'), pairing.id, change, managerOf(c))
      return changed.ok ? c.json(pairingJson(changed.value)) : refused(c, changed.refusal)
    }),
  )
}

/** The programmes the asker manages and both people are in, whatever their roles there. */
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
