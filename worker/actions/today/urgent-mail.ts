import type { ProgrammeId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import { after, earliest, MINUTE } from '../../domain/time/time.ts'
import { decideUrgent, heardNow, nextUrgentAt } from '../../domain/today/urgent-mail.ts'
import { type UrgentLine, urgentLines } from '../../domain/today/urgent.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertLetter } from '../../storage/letter/outbox.ts'
import { findTelling } from '../../storage/today/telling.ts'
import { addLines, listUrgentMails } from '../../storage/today/urgent-mails.ts'
import { type ClockAnswer, NOT_OWED } from '../clock/answer.ts'

/** Tells the managers of a programme what touches a date within the next 24 hours. */
export async function tellUrgent(platform: Platform, programmeId: ProgrammeId): Promise<ClockAnswer> {
  const now = platform.now()
  const telling = await findTelling(platform.db, programmeId, now)
  if (!telling) return NOT_OWED
  const lines = urgentLines(telling)
  let count = 0
  for (const { hearer, lines: heard } of heardNow(lines, telling.managers, now))
    if (heard.length > 0 && (await tell(platform, hearer, heard))) count += 1
  const next = nextUrgentAt(lines, now)
  // Whether it was written is seen by asking again: another tick may have been first.
  return { kind: 'again', at: count > 0 ? earliest(next, after(now, MINUTE)) : next, count }
}

/** Whether there was something that she had not been told. */
async function tell(platform: Platform, hearer: Person, lines: readonly UrgentLine[]): Promise<boolean> {
  const { db, newId } = platform
  const now = platform.now()
  const mail = decideUrgent(hearer, lines, await listUrgentMails(platform, hearer.id), {
    id: newId('let'),
    now,
  })
  if (!mail) return false
  if (mail.kind === 'more') await addLines(platform, mail.letter, mail.lines)
  else await inOneBatch(db, await insertLetter(platform, mail.outgoing))
  return true
}
