import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

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
  expect(await alive(started)).toEqual([])
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

test('a real browser is there to open a page', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()

  await page.goto('data:text/html,<title>Sotto</title>')
  expect(await page.title()).toBe('Sotto')
  await browser.close()
})

async function health(origin: string): Promise<unknown> {
  return (await fetch(`${origin}/health`)).json()
}
