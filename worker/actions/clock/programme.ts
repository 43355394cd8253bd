import { timersOfProgramme } from '../../domain/clock/timers-of.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { ProgrammeStatus } from '../../domain/programme/programme.ts'
import { after, MINUTE } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { armStatements } from '../../storage/clock/timers.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import type { ClockAnswer } from './answer.ts'

/** What became of long work on a programme: the next minute goes on while it is not finished. */
export async function afterProgramme(
  { db, now }: Platform,
  id: ProgrammeId,
  isFinished: boolean,
  during: ProgrammeStatus,
): Promise<ClockAnswer> {
  const programme = await findProgramme(db, id)
  if (!isFinished && programme?.status === during)
    return { kind: 'again', at: after(now(), MINUTE), count: 0 }
  const armed = programme ? timersOfProgramme(programme) : { subject: id, timers: [] }
  await inOneBatch(db, armStatements(db, [armed]))
  return { kind: 'done', count: isFinished ? 1 : 0 }
}
