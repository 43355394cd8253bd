import { type SQL, sql } from 'drizzle-orm'

import type { PersonId } from '../../domain/ids.ts'
import type { Database } from '../../platform.ts'

/** A person's superiors, nearest first, as far as they are known here. */
export async function listSuperiors(db: Database, id: PersonId): Promise<readonly PersonId[]> {
  const [row] = await db.all<{ ids: string }>(sql`SELECT ${superiorsOf(id)} AS ids`)
  return row ? JSON.parse(row.ids) : []
}

/** The same within another reading: a JSON list. */
export function superiorsOf(id: PersonId): SQL<string> {
  return sql`(
    WITH RECURSIVE line (id, depth) AS (
      SELECT reports_to, 1 FROM people WHERE id = ${id} AND reports_to IS NOT NULL
      UNION ALL
      SELECT people.reports_to, depth + 1 FROM people JOIN line ON people.id = line.id
      WHERE people.reports_to IS NOT NULL AND depth < 20
    )
    SELECT json_group_array(id) FROM (SELECT id FROM line ORDER BY depth))`
}

/** The same for several people at once, by their ids. */
export async function listLines(
  db: Database,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly PersonId[]>> {
  const rows = await db.all<{ person: PersonId; id: PersonId }>(sql`
    WITH RECURSIVE line (person, id, depth) AS (
      SELECT id, reports_to, 1 FROM people
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND reports_to IS NOT NULL
      UNION ALL
      SELECT line.person, people.reports_to, depth + 1 FROM people JOIN line ON people.id = line.id
      WHERE people.reports_to IS NOT NULL AND depth < 20
    )
    SELECT person, id FROM line ORDER BY depth`)
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ person }) => person),
      ([person, all]) => [person, all.map(({ id }) => id)],
    ),
  )
}
