import '../../scripts/quiet.ts'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'

import { MAX_START_MS, MAX_WORKER_KIB, startOf, weightOf } from '../../scripts/deploying/dry-run.ts'
import { root } from '../../scripts/root.ts'
import { run } from '../../scripts/run.ts'
import { readLock } from '../../scripts/sbom/lock.ts'
import { shippedPlaces } from '../../scripts/sbom/shipped.ts'
import { builtPackages } from '../support/built-packages.ts'

/** Development only: its routes, its switches, its store of captured mail, the demo cast. */
const DEVELOPMENT = [
  '/dev/',
  'TEST_NOW',
  'MAIL_FAIL',
  'MAILBOX',
  'people.json',
  'mail.json',
  'northwind.example',
  'Specimens',
]

const directory = await mkdtemp(join(tmpdir(), 'sotto-built-'))
afterAll(() => rm(directory, { recursive: true }))
const production = await built(directory, 'index.js', '--env=')

test('what is uploaded is no heavier than `npm run deploy -- --dry-run` allows', () => {
  expect(weightOf(production)).toBeLessThan(MAX_WORKER_KIB)
  expect(weightOf(production)).toBeGreaterThan(100)
})

test('the Worker is at work before its first request no longer than the platform allows', async () => {
  const start = await startOf(run, directory)
  expect(start).toBeGreaterThan(10)
  expect(start).toBeLessThan(MAX_START_MS)
})

test('every package that is built into the Worker or a browser’s file is required in the bill of materials', async () => {
  await run('vite', [
    'build',
    'web',
    '--sourcemap',
    '--outDir',
    join(directory, 'web'),
    '--logLevel',
    'error',
  ])
  const installed = readLock()
  const shipped = shippedPlaces(installed)
  const required = installed.filter(({ at }) => shipped.has(at)).map(({ name }) => name)
  const packages = builtPackages(directory)

  expect(packages).toEqual(
    expect.arrayContaining(['hono', 'postal-mime', 'preact', '@fullcalendar/timegrid']),
  )
  expect(packages.filter((name) => !required.includes(name))).toEqual([])
})

test('nothing that serves development is in the production build', async () => {
  const development = await built(join(directory, 'development'), 'development.js', '--env', 'development')

  expect(DEVELOPMENT.filter((word) => !development.includes(word))).toEqual([])
  expect(DEVELOPMENT.filter((word) => production.includes(word))).toEqual([])

  const server = createTestHarness({
    root,
    workers: [
      {
        configPath: 'wrangler.toml',
        prebuiltWorkerDir: directory,
        secrets: {
          SECRET: 'kb6Lm0lqX0cUzT2mS2h1vY9pQJr4w8e5nA7dGfHtBx0=',
          SEALING_KEYS: 'k1=x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0=',
        },
        vars: { ORIGIN: 'https://sotto.company.com', REPLY_DOMAIN: 'reply.company.com' },
      },
    ],
  })
  await server.listen()
  await server.getWorker().applyD1Migrations('DB')

  expect(
    await answers(server, [
      '/health',
      '/dev',
      '/dev/people.json',
      '/dev/mail.json',
      '/dev/clock',
      '/dev/tick',
      '/dev/pages',
      '/dev/pages/sign-in/usual',
    ]),
  ).toEqual({
    '/health': 200,
    '/dev': 404,
    '/dev/people.json': 404,
    '/dev/mail.json': 404,
    '/dev/clock': 404,
    '/dev/tick': 404,
    '/dev/pages': 404,
    '/dev/pages/sign-in/usual': 404,
  })

  await server.close()
})

async function built(directory: string, entry: string, ...words: readonly string[]): Promise<string> {
  await run('wrangler', ['deploy', '--dry-run', '--outdir', directory, ...words])
  return readFile(join(directory, entry), 'utf8')
}

async function answers(server: ReturnType<typeof createTestHarness>, paths: readonly string[]) {
  const asked = paths.map(async (path) => [path, (await server.fetch(path)).status] as const)
  return Object.fromEntries(await Promise.all(asked))
}
