import type { ByPerson } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { OutgoingFault } from '../../domain/outgoing-url.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listDuties } from '../../storage/people/assistant.ts'
import { reaches } from '../write.ts'
import { publishCalendar } from './publish.ts'

/** Whoever answers for an executive now gives his calendar to be read, or with an empty address ends it, whoever gave it. */
export async function publishForExecutive(
  platform: Platform,
  executiveId: PersonId,
  address: string,
  by: ByPerson,
): Promise<Result<null, OutgoingFault | 'not-found'>> {
  const duties = await listDuties(platform.db, by.id, platform.now())
  const answers = duties.some((duty) => duty.executiveId === executiveId && reaches(by, duty.programmeId))
  return answers ? publishCalendar(platform, executiveId, address, by.id) : refuse('not-found')
}
