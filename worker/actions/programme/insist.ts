import type { By } from '../../domain/decision.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { decideAllowing } from '../../domain/programme/allow-words.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { decideAndCommit, reaches, withValue } from '../write.ts'

/**
 * Saves; where a word of an outward text is in the way and somebody said why it is right, the programme allows it, and
 * it is saved then. That a word is allowed is a deed of its own, and stands in the activity.
 */
export async function insisting<Value>(
  platform: Platform,
  {
    programmeId,
    reason,
    by,
  }: { readonly programmeId: ProgrammeId; readonly reason: string | null | undefined; readonly by: By },
  save: (isAgain: boolean) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const saved = await save(false)
  if (saved.ok || saved.refusal.reason !== 'outward-words' || !reason) return saved
  const { found } = saved.refusal
  const allowed = await decideAndCommit(platform, async () => {
    const programme = await findProgramme(platform.db, programmeId)
    if (!programme || !reaches(by, programmeId)) return refuse({ reason: 'not-found' })
    return withValue(decideAllowing(programme, found, { reason, at: platform.now(), by }), () => null)
  })
  return allowed.ok ? save(true) : allowed
}
