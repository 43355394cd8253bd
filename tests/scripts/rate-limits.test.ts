import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { withRateLimitTable } from '../../scripts/rate-limits.ts'
import { root } from '../../scripts/root.ts'
import { RATE_LIMITS } from '../../worker/domain/rate-limits.ts'

test('docs/operating.md says how often something may be done as the code does (npm run retention -- --write)', () => {
  const page = readFileSync(join(root, 'docs/operating.md'), 'utf8')
  expect(withRateLimitTable(page)).toBe(page)
})

test('wrangler.toml limits keys as the table does, where it serves and where it is developed', () => {
  const toml = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  const bound = Array.from(
    toml.matchAll(
      /ratelimits\]\]\nname = "(\w+)"\nnamespace_id = "\d+"\nsimple = \{ limit = (\d+), period = (\d+) \}/g,
    ),
    ([, name, limit, period]) => ({ name, most: Number(limit), windowMs: Number(period) * 1000 }),
  )
  const rows = (['key-reads', 'key-writes'] as const).map((limit) => {
    const { most, windowMs } = RATE_LIMITS[limit]
    return { name: limit.replace('-', '_').toUpperCase(), most, windowMs }
  })
  expect(bound).toEqual([...rows, ...rows])
})

/** Where something is counted: every limit by the table, and the openings of a link, which limit nothing. */
const COUNTING = [
  'actions/rate-limit.ts',
  'http/report/by-link.tsx',
  'storage/sign-in/ask.ts',
  'storage/sign-in/sign-in.ts',
]

test('nothing is counted but by the table of limits', () => {
  const files = readdirSync(join(root, 'worker'), { recursive: true, encoding: 'utf8' })
  const counting = files.filter(
    (file) =>
      /\.tsx?$/.test(file) && /\bcount(?:Up|Once)\(/.test(readFileSync(join(root, 'worker', file), 'utf8')),
  )
  expect(counting.toSorted()).toEqual(COUNTING)
})

test('only the header that the platform sets says from which network a request comes', () => {
  const files = readdirSync(join(root, 'worker'), { recursive: true, encoding: 'utf8' })
  const reading = files.filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      /x-forwarded|x-real-ip|true-client-ip|header\('forwarded/i.test(
        readFileSync(join(root, 'worker', file), 'utf8'),
      ),
  )
  expect(reading).toEqual([])
})
