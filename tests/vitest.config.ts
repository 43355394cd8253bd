import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

import { buildWeb } from '../scripts/build.ts'
import '../scripts/quiet.ts'
import { root } from '../scripts/root.ts'
import { temporaryFilesInMemory } from './support/temporary-files.ts'

process.env['SECRET'] = 'a-secret-that-only-tests-know-of-0123456789'
process.env['SEALING_KEYS'] = 'tests=YS1rZXktdGhhdC1vbmx5LXRlc3RzLWtub3ctb2YtMDE='
temporaryFilesInMemory()
await buildWeb()

/** Rules and texts, in plain Node, without database or Worker. */
const DOMAIN = [
  'tests/domain/**/*.test.ts',
  'tests/scripts/**/*.test.ts',
  'tests/imports.test.ts',
  'tests/letters/**/*.test.ts',
  'tests/pages/**/*.test.{ts,tsx}',
  'tests/delivery/out/mime.test.ts',
  'tests/delivery/in/read-*.test.ts',
  'tests/delivery/mailer/smtp*.test.ts',
]
/** The whole application: built, started, driven by a browser. */
const BROWSER = [
  'tests/browser/**/*.test.ts',
  'tests/scripts/load.test.ts',
  'tests/scripts/production.test.ts',
  'tests/scripts/simulate.test.ts',
  'tests/scripts/kill.test.ts',
]

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } } as const

export default defineConfig({
  root,
  cacheDir: join(root, 'node_modules', '.cache', 'vitest'),
  test: {
    silent: 'passed-only',
    // At least two: half of the time is spent waiting for a database or a browser.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ...jsx,
        test: {
          name: 'domain',
          include: DOMAIN,
          exclude: BROWSER,
          isolate: false,
          // What may take how long is said by processor time; the clock on the wall also counts the neighbours.
          testTimeout: 20_000,
        },
      },
      {
        ...jsx,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: join(root, 'wrangler.toml'), environment: 'development' },
            miniflare: {
              bindings: {
                ORIGIN: 'https://sotto.example',
                SEED: 'none',
                LONG: process.env['LONG'] ?? '',
                LETTER_LIVES: process.env['LETTER_LIVES'] ?? '',
                LETTER_SEED: process.env['LETTER_SEED'] ?? '',
                GROWTH: process.env['GROWTH'] ?? '',
                CANARY_SEED: process.env['CANARY_SEED'] ?? '',
                MODEL_COMMANDS: process.env['MODEL_COMMANDS'] ?? '',
                MODEL_SEED: process.env['MODEL_SEED'] ?? '',
                MODEL_RACES: process.env['MODEL_RACES'] ?? '',
                MIGRATIONS: await readD1Migrations(join(root, 'schema', 'migrations')),
                API_PAGE: await readFile(join(root, 'docs/api.md'), 'utf8'),
                FIRST_RELEASE: await readFile(join(root, 'tests', 'fixtures', 'first-release.sql'), 'utf8'),
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          include: ['tests/{actions,delivery,faults,http,jobs,journeys,model,storage}/**/*.test.{ts,tsx}'],
          exclude: [...DOMAIN, ...BROWSER],
          setupFiles: ['tests/support/reset-database.ts'],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: BROWSER,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
