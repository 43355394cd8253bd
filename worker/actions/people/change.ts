import type { ByPerson } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import {
  decidePersonChange,
  mentionedIn,
  type PersonChange,
  type PersonReading,
} from '../../domain/people/change.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listAssistants } from '../../storage/people/assistant.ts'
import { isManagedElsewhere, listKnown } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { listSuperiors } from '../../storage/people/superiors.ts'
import { decideAndCommit, decided } from '../write.ts'

/** Changes what is named of somebody, and leaves the rest as it stands at that moment. */
export async function changePerson(
  platform: Platform,
  id: PersonId,
  change: PersonChange,
  by: ByPerson,
): Promise<Result<Person, Refusal>> {
  return decideAndCommit(platform, async () => {
    const reading = await findReading(platform, id, change, by)
    if (!reading) return refuse({ reason: 'not-found' })
    return decided(
      decidePersonChange(reading, change, { at: platform.now(), by }),
      ({ people }) => people.at(-1)?.after ?? reading.person,
    )
  })
}

async function findReading(
  { db, now }: Platform,
  id: PersonId,
  change: PersonChange,
  by: ByPerson,
): Promise<PersonReading | null> {
  const { reportsTo } = change
  const [person, assistants, known, superiors, elsewhere] = await Promise.all([
    findPerson(db, id),
    change.assistantIds ? listAssistants(db, [id], now()) : [],
    listKnown(db, by.id, mentionedIn(change)),
    reportsTo ? listSuperiors(db, reportsTo) : [],
    isManagedElsewhere(db, by.id, id),
  ])
  const assistantIds = assistants.map(({ assistantId }) => assistantId)
  return person && { person, assistantIds, known, superiors, isManagedElsewhere: elsewhere }
}
