import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { costs } from '../../scripts/costs.ts'
import { root } from '../../scripts/root.ts'

const textOf = (name: string) => readFileSync(join(root, name), 'utf8').replaceAll(/ +/g, ' ')

test('docs/deploying.md has the costs that follow from what docs/performance.md counts (npm run costs)', () => {
  const rows = costs().split('\n').slice(2)
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(textOf('docs/deploying.md')).toContain(row)
})

test('ten times as many people cost more rows, and a page without the counts is refused', () => {
  const [small, , large] = costs().split('\n').slice(2)
  expect(small).toMatch(/^\| 20 \|.+\| \$5 \|$/)
  expect(large).toMatch(/^\| 2000 \|.+\| \$\d{2,3} \|$/)
  expect(() => costs('nothing')).toThrow('has other rows')
})
