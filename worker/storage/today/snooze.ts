import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'

import { snoozes } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Snooze } from '../../domain/today/item.ts'
import type { Database, Statement } from '../../platform.ts'

/** What was said about these lines of Today and still counts; of all that was ever put off, nothing else is read. */
export async function listSnoozes(
  db: Database,
  programmeId: ProgrammeId,
  keys: readonly string[],
  now: Instant,
): Promise<readonly Snooze[]> {
  return db
    .select({ key: snoozes.key, until: snoozes.untilAt, madeAt: snoozes.madeAt })
    .from(snoozes)
    .where(
      and(
        eq(snoozes.programmeId, programmeId),
        sql`${snoozes.key} IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`,
        or(isNull(snoozes.untilAt), gt(snoozes.untilAt, now)),
      ),
    )
}

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
