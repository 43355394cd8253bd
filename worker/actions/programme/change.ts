import type { By } from '../../domain/decision.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { decideProgrammeChange, type ProgrammePatch } from '../../domain/programme/change.ts'
import { programmeAfter } from '../../domain/programme/make.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listWithRole } from '../../storage/people/membership.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import type { Expected } from '../expected.ts'
import { decideAndCommit, withValue } from '../write.ts'

/** Changes the named fields, also of the policy; the others stay as they are at the moment of the write. */
export async function changeProgramme(
  platform: Platform,
  id: ProgrammeId,
  patch: ProgrammePatch,
  by: By,
  expected: Expected<Programme> = () => true,
): Promise<Result<Programme, Refusal>> {
  return decideAndCommit(platform, async () => {
    const before = await findProgramme(platform.db, id)
    if (!before) return refuse({ reason: 'not-found' })
    if (!(await expected(before))) return refuse({ reason: 'precondition-failed' })
    const mentors = patch.policy?.standIns?.length ? await listWithRole(platform.db, id, 'mentor') : []
    return withValue(
      decideProgrammeChange(before, patch, { at: platform.now(), by, mentors }),
      (decision) => programmeAfter(decision, id) ?? before,
    )
  })
}
