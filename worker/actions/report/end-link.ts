import type { ByPerson } from '../../domain/decision.ts'
import type { ProgrammeId, ReportLinkId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { endReportLink } from '../../storage/report/end-link.ts'
import { findReportLink } from '../../storage/report/link.ts'
import { reaches } from '../write.ts'

/** Ends a link to the figures, at once; again, it stays ended as it was. */
export async function endLinkToReport(
  { db, now }: Platform,
  { id, programmeId }: { readonly id: ReportLinkId; readonly programmeId: ProgrammeId },
  by: ByPerson,
): Promise<Result<null, Refusal>> {
  const link = await findReportLink(db, id)
  if (!link || link.programmeId !== programmeId || !reaches(by, programmeId))
    return refuse({ reason: 'not-found' })
  return inOneBatch(db, endReportLink(db, link, { at: now(), byId: by.id }))
}
