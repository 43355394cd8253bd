import type { DatabaseSync, DatabaseSyncOptions } from 'node:sqlite'

/** `node:sqlite` calls itself experimental; that is no matter to whoever reads the terminal. */
export async function openQuietly(file: string, options: DatabaseSyncOptions): Promise<DatabaseSync> {
  const warn = process.emitWarning.bind(process)
  process.emitWarning = () => {}
  const sqlite = await import('node:sqlite')
  process.emitWarning = warn
  return new sqlite.DatabaseSync(file, options)
}
