import type { DatabaseSync } from 'node:sqlite'

import { differing, digestsOf } from '../backup/digest.ts'
import { dumpSql } from '../backup/dump.ts'
import { quotedName, schemaOf, tablesOf } from '../backup/schema.ts'
import { orDiskFull } from '../disk-full.ts'

/** Whether nobody is in it: then nothing can be lost. */
export function isEmpty(database: DatabaseSync): boolean {
  if (!tablesOf(database).includes('people')) return true
  return database.prepare('SELECT 1 FROM people LIMIT 1').get() === undefined
}

/** Empties a database of that schema and fills it with another, for one transaction. */
export function* replaceSql(target: DatabaseSync, restored: DatabaseSync): Generator<string> {
  const made = schemaOf(target)
  yield 'PRAGMA defer_foreign_keys=TRUE'
  // Append-only tables would refuse; and a table is dropped empty, so that no row of another points into it.
  for (const { type, name } of made) if (type === 'trigger') yield `DROP TRIGGER ${quotedName(name)}`
  const tables = made.filter(({ type }) => type === 'table').map(({ name }) => quotedName(name))
  for (const name of tables) yield `DELETE FROM ${name}`
  for (const name of tables) yield `DROP TABLE ${name}`
  yield* dumpSql(restored)
}

/**
 * In one transaction of the file, compared before it is committed: whatever stops it, the power too, the database is as
 * it was. `each` is told of every statement, for a test.
 */
export function replaceLocal(
  target: DatabaseSync,
  restored: DatabaseSync,
  each: (statement: string) => void = () => {},
): void {
  target.exec('BEGIN IMMEDIATE')
  try {
    for (const statement of replaceSql(target, restored)) {
      target.exec(statement)
      each(statement)
    }
    refuseDifferent(digestsOf(restored), digestsOf(target), [])
    target.exec('COMMIT')
  } catch (error) {
    // Where the disk is full SQLite has done it itself.
    if (target.isTransaction) target.exec('ROLLBACK')
    throw orDiskFull(error, 'Nothing was restored: the database is as it was.')
  }
}

/** `besides`: tables that the running Worker writes by itself. */
export function refuseDifferent(
  wanted: ReturnType<typeof digestsOf>,
  found: ReturnType<typeof digestsOf>,
  besides: readonly string[],
): void {
  const different = differing(wanted, found).filter((name) => !besides.includes(name))
  if (different.length > 0)
    throw new Error(`The restored database differs from the backup in ${different.join(', ')}.`)
}
