import './quiet.ts'
import type { D1Database } from '@cloudflare/workers-types'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getPlatformProxy, unstable_splitSqlQuery } from 'wrangler'

import { root } from './root.ts'
import { developmentSecrets, secretFile } from './state.ts'

const FOLDER = join(root, 'schema', 'migrations')
/** The same table as wrangler's, so that `wrangler d1 migrations` finds what was applied here. */
const APPLIED = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

/**
 * Migrates the local database of a state directory; a file of applied names saves opening it again. Throws with a
 * sentence that names the file which failed; of that file nothing is applied.
 */
export async function migrate(directory: string, folder = FOLDER): Promise<void> {
  const note = join(directory, 'migrated.txt')
  const names = await migrationNames(folder)
  const noted = existsSync(join(directory, 'v3', 'd1')) && (await readFile(note, 'utf8').catch(() => ''))
  if (noted === names.join('\n')) return

  await developmentSecrets(directory)
  await applyTo(directory, folder, names)
  await writeFile(note, names.join('\n'))
}

/** The texts of the migrations, in the order they are applied. */
export async function migrationTexts(): Promise<readonly string[]> {
  const names = await migrationNames()
  return Promise.all(names.map((name) => migrationText(name)))
}

/** The text of one migration. */
export function migrationText(name: string, folder = FOLDER): Promise<string> {
  return readFile(join(folder, name), 'utf8')
}

/** In the order they are applied. */
export async function migrationNames(folder = FOLDER): Promise<readonly string[]> {
  const names = await readdir(folder)
  return names.filter((name) => name.endsWith('.sql')).toSorted()
}

/** Runs in this process: wrangler's own command starts a new runtime for each file. */
async function applyTo(directory: string, folder: string, names: readonly string[]): Promise<void> {
  const { env, dispose } = await getPlatformProxy<{ readonly DB: D1Database }>({
    configPath: join(root, 'wrangler.toml'),
    environment: 'development',
    envFiles: [secretFile(directory)],
    persist: { path: join(directory, 'v3') },
    remoteBindings: false,
  })
  try {
    await env.DB.prepare(APPLIED).run()
    const { results } = await env.DB.prepare('SELECT name FROM d1_migrations').all<{
      readonly name: string
    }>()
    const applied = new Set(results.map(({ name }) => name))
    for (const name of names) if (!applied.has(name)) await apply(env.DB, folder, name)
  } finally {
    await dispose()
  }
}

/** One file and its line in the list, in one batch: all of it or nothing. */
async function apply(database: D1Database, folder: string, name: string): Promise<void> {
  try {
    const statements = unstable_splitSqlQuery(await readFile(join(folder, name), 'utf8'))
    await database.batch([
      ...statements.map((statement) => database.prepare(statement)),
      database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
    ])
  } catch (error) {
    throw new Error(failureOf(name, error), { cause: error })
  }
}

function failureOf(name: string, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return [
    `The migration schema/migrations/${name} failed: ${why}`,
    'Nothing of this file was applied: the database is as it was before it, and nothing in it is lost.',
    'Go back to the version that ran before, which works with it, or mend the cause and start again.',
  ].join('\n')
}
