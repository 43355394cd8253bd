import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { moveInto } from '../../scripts/move-into.ts'

const LIST = 'list.json'

test('a reader of the list always finds every file it names, old or new', async () => {
  const [built, fresh] = [await folder({ [LIST]: 'a.css', 'a.css': 'old' }), await folder(manyWith('b.css'))]
  const state = { isDone: false }
  const moving = moveInto(fresh, built, LIST).then(() => (state.isDone = true))
  let looks = 0
  while (!state.isDone) {
    const named = await readFile(join(built, LIST), 'utf8')
    expect(existsSync(join(built, named)), named).toBe(true)
    looks += 1
  }
  await moving
  expect(looks).toBeGreaterThan(0)
  expect(await readFile(join(built, LIST), 'utf8')).toBe('b.css')
  expect(existsSync(join(built, 'a.css'))).toBe(true)
  expect(existsSync(fresh)).toBe(false)
})

test('a file that no list named for a day is deleted', async () => {
  const built = await folder({ 'assets/a.css': 'old', 'assets/b.css': 'kept' })
  const longAgo = new Date(Date.now() - 48 * 3_600_000)
  for (const name of ['a.css', 'b.css']) await utimes(join(built, 'assets', name), longAgo, longAgo)
  const fresh = await folder({ [LIST]: 'assets/b.css', 'assets/b.css': 'new' })
  await utimes(join(fresh, 'assets', 'b.css'), longAgo, longAgo)
  await moveInto(fresh, built, LIST)
  expect(existsSync(join(built, 'assets', 'a.css'))).toBe(false)
  expect(await readFile(join(built, 'assets', 'b.css'), 'utf8')).toBe('new')
})

/** The list's name sorts first, and it must still be moved last. */
function manyWith(named: string): Readonly<Record<string, string>> {
  const others = Array.from({ length: 200 }, (_, index) => [`z${index}.js`, 'new'] as const)
  return { [LIST]: named, ...Object.fromEntries(others), [named]: 'new' }
}

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'sotto-files-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), text)
  }
  return path
}
