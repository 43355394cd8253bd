import type { ByPerson } from '../../domain/decision.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { ImportFile } from '../../domain/import/file.ts'
import type { KeptImport } from '../../domain/import/kept.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertImport } from '../../storage/import/import.ts'
import { whyProgrammeClosed } from '../programme/open.ts'

/** Keeps files as they were written. Nothing of them is done until they are confirmed. */
export async function bringFiles(
  platform: Platform,
  { programmeId, files }: { readonly programmeId: ProgrammeId; readonly files: readonly ImportFile[] },
  by: ByPerson,
): Promise<Result<KeptImport, Refusal>> {
  const closed = await whyProgrammeClosed(platform.db, programmeId)
  if (closed) return refuse(closed)
  const { db, newId, now } = platform
  const kept = { id: newId('imp'), programmeId, madeBy: by.id, madeAt: now(), files, confirmed: null }
  const written = await inOneBatch(db, insertImport(db, kept))
  return written.ok ? accept(kept) : written
}
