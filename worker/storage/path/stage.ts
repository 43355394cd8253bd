import { type SQL, sql } from 'drizzle-orm'

import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { type Stage, stageOf, STAGES } from '../../domain/path/stage.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Database } from '../../platform.ts'

type Keeper = Pick<Programme, 'id' | 'policy'>

/**
 * The stage of each executive of a programme, with whichever mentor. Each act is one EXISTS, so that a long history
 * costs no more. Null: the programme keeps no stages.
 */
export async function listStages(
  db: Database,
  { id, policy }: Keeper,
): Promise<ReadonlyMap<PersonId, Stage> | null> {
  return policy.stages ? stagesOf(db, id, sql``) : null
}

/** The stage of one executive; null: the programme keeps no stages. */
export async function findStage(
  db: Database,
  { id, policy }: Keeper,
  personId: PersonId,
): Promise<Stage | null> {
  if (!policy.stages) return null
  const stages = await stagesOf(db, id, sql`AND person_id = ${personId}`)
  return stages.get(personId) ?? 'curious'
}

async function stagesOf(
  db: Database,
  programmeId: ProgrammeId,
  only: SQL,
): Promise<ReadonlyMap<PersonId, Stage>> {
  const rows = await db.all<{ id: PersonId; act: Stage }>(sql`
    SELECT person_id AS id, acts.value AS act
    FROM memberships, json_each(${JSON.stringify(STAGES)}) AS acts
    WHERE memberships.programme_id = ${programmeId} AND role = 'executive' ${only} AND EXISTS (
      SELECT 1 FROM outcomes JOIN sessions ON sessions.id = outcomes.session_id
      WHERE outcomes.executive_id = memberships.person_id AND evidence = acts.value AND replaced = 0
        AND sessions.programme_id = ${programmeId})`)
  const grouped = Map.groupBy(rows, ({ id }) => id)
  return new Map(Array.from(grouped, ([id, all]) => [id, stageOf(all.map(({ act }) => act))]))
}
