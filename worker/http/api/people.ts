import * as z from 'zod/mini'

import { addPerson } from '../../actions/people/add.ts'
import { changePerson } from '../../actions/people/change.ts'
import { setAvailability } from '../../actions/slot/set-availability.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { keptFields, type SaidOfPerson } from '../../domain/people/add.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import type { Platform } from '../../platform.ts'
import { listAssistants } from '../../storage/people/assistant.ts'
import { listMembers, listMemberships, type Member } from '../../storage/people/membership.ts'
import { actingOn, type App, type AppContext, managerOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { actorOf, pathId, personFor, programmeFor, programmesAsked } from './load.ts'
import { withQuery, withBody } from './request.ts'
import { availabilityJson, availabilityWish } from './shapes/hours.ts'
import { pageOf, pageQuery } from './shapes/page.ts'
import { personJson, personPatch, personWish } from './shapes/person.ts'
import { reference } from './shapes/values.ts'

export const programmeQuery = z.object({ programme: z.exactOptional(reference('prg')) })
export const peopleQuery = z.object({ programme: z.exactOptional(reference('prg')), ...pageQuery('per') })

export function peopleApi(app: App): void {
  app.get(
    '/api/v1/people',
    withQuery(peopleQuery, async (c, { programme, ...page }) => {
      const programmes = programmesAsked(c, programme)
      if (!programmes) return missing(c)
      const { items, next } = pageOf(await membersOf(c.get('platform'), programmes), page)
      return c.json({ people: await peopleJson(c, items), next })
    }),
  )

  app.post(
    '/api/v1/people',
    withBody(personWish, async (c, wish) => {
      const programme = await programmeFor(c, wish.programmeId)
      if (!programme) return missing(c)
      const {
        aliases = [],
        locale = 'en',
        unit = null,
        reportsTo = null,
        assistantIds = [],
        blockers = [],
      } = wish
      const { name, email, zone, roles, sessionMinutes, rules = {} } = wish
      const platform = c.get('platform')
      const id = wish.id ?? platform.newId('per')
      const ruled = { ...rules, ...(sessionMinutes !== undefined && { minutes: sessionMinutes }) }
      const added = await addPerson(
        platform,
        {
          ...{ id, programmeId: programme.id, roles, name, email, aliases, zone, locale, unit },
          ...{ reportsTo, assistantIds, blockers, rules: ruled },
        },
        managerOf(c),
      )
      if (!added.ok) return refused(c, added.refusal)
      const person = added.value
      const kept = person.id === id ? [] : keptFields(person, { ...saidIn(wish), rules: ruled })
      return c.json({ id: person.id, ...(kept.length > 0 && { kept }) }, 201)
    }),
  )

  app.patch(
    '/api/v1/people/:id',
    withBody(personPatch, async (c, { sessionMinutes, rules, ...patch }) => {
      const person = await personFor(c, pathId(c, 'per'))
      if (!person) return missing(c)
      const minutes = sessionMinutes === undefined ? {} : { minutes: sessionMinutes }
      const change = { ...patch, rules: { ...rules, ...minutes } }
      const changed = await changePerson(c.get('platform'), person.id, change, managerOf(c))
      if (!changed.ok) return refused(c, changed.refusal)

      const roles = await rolesHere(c, person.id)
      const [json] = await peopleJson(c, [{ ...changed.value, roles }])
      return c.json(json)
    }),
  )

  app.put(
    '/api/v1/people/:id/availability',
    withBody(availabilityWish, async (c, hours) => {
      const id: PersonId = pathId(c, 'per')
      const actor = actorOf(c)
      const isHisOwn = actor.personId === id && isAnywhere(actor, 'mentor')
      if (!isHisOwn && !(await personFor(c, id))) return missing(c)
      const set = await setAvailability(c.get('platform'), id, hours, actingOn(c, id))
      return set.ok ? c.json(availabilityJson(set.value)) : refused(c, set.refusal)
    }),
  )
}

/** As it was sent: what has a default of ours was not said. */
function saidIn({
  name,
  aliases,
  zone,
  locale,
  unit,
  reportsTo,
  blockers,
}: z.output<typeof personWish>): SaidOfPerson {
  return {
    ...{ name, zone },
    ...(aliases && { aliases }),
    ...(locale && { locale }),
    ...(unit && { unit }),
    ...(reportsTo && { reportsTo }),
    ...(blockers && { blockers }),
  }
}

/** Whoever is in several of the programmes stands there once, with all his roles. */
async function membersOf({ db }: Platform, programmes: readonly ProgrammeId[]): Promise<readonly Member[]> {
  const lists = await Promise.all(programmes.map((id) => listMembers(db, id)))
  const byId = new Map<PersonId, Member>()
  for (const member of lists.flat()) {
    const roles = [...(byId.get(member.id)?.roles ?? []), ...member.roles]
    byId.set(member.id, { ...member, roles: [...new Set(roles)] })
  }
  return [...byId.values()]
}

/** The roles he has in the programmes the asker manages: others are none of hers. */
async function rolesHere(c: AppContext, id: PersonId): Promise<Member['roles']> {
  const managed = programmesAsked(c, undefined) ?? []
  const memberships = await listMemberships(c.get('platform').db, id)
  const here = memberships.filter(({ programmeId }) => managed.includes(programmeId))
  return [...new Set(here.map(({ role }) => role))]
}

async function peopleJson(c: AppContext, members: readonly Member[]) {
  const { db, now } = c.get('platform')
  const answering = await listAssistants(
    db,
    members.map(({ id }) => id),
    now(),
  )
  const assistantsOf = Map.groupBy(answering, ({ executiveId }) => executiveId)
  return members.map((member) =>
    personJson(
      member,
      (assistantsOf.get(member.id) ?? []).map(({ assistantId }) => assistantId),
    ),
  )
}
