import type { DatabaseSync } from 'node:sqlite'

/** In memory unless a file is named. `node:sqlite` calls itself experimental; that is no matter to whoever reads the terminal. */
export async function openSqlite(
  file = ':memory:',
  { readOnly = false, timeout = 5_000 }: { readonly readOnly?: boolean; readonly timeout?: number } = {},
): Promise<DatabaseSync> {
  const warn = process.emitWarning.bind(process)
  process.emitWarning = () => {}
  const { DatabaseSync } = await import('node:sqlite')
  process.emitWarning = warn
  return new DatabaseSync(file, { readOnly, timeout })
}
