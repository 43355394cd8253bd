import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** In milliseconds. A reader that began with the old files is done within this time. */
const READ_WITHIN = 24 * 3_600_000

/**
 * Moves files into a folder that others may be reading. `last` moves last, since it names the others.
 * The old files stay for a day.
 */
export async function moveInto(from: string, to: string, last: string): Promise<void> {
  const names = await filesIn(from)
  for (const name of names.toSorted((one, other) => Number(one === last) - Number(other === last))) {
    await mkdir(dirname(join(to, name)), { recursive: true })
    await rename(join(from, name), join(to, name))
  }
  await rm(from, { recursive: true, force: true })
  await forget(to, new Set(names))
}

async function forget(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const before = Date.now() - READ_WITHIN
  for (const name of await filesIn(folder)) {
    const path = join(folder, name)
    if (!kept.has(name) && (await stat(path)).mtimeMs < before) await rm(path, { force: true })
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
