import type { By } from '../../domain/decision.ts'
import type { FormatId } from '../../domain/ids.ts'
import { decideFormatChange, type FormatChange } from '../../domain/path/change-format.ts'
import type { Format } from '../../domain/path/format.ts'
import { formatAfter } from '../../domain/path/make-format.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findFormat, listAllFormats } from '../../storage/path/format.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import type { Expected } from '../expected.ts'
import { decideAndCommit, withValue } from '../write.ts'

/** Changes a format, archives it, or restores it. What was sent keeps its words. A change that merges is a function. */
export async function changeFormat(
  platform: Platform,
  id: FormatId,
  change: FormatChange | ((before: Format) => FormatChange),
  by: By,
  expected: Expected<Format> = () => true,
): Promise<Result<Format, Refusal>> {
  const { db, now } = platform
  return decideAndCommit(platform, async () => {
    const programmeId = (await findFormat(db, id))?.programmeId
    // Before its formats: the version that guards the write must not be newer than the rest of the reading.
    const programme = programmeId ? await findProgramme(db, programmeId) : null
    if (!programme) return refuse({ reason: 'not-found' })
    const [before, all] = await Promise.all([findFormat(db, id), listAllFormats(db, programme.id)])
    const list = all.filter(({ isArchived }) => !isArchived)
    if (!before) return refuse({ reason: 'not-found' })
    if (!(await expected(before))) return refuse({ reason: 'precondition-failed' })
    const asked = typeof change === 'function' ? change(before) : change
    return withValue(
      decideFormatChange({ programme, list, all }, before, asked, { at: now(), by }),
      (decision) => formatAfter(decision, id) ?? before,
    )
  })
}
