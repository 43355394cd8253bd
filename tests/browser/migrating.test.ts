import type { D1Database } from '@cloudflare/workers-types'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getPlatformProxy } from 'wrangler'

import { migrate } from '../../scripts/migrate.ts'
import { root } from '../../scripts/root.ts'
import { secretFile } from '../../scripts/state.ts'

test('a migration that fails is named with what to do, and leaves the database as it was before it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-'))
  const folder = join(directory, 'migrations')
  await mkdir(folder)
  const lay = (name: string, sql: string) => writeFile(join(folder, name), sql)
  await lay('1_notes.sql', "CREATE TABLE notes (text TEXT) STRICT; INSERT INTO notes VALUES ('kept');")
  await lay(
    '2_more.sql',
    'ALTER TABLE notes ADD COLUMN more TEXT; DELETE FROM notes; INSERT INTO nowhere VALUES (1);',
  )
  await lay('3_later.sql', 'CREATE TABLE later (id TEXT) STRICT;')

  const failed = await migrate(directory, folder).catch((error: unknown) => error)
  expect(String(failed)).toMatch(/schema\/migrations\/2_more\.sql failed: .*no such table: nowhere/)
  expect(String(failed)).toMatch(/as it was before it.*\n.*Go back to the version that ran before/)
  expect(await readState(directory)).toEqual({ applied: ['1_notes.sql'], notes: [{ text: 'kept' }] })

  await lay('2_more.sql', 'ALTER TABLE notes ADD COLUMN more TEXT;')
  await migrate(directory, folder)
  expect(await readState(directory)).toEqual({
    applied: ['1_notes.sql', '2_more.sql', '3_later.sql'],
    notes: [{ text: 'kept', more: null }],
  })
  await rm(directory, { recursive: true })
})

async function readState(directory: string) {
  const { env, dispose } = await getPlatformProxy<{ readonly DB: D1Database }>({
    ...{ configPath: join(root, 'wrangler.toml'), environment: 'development', remoteBindings: false },
    ...{ envFiles: [secretFile(directory)], persist: { path: join(directory, 'v3') } },
  })
  const [applied, notes] = await env.DB.batch<Readonly<Record<string, unknown>>>([
    env.DB.prepare('SELECT name FROM d1_migrations ORDER BY id'),
    env.DB.prepare('SELECT * FROM notes'),
  ])
  await dispose()
  return { applied: applied?.results.map(({ name }) => name), notes: notes?.results }
}
