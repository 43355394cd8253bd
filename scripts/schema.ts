import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { placed } from './made-part.ts'
import { migrationNames, migrationText } from './migrate.ts'
import { root } from './root.ts'
import { pictures } from './schema/picture.ts'
import { readTables } from './schema/tables.ts'
import { openSqlite } from './sqlite.ts'

const PAGE = join(root, 'docs/schema.md')

/** The page with pictures of the tables as the migrations leave them. */
export async function withSchema(page: string): Promise<string> {
  const database = await openSqlite()
  for (const name of await migrationNames()) database.exec(await migrationText(name))
  const tables = readTables(database)
  database.close()
  return placed(page, 'schema', pictures(tables))
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(PAGE, await withSchema(readFileSync(PAGE, 'utf8')))
