import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'
import { openBrowser } from '../support/browser.ts'
import { alive, descendants } from '../support/processes.ts'
import { startServer } from '../support/server.ts'

test('servers run side by side, say where and for whom, and SIGTERM ends them with all that they started', async () => {
  const [one, other] = await Promise.all([startServer(), startServer({ env: { SEED: 'none' } })])
  const started = [...(await descendants(one.pid)), ...(await descendants(other.pid))]

  expect(await health(one.origin)).toEqual({ ok: true })
  expect(await health(other.origin)).toEqual({ ok: true })
  expect(one.printed()).toContain(one.origin)
  for (const { name, signIn } of await one.people()) expect(one.printed()).toContain(signIn ?? name)
  expect(await other.people()).toEqual([])
  expect(started.length).toBeGreaterThanOrEqual(4)

  expect(await Promise.all([one.stop(), other.stop()])).toEqual([0, 0])
  // The system takes a moment to end what was killed, longer when it is busy.
  await expect.poll(() => alive(started), { timeout: 5000 }).toEqual([])
  await expect(health(one.origin)).rejects.toThrow()
})

test('a restart on the same state keeps people, mail and the secret, which only its owner can read', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-'))
  const file = join(directory, 'secrets.env')

  const first = await startServer({ directory })
  const people = (await first.people()).map(({ id, email }) => [id, email])
  const mail = await first.mail()
  const secret = await readFile(file, 'utf8')
  await first.stop()

  const second = await startServer({ directory })
  expect(people.length).toBeGreaterThan(0)
  expect((await second.people()).map(({ id, email }) => [id, email])).toEqual(people)
  expect(await second.mail()).toEqual(mail)
  expect(await readFile(file, 'utf8')).toBe(secret)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await second.stop()
  await rm(directory, { recursive: true })
})

test('one state directory serves once, by whatever path, and is free again when its server was killed', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-'))
  const linked = `${directory}-linked`
  await symlink(directory, linked)
  const first = await startServer({ directory })
  const started = await descendants(first.pid)
  const people = await first.people()

  const paths = [directory, linked, relative(root, directory)]
  const refused = await Promise.allSettled(paths.map((path) => startServer({ directory: path })))
  for (const each of refused)
    expect(each).toMatchObject({
      status: 'rejected',
      reason: {
        message: expect.stringMatching(refusalOf(`process ${first.pid} serves it at ${first.origin}`)),
      },
    })
  const emptied = spawnSync(process.execPath, ['scripts/reset.ts'], inState(directory))
  expect(emptied).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/is running on[^]*STATE_DIR=… npm run reset\./),
  })
  expect(await first.people()).toEqual(people)

  process.kill(first.pid, 'SIGKILL')
  const both = await Promise.allSettled([startServer({ directory }), startServer({ directory: linked })])
  const [winner, ...more] = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const [loser] = both.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))
  expect(more).toEqual([])
  await expect.poll(() => alive(started), { timeout: 5000 }).toEqual([])
  expect(await winner?.people()).toMatchObject(people.map(({ id }) => ({ id })))
  expect(loser).toMatch(refusalOf(`process ${winner?.pid} serves it at`))

  expect(await winner?.stop()).toBe(0)
  await rm(linked)
  await rm(directory, { recursive: true })
})

test('a real browser is there to open a page', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()

  await page.goto('data:text/html,<title>Sotto</title>')
  expect(await page.title()).toBe('Sotto')
  await browser.close()
})

/** The exit code, and a sentence with who has it. */
function refusalOf(who: string): RegExp {
  return new RegExp(
    `ended \\(1\\):\\s+Sotto is running on \\S+ already: ${who}.* End that one \\(kill \\d+\\)`,
  )
}

function inState(directory: string) {
  return { cwd: root, encoding: 'utf8', env: { ...process.env, STATE_DIR: directory } } as const
}

async function health(origin: string): Promise<unknown> {
  return (await fetch(`${origin}/health`)).json()
}
