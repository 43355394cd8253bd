import { eq, type SQL, sql } from 'drizzle-orm'

import { diaries, people } from '../../../schema/index.ts'
import type { Decision } from '../../domain/decision.ts'
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

/** A reporting line from this person up, with the diary versions of all in it: a change of any of them is noticed. */
export type ReportingLine = Pick<Decision, 'diaries'> & { readonly superiors: readonly PersonId[] }

export async function findReportingLine(
  db: Database,
  programmeId: ProgrammeId,
  id: PersonId,
): Promise<ReportingLine> {
  const above = superiorsOf(programmeId, id)
  const [[line], versions] = await db.batch([
    db
      .select({ ids: above.as('ids') })
      .from(people)
      .where(eq(people.id, id)),
    db
      .select()
      .from(diaries)
      .where(
        sql`${diaries.personId} = ${id} OR ${diaries.personId} IN (SELECT value FROM json_each(${above}))`,
      ),
  ])
  return { superiors: line ? JSON.parse(line.ids) : [], diaries: versions }
}

/** The superiors as a JSON list, to embed in a query. */
export function superiorsOf(programmeId: ProgrammeId | SQL, id: PersonId | SQL): SQL<string> {
  return sql`(
    WITH RECURSIVE line (id, depth) AS (
      SELECT ${superiorOf(programmeId, sql`${id}`)}, 1
      UNION ALL
      SELECT ${superiorOf(programmeId, sql`line.id`)}, depth + 1 FROM line WHERE line.id IS NOT NULL AND depth < 20
    )
    SELECT json_group_array(id) FROM (SELECT id FROM line WHERE id IS NOT NULL ORDER BY depth))`
}

/** The same for a column of a member: nothing is looked up for somebody who reports to nobody. */
export function superiorsOfMember(programmeId: SQL, id: SQL): SQL<string> {
  return sql`iif((SELECT reports_to FROM members WHERE programme_id = ${programmeId} AND person_id = ${id}) IS NULL,
    '[]', ${superiorsOf(programmeId, id)})`
}

/** The query, for a batch: the superiors of the people that `ids` selects, as JSON lists. */
export function selectSuperiors(db: Database, programmeId: ProgrammeId | SQL, ids: SQL) {
  return db
    .select({ id: people.id, superiors: superiorsOf(programmeId, sql`people.id`) })
    .from(people)
    .where(sql`${people.id} IN ${ids}`)
}

export function toSuperiors(
  rows: readonly { readonly id: PersonId; readonly superiors: string }[],
): (id: PersonId) => readonly PersonId[] {
  const byId = new Map(rows.map(({ id, superiors }) => [id, superiors]))
  return (id) => JSON.parse(byId.get(id) ?? '[]')
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

/** The query, for a batch: whom each of these people reports to. */
export function selectSuperiorOfEach(db: Database, programmeId: ProgrammeId, ids: SQL) {
  return db
    .select({ id: people.id, superior: sql<PersonId | null>`${superiorOf(programmeId, sql`people.id`)}` })
    .from(people)
    .where(sql`${people.id} IN ${ids}`)
}

/** The people that a query selects, and all above them. */
export function closureOf(programmeId: ProgrammeId, ids: SQL): SQL {
  return sql`(WITH RECURSIVE line (id) AS (
    ${ids} UNION SELECT ${superiorOf(programmeId, sql`line.id`)} FROM line WHERE line.id IS NOT NULL)
    SELECT id FROM line WHERE id IS NOT NULL)`
}

/** The superior in this programme; for a person outside it, in another programme. */
function superiorOf(programmeId: ProgrammeId | SQL, id: SQL): SQL {
  return sql`(SELECT reports_to FROM members WHERE person_id = ${id}
    ORDER BY programme_id <> ${programmeId}, programme_id LIMIT 1)`
}
