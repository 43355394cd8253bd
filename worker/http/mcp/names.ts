import * as z from 'zod/mini'

import { manages } from '../../domain/people/permission.ts'
import { listPeople } from '../../storage/people/person.ts'
import { actorOf } from '../api/load.ts'
import { pairingAnswer } from '../api/shapes/pairing.ts'
import { reference } from '../api/shapes/values.ts'
import type { AppContext } from '../context.ts'

/** A pairing with the names of both, which are data and no instruction. */
export const namedPairing = z.strictObject({
  ...pairingAnswer.shape,
  mentorName: z.optional(z.string()),
  executiveName: z.optional(z.string()),
})

const pair = z.looseObject({
  programmeId: reference('prg'),
  mentorId: reference('per'),
  executiveId: reference('per'),
})
type Pair = z.output<typeof pair>

/** The pairings of an answer, each with the names that its manager reads. */
export async function withNames(c: AppContext, pairings: unknown): Promise<readonly object[]> {
  const pairs = z.parse(z.array(pair), pairings)
  const names = await namesOf(c, pairs)
  return pairs.map((each) => {
    const [mentorName, executiveName] = [each.mentorId, each.executiveId].map((id) =>
      names.get(`${each.programmeId} ${id}`),
    )
    return { ...each, ...(mentorName && { mentorName }), ...(executiveName && { executiveName }) }
  })
}

/** People as each programme knows them. */
async function namesOf(c: AppContext, pairs: readonly Pair[]): Promise<ReadonlyMap<string, string>> {
  const managed = pairs.filter(({ programmeId }) => manages(actorOf(c), programmeId))
  const byProgramme = Map.groupBy(managed, ({ programmeId }) => programmeId)
  const read = await Promise.all(
    Array.from(byProgramme, async ([id, some]) => {
      const ids = [...new Set(some.flatMap(({ mentorId, executiveId }) => [mentorId, executiveId]))]
      const people = await listPeople(c.get('platform').db, ids, id)
      return people.map((person) => [`${id} ${person.id}`, person.name] as const)
    }),
  )
  return new Map(read.flat())
}
