import type { ByPerson } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import { decideTimeRule, type TimeRuleChange } from '../../domain/people/time-rule.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listDuties } from '../../storage/people/assistant.ts'
import { findPerson } from '../../storage/people/person.ts'
import { decideAndCommit, withValue } from '../write.ts'

/**
 * Whoever answers for an executive says a trip, or when never to meet, in each programme in which she answers for him: he is
 * away from all of them. The same again changes nothing, so that what broke off is finished by saying it once more.
 */
export async function changeTimeRule(
  platform: Platform,
  executiveId: PersonId,
  change: TimeRuleChange,
  by: ByPerson,
): Promise<Result<null, Refusal>> {
  const duties = await listDuties(platform.db, by.id, platform.now())
  const own = duties.filter((duty) => duty.executiveId === executiveId)
  if (own.length === 0) return refuse({ reason: 'not-found' })
  for (const { programmeId } of own) {
    const changed = await decideAndCommit(platform, async () => {
      const person = await findPerson(platform.db, executiveId, programmeId)
      if (!person) return refuse({ reason: 'not-found' })
      const decision = decideTimeRule(person, programmeId, change, { at: platform.now(), by })
      return withValue(decision, () => null)
    })
    if (!changed.ok) return changed
  }
  return accept(null)
}
