import type { DatabaseSync } from 'node:sqlite'

/** A table, index or trigger that is ours, as it was made. */
export type Made = { readonly type: string; readonly name: string; readonly sql: string }

/** Tables first, then indexes, then triggers, each as they were made; none of SQLite's and D1's own. */
export function schemaOf(database: DatabaseSync): readonly Made[] {
  return database
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
       ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid`,
    )
    .all()
    .map(({ type, name, sql }) => ({ type: String(type), name: String(name), sql: String(sql) }))
}

export function tablesOf(database: DatabaseSync): readonly string[] {
  return schemaOf(database).flatMap(({ type, name }) => (type === 'table' ? [name] : []))
}

/** The ids that `AUTOINCREMENT` has given, which go on after a restore too. */
export function hasSequences(database: DatabaseSync): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'").get() !== undefined
}

/** Columns that are stored, in order. */
export function columnsOf(database: DatabaseSync, table: string): readonly string[] {
  return database
    .prepare(`SELECT name FROM pragma_table_info(?)`)
    .all(table)
    .map(({ name }) => String(name))
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
