import type { PersonId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import { fold } from '../search/fold.ts'
import type { Instant } from '../time/time.ts'
import { offsetAt } from '../time/zones.ts'
import type { Blocker, Person, Role } from './person.ts'

/** `leaving`: has a last day. `unpaired`: an executive, or a mentor, in no pairing that lives. */
export const PEOPLE_STATES = ['leaving', 'unpaired', 'paused'] as const
export type PeopleState = (typeof PEOPLE_STATES)[number]

/** Null: whatever it is. */
export type PeopleFilter = {
  readonly role: Role | null
  /** The executives of this mentor, and he himself. */
  readonly mentor: PersonId | null
  readonly blocker: Blocker | null
  readonly state: PeopleState | null
}

export const PEOPLE_SORTS = ['name', 'unit', 'zone'] as const
export type PeopleSort = (typeof PEOPLE_SORTS)[number]

type Member = Pick<Person, 'id' | 'name' | 'unit' | 'zone' | 'blockers' | 'departure'> & {
  readonly roles: readonly Role[]
}
type Pair = Pick<Pairing, 'mentorId' | 'executiveId' | 'status'>

export function filterPeople<Each extends Member>(
  members: readonly Each[],
  pairings: readonly Pair[],
  { role, mentor, blocker, state }: PeopleFilter,
): readonly Each[] {
  const living = pairings.filter(({ status }) => status !== 'ended')
  return members.filter(
    (member) =>
      (role === null || member.roles.includes(role)) &&
      (mentor === null || member.id === mentor || meets(living, mentor, member.id)) &&
      (blocker === null || (member.roles.includes('executive') && member.blockers.includes(blocker))) &&
      (state === null || isInState(member, living, state)),
  )
}

function meets(pairings: readonly Pair[], mentor: PersonId, executive: PersonId): boolean {
  return pairings.some((pair) => pair.mentorId === mentor && pair.executiveId === executive)
}

function isInState({ id, roles, departure }: Member, living: readonly Pair[], state: PeopleState): boolean {
  const own = living.filter(({ mentorId, executiveId }) => mentorId === id || executiveId === id)
  switch (state) {
    case 'leaving':
      return departure !== null
    case 'unpaired':
      return own.length === 0 && (roles.includes('executive') || roles.includes('mentor'))
    case 'paused':
      return own.some(({ status }) => status === 'paused')
  }
}

/**
 * The key of the list's cursor: as a reader looks for it, É beside E, and west before east by the clocks of now. Whoever has
 * no unit comes last.
 */
export function keyOfPerson(
  { id, name, unit, zone }: Member,
  sort: PeopleSort,
  now: Instant,
): readonly (string | number)[] {
  switch (sort) {
    case 'name':
      return [fold(name), id]
    case 'unit':
      return [unit === null ? 1 : 0, fold(unit ?? ''), fold(name), id]
    case 'zone':
      return [offsetAt(zone, now), zone, fold(name), id]
  }
}
