import type { ProgrammeId } from '../../domain/ids.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Database } from '../../platform.ts'
import { findProgramme } from '../../storage/programme/programme.ts'

/** Why nothing in a programme may be added or changed; null while it is open. */
export async function whyProgrammeClosed(db: Database, id: ProgrammeId): Promise<Refusal | null> {
  const programme = await findProgramme(db, id)
  return programme ? whyClosed(programme) : { reason: 'not-found' }
}
