import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** `column IN (…)` with one bound parameter, however long the list is: D1 allows a hundred in a statement. */
export function isAmong(column: SQLWrapper, values: readonly string[]): SQL {
  return sql`${column} IN ${listOf(values)}`
}

/** A list for `IN`, as one bound parameter. */
export function listOf(values: readonly string[]): SQL {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`
}
