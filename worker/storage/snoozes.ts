import { snoozes } from '../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../domain/ids.ts'
import type { Snooze } from '../domain/snoozing.ts'
import type { Database, Statement } from '../platform.ts'

/** The last word on a line stands. */
export function putSnooze(
  db: Database,
  programmeId: ProgrammeId,
  { key, until, madeAt }: Snooze,
  madeBy: PersonId,
): Statement {
  const row = { untilAt: until, madeAt, madeBy }
  return db
    .insert(snoozes)
    .values({ programmeId, key, ...row })
    .onConflictDoUpdate({ target: [snoozes.programmeId, snoozes.key], set: row })
}
