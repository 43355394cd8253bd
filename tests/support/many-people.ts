import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import { HEARS_ALL, type Person } from '../../worker/domain/people/person.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import { putAvailability } from '../../worker/storage/slot/availability.ts'
import { insertPairing, insertPerson } from './insert-rows.ts'
import { hours } from './times.ts'
import { have, humanNamed, type Setting } from './world.ts'

/** Many mentors, each paired with the one executive, inserted in one batch. */
export async function manyMentors(
  here: Setting,
  executive: Person,
  count: number,
): Promise<readonly Pairing[]> {
  const mentors = crowd(here, 'Mentor', count)
  return settle(here, mentors, 'mentor', (mentor) => [mentor, executive])
}

/** Many executives, each paired with the one mentor. */
export async function manyExecutives(
  here: Setting,
  mentor: Person,
  count: number,
  name = 'Chief',
): Promise<readonly Pairing[]> {
  const executives = crowd(here, name, count)
  return settle(here, executives, 'executive', (executive) => [mentor, executive])
}

/** Many executives, and a mentor for every eight of them. */
export async function manyTeams(here: Setting, count: number): Promise<readonly Pairing[]> {
  const mentors = crowd(here, 'Guide', Math.ceil(count / OF_ONE_MENTOR))
  await settle(here, mentors, 'mentor', null)
  const executives = crowd(here, 'Chief', count)
  return settle(here, executives, 'executive', (executive, index) => [
    mentors[Math.floor(index / OF_ONE_MENTOR)] ?? executive,
    executive,
  ])
}

const OF_ONE_MENTOR = 8

function crowd({ platform }: Setting, name: string, count: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) => ({
    ...humanNamed(platform, `${name} ${name}${index}`),
    ...HEARS_ALL,
    departure: null,
    replyAddress: `${platform.newId('req')}@reply.sotto.example`,
    version: 1,
  }))
}

async function settle(
  { platform, programme }: Setting,
  people: readonly Person[],
  role: 'mentor' | 'executive',
  pairOf: ((person: Person, index: number) => readonly [Person, Person]) | null,
): Promise<readonly Pairing[]> {
  const { db, newId } = platform
  const now = platform.now()
  const pairs = pairOf ? people.map(pairOf) : []
  const pairings = pairs.map(([mentor, executive]): Pairing => {
    const ids = {
      id: newId('pai'),
      programmeId: programme.id,
      mentorId: mentor.id,
      executiveId: executive.id,
    }
    return {
      ...ids,
      kind: 'mentoring',
      status: 'active',
      place: null,
      aim: null,
      trackId: null,
      track: null,
      version: 1,
    }
  })
  const rows = await Promise.all(people.map((person) => insertPerson(platform, person, now)))
  have(
    await inOneBatch(db, [
      ...rows.flat(),
      ...people.flatMap(({ id }) =>
        insertMembership(db, { programmeId: programme.id, personId: id, role }, now),
      ),
      ...people.map(({ id }) => putAvailability(db, id, hours({ zone: 'Europe/Paris' }))),
      ...pairings.flatMap((pairing) => insertPairing(db, pairing, now)),
    ]),
  )
  return pairings
}
