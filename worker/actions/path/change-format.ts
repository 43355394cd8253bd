import type { By } from '../../domain/decision.ts'
import type { FormatId } from '../../domain/ids.ts'
import { decideFormatChange, type FormatChange } from '../../domain/path/change-format.ts'
import type { Format } from '../../domain/path/format.ts'
import { formatAfter } from '../../domain/path/make-format.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findFormat, listFormats } from '../../storage/path/format.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { decideAndCommit, withValue } from '../write.ts'

/** Changes a format, archives it, or restores it. What was sent keeps its words. */
export async function changeFormat(
  platform: Platform,
  id: FormatId,
  change: FormatChange,
  by: By,
): Promise<Result<Format, Refusal>> {
  const { db, now } = platform
  return decideAndCommit(platform, async () => {
    const before = await findFormat(db, id)
    if (!before) return refuse({ reason: 'not-found' })
    const [programme, list] = await Promise.all([
      findProgramme(db, before.programmeId),
      listFormats(db, before.programmeId),
    ])
    if (!programme) return refuse({ reason: 'not-found' })
    return withValue(
      decideFormatChange({ programme, list }, before, change, { at: now(), by }),
      (decision) => formatAfter(decision, id) ?? before,
    )
  })
}
