import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

import type { Run } from '../run.ts'
import { openSqlite } from '../sqlite.ts'

/** Reads with one snapshot, whoever writes meanwhile. */
export function inOneSnapshot<Value>(database: DatabaseSync, read: () => Value): Value {
  database.exec('BEGIN')
  try {
    return read()
  } finally {
    database.exec('ROLLBACK')
  }
}

/** The deployed database as D1 exports it, in memory: what cannot be imported again shows here, not on the day it is needed. */
export async function exportRemote(ran: Run): Promise<DatabaseSync> {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-export-'))
  const file = join(folder, 'export.sql')
  try {
    await ran('wrangler', ['d1', 'export', 'DB', '--remote', '--skip-confirmation', '--output', file])
    // What D1 writes makes a row before the table that it points to; so it is looked at afterwards.
    return await inMemory(await readFile(file, 'utf8'), { checksRows: false })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Throws with a sentence where the statements do not run, or rows point to others that are not there. */
export async function inMemory(sql: string, { checksRows = true } = {}): Promise<DatabaseSync> {
  const database = await openSqlite()
  try {
    database.exec(`PRAGMA foreign_keys = ${checksRows ? 'ON' : 'OFF'}`)
    database.exec('BEGIN')
    database.exec('PRAGMA defer_foreign_keys=TRUE')
    database.exec(sql)
    database.exec('COMMIT')
    if (database.prepare('PRAGMA foreign_key_check').get())
      throw new Error('rows point to others that are not there')
    return database
  } catch (error) {
    database.close()
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The statements cannot be imported: ${why}`, { cause: error })
  }
}
