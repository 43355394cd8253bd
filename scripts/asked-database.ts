import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { remoteRows } from './remote-rows.ts'
import type { Run } from './run.ts'

/** A database that is asked by texts: the deployed one, or that of STATE_DIR. */
export type Asked = {
  readonly read: (query: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly write: (statements: readonly string[]) => Promise<void>
}

export function localDatabase(directory: string, ran: Run): Asked {
  return databaseAt(['--local', '--env', 'development', '--persist-to', directory], ran)
}

/** By wrangler and its sign-in. */
export function databaseAt(where: readonly string[], ran: Run): Asked {
  const execute = (words: readonly string[]) => ran('wrangler', ['d1', 'execute', 'DB', ...where, ...words])
  return {
    read: async (query) => remoteRows(await execute(['--json', '--command', query])),
    write: async (statements) => {
      const directory = await mkdtemp(join(tmpdir(), 'sotto-keys-'))
      const file = join(directory, 'statements.sql')
      await writeFile(file, `${statements.join(';\n')};\n`, { mode: 0o600 })
      await execute(['--yes', '--file', file]).finally(() => rm(directory, { recursive: true }))
    },
  }
}
