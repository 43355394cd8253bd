import type { Ask } from '../../worker/storage/fsck/check.ts'
import { openSqlite } from '../sqlite.ts'
import { localFile } from '../state-file.ts'

export type Reading = { readonly ask: Ask; readonly close: () => void }

/** The database of a state directory that nobody serves, read only. */
export async function readDatabase(directory: string): Promise<Reading> {
  const file = await localFile(directory)
  if (!file) throw new Error(`There is no database in ${directory}.`)
  const database = await openSqlite(file, { readOnly: true })
  return {
    ask: (questions) => Promise.resolve(questions.map((each) => database.prepare(each).all())),
    close: () => database.close(),
  }
}
