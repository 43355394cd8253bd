import './quiet.ts'
import type { D1Database } from '@cloudflare/workers-types'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getPlatformProxy, unstable_splitSqlQuery } from 'wrangler'

import { root } from './root.ts'
import { developmentSecret, secretFile } from './state.ts'

const FOLDER = join(root, 'schema', 'migrations')
/** The same table as wrangler's, so that `wrangler d1 migrations` finds what was applied here. */
const APPLIED = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

/** Migrates the local database of a state directory; a file of applied names saves opening it again. */
export async function migrate(directory: string): Promise<void> {
  const note = join(directory, 'migrated.txt')
  const names = await migrationNames()
  const noted = existsSync(join(directory, 'v3', 'd1')) && (await readFile(note, 'utf8').catch(() => ''))
  if (noted === names.join('\n')) return

  await developmentSecret(directory)
  await applyTo(directory, names)
  await writeFile(note, names.join('\n'))
}

/** The texts of the migrations, in the order they are applied. */
export async function migrationTexts(): Promise<readonly string[]> {
  const names = await migrationNames()
  return Promise.all(names.map((name) => readFile(join(FOLDER, name), 'utf8')))
}

async function migrationNames(): Promise<readonly string[]> {
  const names = await readdir(FOLDER)
  return names.filter((name) => name.endsWith('.sql')).toSorted()
}

/** Runs in this process: wrangler's own command starts a new runtime for each file. */
async function applyTo(directory: string, names: readonly string[]): Promise<void> {
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
    for (const name of names) if (!applied.has(name)) await apply(env.DB, name)
  } finally {
    await dispose()
  }
}

/** One file and its line in the list, in one batch. */
async function apply(database: D1Database, name: string): Promise<void> {
  const statements = unstable_splitSqlQuery(await readFile(join(FOLDER, name), 'utf8'))
  await database.batch([
    ...statements.map((statement) => database.prepare(statement)),
    database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
  ])
}
