import type { ProgrammeId } from '../../domain/ids.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findProgramme, patchProgramme, type ProgrammePatch } from '../../storage/programme/programme.ts'
import { touchDiariesOf } from '../../storage/slot/diary.ts'
import type { Expected } from '../expected.ts'

/**
 * Changes what is named and leaves the rest, also of the policy, as it stands at that moment. Every member's diary is
 * raised with it, so that decisions resting on the old rules are read anew.
 */
export async function changeProgramme(
  { db }: Platform,
  id: ProgrammeId,
  patch: ProgrammePatch,
  expected: Expected<Programme> = () => true,
): Promise<Result<Programme, Refusal>> {
  const before = await findProgramme(db, id)
  if (!before) return refuse({ reason: 'not-found' })
  if (!(await expected(before))) return refuse({ reason: 'precondition-failed' })
  const closed = whyClosed(before)
  if (closed) return refuse(closed)

  const written = await inOneBatch(db, [patchProgramme(db, id, patch), touchDiariesOf(db, id)])
  if (!written.ok) return written
  const programme = await findProgramme(db, id)
  return programme ? accept(programme) : refuse({ reason: 'not-found' })
}
