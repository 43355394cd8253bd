import type { ProgrammeId } from '../domain/ids.ts'
import type { Programme } from '../domain/programmes.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Platform } from '../platform.ts'
import { findProgramme, patchProgramme, type ProgrammePatch } from '../storage/programmes.ts'

/** Changes what is named and leaves the rest, also of the policy, as it stands at that moment. */
export async function changeProgramme(
  { db }: Platform,
  id: ProgrammeId,
  patch: ProgrammePatch,
): Promise<Result<Programme, Refusal>> {
  await patchProgramme(db, id, patch)
  const programme = await findProgramme(db, id)
  return programme ? accept(programme) : refuse({ reason: 'not-found' })
}
