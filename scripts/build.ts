import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

import { root } from './root.ts'
import { run } from './run.ts'

const CONFIG = join(root, 'web', 'vite.config.ts')
const BUILT = join(root, 'web', 'dist')
const MANIFEST = join(BUILT, '.vite', 'manifest.json')
const SOURCES = ['web', 'worker/domain', 'package-lock.json']

/** Builds the web part where a source is newer than what was built. */
export async function buildWeb(): Promise<void> {
  if (!existsSync(MANIFEST) || (await newest(SOURCES)) > (await changed(MANIFEST))) await build()
}

/** Builds now and after each edit; resolves after the first time. */
export async function watchWeb(): Promise<void> {
  const { build: viteBuild } = await import('vite')
  const watcher = await viteBuild({ configFile: CONFIG, logLevel: 'warn', build: { watch: {} } })
  if (!('on' in watcher)) return

  const { promise, resolve } = Promise.withResolvers<void>()
  watcher.on('event', ({ code }) => (code === 'END' ? resolve() : undefined))
  await promise
}

/** Builds beside and swaps, so that a running server never misses a file; dated by its start, so that no edit is missed. */
async function build(): Promise<void> {
  const started = new Date()
  const fresh = `${BUILT}-${process.pid}`
  const old = `${fresh}-old`

  await run('vite', ['build', '-c', CONFIG, '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'])
  await rename(BUILT, old).catch(() => {})
  await rename(fresh, BUILT).catch(() => rm(fresh, { recursive: true, force: true }))
  await rm(old, { recursive: true, force: true })
  await utimes(MANIFEST, started, started)
}

async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(paths.map((path) => newestIn(join(root, path))))
  return Math.max(0, ...times)
}

async function newestIn(path: string): Promise<number> {
  const found = await stat(path)
  if (!found.isDirectory()) return found.mtimeMs

  const inside = await readdir(path, { withFileTypes: true, recursive: true })
  const files = inside.filter((entry) => entry.isFile() && !entry.parentPath.startsWith(BUILT))
  const times = await Promise.all(files.map((entry) => changed(join(entry.parentPath, entry.name))))
  return Math.max(0, ...times)
}

async function changed(path: string): Promise<number> {
  return (await stat(path)).mtimeMs
}
