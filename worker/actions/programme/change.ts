import type { By } from '../../domain/decision.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { decideProgrammeChange, type ProgrammePatch } from '../../domain/programme/change.ts'
import { programmeAfter } from '../../domain/programme/make.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import type { Expected } from '../expected.ts'
import { decideAndCommit, decided } from '../write.ts'

/** Changes what is named and leaves the rest, also of the policy, as it stands at that moment. */
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
    return decided(
      decideProgrammeChange(before, patch, { at: platform.now(), by }),
      (decision) => programmeAfter(decision, id) ?? before,
    )
  })
}
