import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { decideInWriting } from '../../domain/people/in-writing.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findPerson } from '../../storage/people/person.ts'
import { decideAndCommit, withValue } from '../write.ts'

/** An executive says on his own page whether he wants in writing what was agreed. */
export async function setInWriting(
  platform: Platform,
  { id, programmeId }: { readonly id: PersonId; readonly programmeId: ProgrammeId },
  wanted: boolean,
): Promise<Result<null, Refusal>> {
  return decideAndCommit(platform, async () => {
    const person = await findPerson(platform.db, id, programmeId)
    if (!person) return refuse({ reason: 'not-found' })
    const by = { id, door: 'link' } as const
    const decision = decideInWriting(person, programmeId, wanted, { at: platform.now(), by })
    return withValue(accept(decision), () => null)
  })
}
