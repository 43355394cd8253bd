import { existsSync } from 'node:fs'
import { readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

import { moveInto } from './move-into.ts'
import { root } from './root.ts'
import { run } from './run.ts'

const CONFIG = join(root, 'web', 'vite.config.ts')
const BUILT = join(root, 'web', 'dist')
const NAMED = join('.vite', 'manifest.json')
const MANIFEST = join(BUILT, NAMED)
const SOURCES = ['web', 'worker/domain', 'scripts/inline.ts', 'package-lock.json']

/** Builds the web part when a source is newer than the build. */
export async function buildWeb(): Promise<void> {
  if (!existsSync(MANIFEST) || (await newest(SOURCES)) > (await changed(MANIFEST))) await build()
}

/** Builds now and after each edit; resolves after the first build. */
export async function watchWeb(): Promise<void> {
  const { build: viteBuild } = await import('vite')
  const watcher = await viteBuild({ configFile: CONFIG, logLevel: 'warn', build: { watch: {} } })
  if (!('on' in watcher)) return

  const { promise, resolve } = Promise.withResolvers<void>()
  watcher.on('event', ({ code }) => (code === 'END' ? resolve() : undefined))
  await promise
}

/**
 * Builds in a folder beside and moves the files in, so that a running server or test run never misses a file. The build
 * carries the time it started, so that no later edit is missed.
 */
async function build(): Promise<void> {
  const started = new Date()
  const fresh = `${BUILT}-${process.pid}`

  await run('vite', ['build', '-c', CONFIG, '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'])
  await utimes(join(fresh, NAMED), started, started)
  await moveInto(fresh, BUILT, NAMED)
}

async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(paths.map((path) => newestIn(join(root, path))))
  return Math.max(0, ...times)
}

async function newestIn(path: string): Promise<number> {
  // Other runs build in folders beside, which come and go.
  if (path.startsWith(BUILT)) return 0
  const found = await stat(path)
  if (!found.isDirectory()) return found.mtimeMs

  const inside = await readdir(path)
  const times = await Promise.all(inside.map((name) => newestIn(join(path, name))))
  return Math.max(0, ...times)
}

async function changed(path: string): Promise<number> {
  return (await stat(path)).mtimeMs
}
