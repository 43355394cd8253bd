import * as z from 'zod/mini'

import { addPerson } from '../../actions/people/add.ts'
import { changePerson } from '../../actions/people/change.ts'
import { setAvailability } from '../../actions/slot/set-availability.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { ITEMS_PER_PAGE } from '../../domain/limits.ts'
import { keptFields, type SaidOfPerson } from '../../domain/people/add.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import { changedRules, DEFAULT_LOCALE, type Person, RULE_FIELDS } from '../../domain/people/person.ts'
import type { Platform } from '../../platform.ts'
import { listAssistants } from '../../storage/people/assistant.ts'
import { listMembers, listMemberships, type Member } from '../../storage/people/membership.ts'
import { findAvailability } from '../../storage/slot/availability.ts'
import { recordAccess } from '../access-log.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { behind } from '../cursor.ts'
import { missing, refused } from '../responses.tsx'
import { jsonWithEtag, expectedBy } from './etag.ts'
import { actorOf, pathId, personFor, programmeFor, programmesAsked } from './load.ts'
import { allNull, invalid, withQuery, withBody } from './request.ts'
import { availabilityJson, availabilityWish } from './shapes/hours.ts'
import { LIST_KEYS, pageOf, pageQuery } from './shapes/page.ts'
import { personJson, personPatch, personWish } from './shapes/person.ts'
import { reference } from './shapes/values.ts'

export const programmeQuery = z.object({ programme: z.exactOptional(reference('prg')) })
export const peopleQuery = z.object({
  programme: z.exactOptional(reference('prg')),
  ...pageQuery('people', LIST_KEYS.people),
})

export function peopleApi(app: App): void {
  app.get(
    '/api/v1/people',
    withQuery(peopleQuery, async (c, { programme, limit = ITEMS_PER_PAGE.most, after = null }) => {
      const programmes = programmesAsked(c, programme)
      if (!programmes) return missing(c)
      const members = await membersOf(c.get('platform'), programmes)
      const keyOf = ({ name, id }: Member) => [name, id] as const
      const { items, next } = pageOf('people', behind(members, keyOf, after), limit, keyOf)
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
        locale = DEFAULT_LOCALE,
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
        actorOf(c).personId,
      )
      if (!added.ok) return refused(c, added.refusal)
      const person = added.value
      const kept = person.id === id ? [] : keptFields(person, { ...saidIn(wish), rules: ruled })
      return c.json({ id: person.id, ...(kept.length > 0 && { kept }) }, 201)
    }),
  )

  app.get('/api/v1/people/:id', async (c) => {
    const person = await personFor(c, pathId(c, 'per'))
    if (!person) return missing(c)
    await recordAccess(c, person.id, '/api/v1/people/:id')
    return jsonWithEtag(c, await personHere(c, person))
  })

  app.patch(
    '/api/v1/people/:id',
    withBody(personPatch, async (c, patch) => {
      const person = await personFor(c, pathId(c, 'per'))
      if (!person) return missing(c)
      const change = changeIn(patch)
      const { buffers } = changedRules(person.rules, change.rules)
      if (buffers && Object.keys(buffers).length < SIDES)
        return invalid(c, [
          { path: ['rules', 'buffers'], message: 'before and after are needed, in minutes.' },
        ])

      const expected = expectedBy<Person>(c, (stored) => personHere(c, stored))
      const changed = await changePerson(c.get('platform'), person.id, change, actorOf(c).personId, expected)
      return changed.ok ? jsonWithEtag(c, await personHere(c, changed.value)) : refused(c, changed.refusal)
    }),
  )

  app.get('/api/v1/people/:id/availability', async (c) => {
    const person = await hoursOwner(c)
    if (!person) return missing(c)
    const stored = await findAvailability(c.get('platform').db, person.id)
    return c.json(availabilityJson(stored ?? { zone: person.zone, weekly: [], exceptions: [] }))
  })

  app.put(
    '/api/v1/people/:id/availability',
    withBody(availabilityWish, async (c, hours) => {
      const person = await hoursOwner(c)
      if (!person) return missing(c)
      const set = await setAvailability(c.get('platform'), person.id, hours)
      return set.ok ? c.json(availabilityJson(set.value)) : refused(c, set.refusal)
    }),
  )
}

const SIDES = 2

/** RFC 7396: what can be empty, null empties; all rules at once go back to the programme's. */
function changeIn(patch: z.output<typeof personPatch>) {
  const { sessionMinutes, rules = {}, aliases, locale, assistantIds, blockers, ...named } = patch
  return {
    ...named,
    ...(aliases !== undefined && { aliases: aliases ?? [] }),
    ...(locale !== undefined && { locale: locale ?? DEFAULT_LOCALE }),
    ...(assistantIds !== undefined && { assistantIds: assistantIds ?? [] }),
    ...(blockers !== undefined && { blockers: blockers ?? [] }),
    rules: {
      ...(rules ?? allNull(RULE_FIELDS)),
      ...(sessionMinutes !== undefined && { minutes: sessionMinutes }),
    },
  }
}

/** The mentor himself, or somebody of her programmes; null where there is nobody to see. */
async function hoursOwner(c: AppContext): Promise<Person | null> {
  const { actor, person } = identityOf(c)
  const id = pathId(c, 'per')
  return actor.personId === id && isAnywhere(actor, 'mentor') ? person : personFor(c, id)
}

/** As the asker may see him. */
async function personHere(c: AppContext, person: Person) {
  const [json] = await peopleJson(c, [{ ...person, roles: await rolesHere(c, person.id) }])
  return json ?? {}
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
