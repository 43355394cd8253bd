import type { ByPerson, Decision } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { decideTimeRule, type TimeRuleChange } from '../../domain/people/time-rule.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listDuties } from '../../storage/people/assistant.ts'
import { findPerson } from '../../storage/people/person.ts'
import { decideAndCommit, reaches, withValue } from '../write.ts'

/**
 * Whoever answers for an executive says a trip, or when never to meet, in each programme in which she answers for him: he is
 * away from all of them. What one of them refuses is said in none; the same again changes nothing, so that what broke off
 * is finished by saying it once more.
 */
export async function changeTimeRule(
  platform: Platform,
  executiveId: PersonId,
  change: TimeRuleChange,
  by: ByPerson,
): Promise<Result<null, Refusal>> {
  const duties = await listDuties(platform.db, by.id, platform.now())
  const own = duties.filter((duty) => duty.executiveId === executiveId && reaches(by, duty.programmeId))
  if (own.length === 0) return refuse({ reason: 'not-found' })
  const decideIn = async (programmeId: ProgrammeId): Promise<Result<Decision, Refusal>> => {
    const person = await findPerson(platform.db, executiveId, programmeId)
    if (!person) return refuse({ reason: 'not-found' })
    return decideTimeRule(person, programmeId, change, { at: platform.now(), by })
  }
  const judged = await Promise.all(own.map(({ programmeId }) => decideIn(programmeId)))
  const refused = judged.find((each) => !each.ok)
  if (refused && !refused.ok) return refused
  for (const { programmeId } of own) {
    const changed = await decideAndCommit(platform, async () =>
      withValue(await decideIn(programmeId), () => null),
    )
    if (!changed.ok) return changed
  }
  return accept(null)
}
