import { type SQL, sql } from 'drizzle-orm'

import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Database } from '../../platform.ts'

/** A person's known superiors in a programme, nearest first. */
export async function listSuperiors(
  db: Database,
  programmeId: ProgrammeId,
  id: PersonId,
): Promise<readonly PersonId[]> {
  const [row] = await db.all<{ ids: string }>(sql`SELECT ${superiorsOf(programmeId, id)} AS ids`)
  return row ? JSON.parse(row.ids) : []
}

/** The superiors as a JSON list, to embed in a query. */
export function superiorsOf(programmeId: ProgrammeId, id: PersonId): SQL<string> {
  return sql`(
    WITH RECURSIVE line (id, depth) AS (
      SELECT ${superiorOf(programmeId, sql`${id}`)}, 1
      UNION ALL
      SELECT ${superiorOf(programmeId, sql`line.id`)}, depth + 1 FROM line WHERE line.id IS NOT NULL AND depth < 20
    )
    SELECT json_group_array(id) FROM (SELECT id FROM line WHERE id IS NOT NULL ORDER BY depth))`
}

/** The superiors of several people, by their ids. */
export async function listLines(
  db: Database,
  programmeId: ProgrammeId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly PersonId[]>> {
  const rows = await db.all<{ person: PersonId; id: PersonId }>(sql`
    WITH RECURSIVE line (person, id, depth) AS (
      SELECT value, ${superiorOf(programmeId, sql`value`)}, 1 FROM json_each(${JSON.stringify(ids)})
      UNION ALL
      SELECT person, ${superiorOf(programmeId, sql`line.id`)}, depth + 1 FROM line
      WHERE line.id IS NOT NULL AND depth < 20
    )
    SELECT person, id FROM line WHERE id IS NOT NULL ORDER BY depth`)
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ person }) => person),
      ([person, all]) => [person, all.map(({ id }) => id)],
    ),
  )
}

/** The superior in this programme; for a person outside it, in another programme. */
function superiorOf(programmeId: ProgrammeId, id: SQL): SQL {
  return sql`(SELECT reports_to FROM members WHERE person_id = ${id}
    ORDER BY programme_id <> ${programmeId}, programme_id LIMIT 1)`
}
