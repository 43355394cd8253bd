import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'

import { releases } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Release } from '../../domain/report/figures.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { listIds } from '../ids.ts'

/** What readers see now; null: nothing was released yet. */
export async function findRelease(db: Database, id: ProgrammeId): Promise<Release | null> {
  const [row] = await db
    .select({ at: releases.at, figures: releases.figures })
    .from(releases)
    .where(eq(releases.programmeId, id))
    .orderBy(desc(releases.at))
    .limit(1)
  return row ?? null
}

/** The programmes of which nothing was released since that moment; of a purged one the last release stands. */
export function listUnreleased(db: Database, since: Instant): Promise<readonly ProgrammeId[]> {
  return listIds(
    db,
    sql`SELECT id FROM programmes WHERE purged_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM releases WHERE programme_id = programmes.id AND at >= ${since})
    ORDER BY id`,
  )
}

/** The one before goes with it: what was published earlier cannot be put beside it from here. */
export function putRelease(
  db: Database,
  programmeId: ProgrammeId,
  { at, figures }: Release,
): readonly Statement[] {
  return [
    db.insert(releases).values({ programmeId, at, figures }).onConflictDoNothing(),
    db.delete(releases).where(and(eq(releases.programmeId, programmeId), lt(releases.at, at))),
  ]
}

/** The exact counts, once no later release can go on from them. The figures stay. */
export function forgetCounted(id: ProgrammeId): SQL {
  return sql`UPDATE releases SET figures = (
      SELECT json_group_object(key, json_set(value, '$.counted', json('[]'))) FROM json_each(figures))
    WHERE programme_id = ${id} AND EXISTS (
      SELECT 1 FROM json_each(figures) WHERE json_array_length(value, '$.counted') > 0)`
}
