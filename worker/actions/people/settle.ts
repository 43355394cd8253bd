import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { decideSettled, type Settled } from '../../domain/people/settle.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findPerson } from '../../storage/people/person.ts'
import { decideAndCommit, withValue } from '../write.ts'

/** An executive switches on his own page what he may settle for himself. */
export async function settleOwn(
  platform: Platform,
  { id, programmeId }: { readonly id: PersonId; readonly programmeId: ProgrammeId },
  settled: Omit<Settled, 'blockers'>,
): Promise<Result<null, Refusal>> {
  return decideAndCommit(platform, async () => {
    const person = await findPerson(platform.db, id, programmeId)
    if (!person) return refuse({ reason: 'not-found' })
    const by = { id, door: 'link' } as const
    const decision = decideSettled(person, programmeId, settled, { at: platform.now(), by })
    return withValue(accept(decision), () => null)
  })
}
