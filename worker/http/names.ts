import type { Names } from '../../web/words/refusals/telling.ts'
import type { PersonId, ProgrammeId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { Situation } from '../domain/situation.ts'
import { findPerson, listPeople } from '../storage/people/person.ts'
import type { AppContext } from './context.ts'
import { refused } from './responses.tsx'

type Pair = {
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
}

/** Both names, only for a manager: other readers may not know the mentor's. */
export function namesIn({ mentor, executive }: Situation): Names {
  return { mentor: mentor.name, executive: executive.name, answerer: null }
}

/** A refusal with both names. They are read here, so only when something is refused. */
export async function refusedBetween(c: AppContext, refusal: Refusal, pair: Pair | null): Promise<Response> {
  const names = pair && (await namesOf(c, pair))
  return refused(c, refusal, pair ? await withAnswerer(c, refusal, names, pair.programmeId) : names)
}

/** Adds who answered (“Answered by Odile”), for the executive's side and the manager, who may know each other. */
export async function withAnswerer(
  c: AppContext,
  refusal: Refusal,
  names: Names | null,
  programmeId: ProgrammeId,
): Promise<Names | null> {
  if (refusal.reason !== 'already-answered') return names
  const person = await findPerson(c.get('platform').db, refusal.byId, programmeId)
  return { mentor: null, executive: null, ...names, answerer: person?.name ?? null }
}

export async function namesOf(
  c: AppContext,
  { programmeId, mentorId, executiveId }: Pair,
): Promise<Names | null> {
  const people = await listPeople(c.get('platform').db, [mentorId, executiveId], programmeId)
  const mentor = people.find(({ id }) => id === mentorId)
  const executive = people.find(({ id }) => id === executiveId)
  return mentor && executive ? { mentor: mentor.name, executive: executive.name, answerer: null } : null
}

/** Adds whoever did what a refusal names: for a manager, whose page shows the same in its history. */
export async function withActors(
  c: AppContext,
  refusal: Refusal,
  names: Names,
  programmeId: ProgrammeId,
): Promise<Names> {
  if (refusal.reason !== 'changed-since') return names
  const ids = refusal.since.flatMap(({ actorId }) => actorId ?? [])
  const people = await listPeople(c.get('platform').db, ids, programmeId)
  return { ...names, actors: new Map(people.map(({ id, name }) => [id, name])) }
}
