import { and, eq, isNotNull } from 'drizzle-orm'

import { outcomes, sessions } from '../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../domain/ids.ts'
import { type Stage, stageOf } from '../domain/stages.ts'
import type { Database } from '../platform.ts'

/** How far each executive of a programme was seen to come, whoever his mentor was. */
export async function listStages(
  db: Database,
  programmeId: ProgrammeId,
): Promise<ReadonlyMap<PersonId, Stage>> {
  const rows = await db
    .selectDistinct({ executiveId: sessions.executiveId, evidence: outcomes.evidence })
    .from(outcomes)
    .innerJoin(sessions, eq(sessions.id, outcomes.sessionId))
    .where(
      and(eq(sessions.programmeId, programmeId), eq(outcomes.replaced, false), isNotNull(outcomes.evidence)),
    )
  const grouped = Map.groupBy(rows, ({ executiveId }) => executiveId)
  return new Map(Array.from(grouped, ([id, all]) => [id, stageOf(all.map(({ evidence }) => evidence))]))
}
