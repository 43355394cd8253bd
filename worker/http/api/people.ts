import * as z from 'zod/mini'

import { addPerson } from '../../actions/people/add.ts'
import { changePerson } from '../../actions/people/change.ts'
import { setAvailability } from '../../actions/slot/set-availability.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import type { Platform } from '../../platform.ts'
import { listAssistants } from '../../storage/people/assistant.ts'
import { listMembers, type Member } from '../../storage/people/membership.ts'
import { recordAccess } from '../access-log.ts'
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
      return c.json({ id: added.value.id }, 201)
    }),
  )

  app.get(
    '/api/v1/people/:id',
    withQuery(programmeQuery, async (c, { programme }) => {
      const [known] = await personHere(c, pathId(c, 'per'), programme)
      if (!known) return missing(c)
      if (known.roles.includes('executive')) await recordAccess(c, known.id, '/api/v1/people/:id')
      const [json] = await peopleJson(c, [known])
      return c.json(json)
    }),
  )

  app.patch(
    '/api/v1/people/:id',
    withBody(personPatch, async (c, { sessionMinutes, rules, ...patch }) => {
      const asked = z.safeParse(programmeQuery, c.req.query())
      const programme = asked.success ? asked.data.programme : null
      if (programme === null) return missing(c)
      const [known] = await personHere(c, pathId(c, 'per'), programme)
      if (!known) return missing(c)
      const minutes = sessionMinutes === undefined ? {} : { minutes: sessionMinutes }
      const change = { ...patch, rules: { ...rules, ...minutes } }
      const changed = await changePerson(c.get('platform'), known.id, change, managerOf(c), programme)
      if (!changed.ok) return refused(c, changed.refusal)

      const [json] = await peopleJson(c, [{ ...known, ...changed.value }])
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

type MemberHere = Member & { readonly programmeId: ProgrammeId }

/** Whoever is in several of the programmes stands there once, as the first knows him, with all his roles. */
async function membersOf(
  { db }: Platform,
  programmes: readonly ProgrammeId[],
): Promise<readonly MemberHere[]> {
  const lists = await Promise.all(
    programmes.map(async (programmeId) =>
      (await listMembers(db, programmeId)).map((member) => ({ ...member, programmeId })),
    ),
  )
  const byId = new Map<PersonId, MemberHere>()
  for (const member of lists.flat()) {
    const known = byId.get(member.id)
    byId.set(member.id, known ? { ...known, roles: [...new Set([...known.roles, ...member.roles])] } : member)
  }
  return [...byId.values()]
}

/** Somebody of the programmes asked for; nobody where he is in none of them. */
async function personHere(
  c: AppContext,
  id: PersonId,
  programme: ProgrammeId | undefined,
): Promise<readonly MemberHere[]> {
  const programmes = programmesAsked(c, programme) ?? []
  return (await membersOf(c.get('platform'), programmes)).filter((each) => each.id === id)
}

async function peopleJson(c: AppContext, members: readonly MemberHere[]) {
  const { db, now } = c.get('platform')
  const answering = await Promise.all(
    Array.from(
      Map.groupBy(members, ({ programmeId }) => programmeId),
      ([programmeId, here]) =>
        listAssistants(
          db,
          programmeId,
          here.map(({ id }) => id),
          now(),
        ),
    ),
  )
  const assistantsOf = Map.groupBy(answering.flat(), ({ executiveId }) => executiveId)
  return members.map(({ programmeId: _, ...member }) =>
    personJson(
      member,
      (assistantsOf.get(member.id) ?? []).map(({ assistantId }) => assistantId),
    ),
  )
}
