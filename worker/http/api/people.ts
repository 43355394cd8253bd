import * as z from 'zod/mini'

import { addPerson } from '../../actions/people/add.ts'
import { changePerson } from '../../actions/people/change.ts'
import { erasePerson } from '../../actions/people/erase.ts'
import { setDeparture } from '../../actions/people/set-departure.ts'
import { insisting } from '../../actions/programme/insist.ts'
import { setAvailability } from '../../actions/slot/set-availability.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { ITEMS_PER_PAGE } from '../../domain/limits.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import {
  changedRules,
  DEFAULT_LOCALE,
  HEARS_ALL,
  type Person,
  RULE_FIELDS,
} from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Platform } from '../../platform.ts'
import { listAssistantsOf } from '../../storage/people/assistant.ts'
import { listMembersOfAll, type Member, type MemberOf } from '../../storage/people/membership.ts'
import { findAvailability } from '../../storage/slot/availability.ts'
import { recordAccess } from '../access-log.ts'
import { actingOn, type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { itemsAfter } from '../cursor.ts'
import { missing, refused } from '../responses.tsx'
import { jsonWithEtag, expectedBy } from './etag.ts'
import { pathId, personFor, programmeFor, requestedProgrammes } from './load.ts'
import { allNull, invalid, invalidAt, withQuery, withBody } from './request.ts'
import { availabilityJson, availabilityWish } from './shapes/hours.ts'
import { LIST_KEYS, pageOf, pageQuery } from './shapes/page.ts'
import { departureWish, erasureWish, personJson, personPatch, personWish } from './shapes/person.ts'
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
      const programmes = requestedProgrammes(c, programme)
      if (!programmes) return missing(c)
      const members = await membersOf(c.get('platform'), programmes)
      const keyOf = ({ name, id }: Member) => [name, id] as const
      const { items, next } = pageOf('people', itemsAfter(members, keyOf, after), limit, keyOf)
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
      const { name, shortName, email, zone, roles, sessionMinutes, rules = {} } = wish
      const platform = c.get('platform')
      const id = wish.id ?? platform.newId('per')
      const allRules = { ...rules, ...(sessionMinutes !== undefined && { minutes: sessionMinutes }) }
      const insisted = { of: { programmeId: programme.id }, reason: wish.reason, by: managerOf(c) }
      const added = await insisting(platform, insisted, () =>
        addPerson(
          platform,
          {
            ...{ id, programmeId: programme.id, roles, name, shortName, email, aliases, zone, locale, unit },
            ...{ reportsTo, assistantIds, blockers, rules: allRules },
          },
          insisted.by,
        ),
      )
      if (!added.ok) return refusedChange(c, added.refusal)
      return c.json({ id: added.value.id }, 201)
    }),
  )

  app.get(
    '/api/v1/people/:id',
    withQuery(programmeQuery, async (c, { programme }) => {
      const [member] = await membersWithId(c, pathId(c, 'per'), programme)
      if (!member) return missing(c)
      await recordAccess(c, [member.id], '/api/v1/people/:id')
      return jsonWithEtag(c, await personAnswerOf(c, member))
    }),
  )

  app.patch(
    '/api/v1/people/:id',
    withBody(personPatch, async (c, patch) => {
      const query = z.safeParse(programmeQuery, c.req.query())
      const programmeId = query.success ? query.data.programme : null
      if (programmeId === null) return missing(c)
      const [member] = await membersWithId(c, pathId(c, 'per'), programmeId)
      if (!member) return missing(c)
      if (patch.hours && patch.zone === undefined)
        return invalid(c, [{ path: ['hours'], message: 'This goes with a zone: say which.' }])
      const change = changeIn(patch)
      const { buffers } = changedRules(member.rules, change.rules)
      if (buffers && Object.keys(buffers).length < SIDES)
        return invalid(c, [
          { path: ['rules', 'buffers'], message: 'before and after are needed, in minutes.' },
        ])

      const expected = expectedBy<Person>(c, (stored) => personAnswerOf(c, { ...member, ...stored }))
      const options = { programmeId, expected }
      const by = managerOf(c)
      const insisted = { of: { programmeId: programmeId ?? member.programmeId }, reason: patch.reason, by }
      const changed = await insisting(c.get('platform'), insisted, () =>
        changePerson(c.get('platform'), member.id, change, by, options),
      )
      if (!changed.ok) return refusedChange(c, changed.refusal)
      const roles = change.roles ?? member.roles
      return jsonWithEtag(c, await personAnswerOf(c, { ...member, ...changed.value, roles }))
    }),
  )

  app.post(
    '/api/v1/people/:id/departure',
    withBody(departureWish, async (c, { on }) => {
      const person = await personFor(c, pathId(c, 'per'))
      if (!person) return missing(c)
      const set = await setDeparture(c.get('platform'), person.id, on, managerOf(c))
      if (!set.ok) return refused(c, set.refusal)
      return c.json({ id: person.id, on, left: (await personFor(c, person.id)) === null })
    }),
  )

  app.post(
    '/api/v1/people/:id/erasure',
    withBody(erasureWish, async (c) => {
      const id = pathId(c, 'per')
      const erased = await erasePerson(c.get('platform'), id, managerOf(c))
      if (!erased.ok) return refused(c, erased.refusal)
      const { isErased, waitsFor } = erased.value
      return c.json({ id, erased: isErased, waitsFor })
    }),
  )

  app.get('/api/v1/people/:id/availability', async (c) => {
    const person = await hoursOwner(c)
    if (!person) return missing(c)
    await recordAccess(c, [person.id], '/api/v1/people/:id/availability')
    const stored = await findAvailability(c.get('platform').db, person.id)
    return jsonWithEtag(c, availabilityJson(stored ?? { zone: person.zone, weekly: [], exceptions: [] }))
  })

  app.put(
    '/api/v1/people/:id/availability',
    withBody(availabilityWish, async (c, hours) => {
      const person = await hoursOwner(c)
      if (!person) return missing(c)
      const set = await setAvailability(
        c.get('platform'),
        person.id,
        hours,
        actingOn(c, person.id),
        expectedBy(c, availabilityJson),
      )
      return set.ok ? jsonWithEtag(c, availabilityJson(set.value)) : refused(c, set.refusal)
    }),
  )
}

function refusedChange(c: AppContext, refusal: Refusal): Response | Promise<Response> {
  return refusal.reason === 'notice-beyond-horizon'
    ? invalidAt(c, 'rules.notice', refusal)
    : refused(c, refusal)
}

const SIDES = 2

/** RFC 7396: null clears a field that can be empty; `rules: null` resets all rules to the programme's. */
function changeIn(patch: z.output<typeof personPatch>) {
  const { sessionMinutes, inWriting, rules = {}, aliases, reason: _why, ...others } = patch
  const { locale, assistantIds, blockers, notify, ...named } = others
  return {
    ...named,
    ...(aliases !== undefined && { aliases: aliases ?? [] }),
    ...(locale !== undefined && { locale: locale ?? DEFAULT_LOCALE }),
    ...(assistantIds !== undefined && { assistantIds: assistantIds ?? [] }),
    ...(blockers !== undefined && { blockers: blockers ?? [] }),
    ...(notify !== undefined && { notify: notify ?? HEARS_ALL.notify }),
    rules: {
      ...(rules ?? allNull(RULE_FIELDS)),
      ...(sessionMinutes !== undefined && { minutes: sessionMinutes }),
      ...(inWriting !== undefined && { inWriting }),
    },
  }
}

/** The mentor himself, or a person of the manager's programmes; else null. */
async function hoursOwner(c: AppContext): Promise<Person | null> {
  const { actor, person } = identityOf(c)
  const id = pathId(c, 'per')
  return actor.personId === id && isAnywhere(actor, 'mentor') ? person : personFor(c, id)
}

/** A person in several of the programmes is listed once, as a member of the first, with all roles. */
async function membersOf(
  { db }: Platform,
  programmes: readonly ProgrammeId[],
  personId: PersonId | null = null,
): Promise<readonly MemberOf[]> {
  const byId = new Map<PersonId, MemberOf>()
  for (const member of await listMembersOfAll(db, programmes, personId)) {
    const earlier = byId.get(member.id)
    byId.set(
      member.id,
      earlier ? { ...earlier, roles: [...new Set([...earlier.roles, ...member.roles])] } : member,
    )
  }
  return [...byId.values()]
}

/** The person as a member of the given programmes; empty if the person is in none of them. */
async function membersWithId(
  c: AppContext,
  id: PersonId,
  programme: ProgrammeId | undefined,
): Promise<readonly MemberOf[]> {
  const programmes = requestedProgrammes(c, programme) ?? []
  return membersOf(c.get('platform'), programmes, id)
}

async function personAnswerOf(c: AppContext, member: MemberOf) {
  const [json] = await peopleJson(c, [member])
  return json ?? {}
}

async function peopleJson(c: AppContext, members: readonly MemberOf[]) {
  const { db, now } = c.get('platform')
  const answering = await listAssistantsOf(db, members, now())
  const assistantsOf = Map.groupBy(answering, ({ executiveId }) => executiveId)
  return members.map(({ programmeId: _, ...member }) =>
    personJson(
      member,
      (assistantsOf.get(member.id) ?? []).map(({ assistantId }) => assistantId),
    ),
  )
}
