import { type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../platform.ts'

/** The names of the questions that find at least one row, in one query. EXISTS stops at the first row. */
export async function listAnswered(
  db: Database,
  questions: Readonly<Record<string, SQL>>,
): Promise<ReadonlySet<string>> {
  const columns = Object.entries(questions).map(
    ([name, question]) => sql`EXISTS (${question}) AS ${sql.identifier(name)}`,
  )
  const [row = {}] = await db.all<Record<string, number>>(sql`SELECT ${sql.join(columns, sql`, `)}`)
  return new Set(Object.entries(row).flatMap(([name, isThere]) => (isThere ? [name] : [])))
}

/** The ids that a question finds. */
export async function listIds<Id>(db: Database, question: SQL): Promise<readonly Id[]> {
  const rows = await db.all<{ readonly id: Id }>(question)
  return rows.map(({ id }) => id)
}
