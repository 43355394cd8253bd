import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { withClockTable } from '../../scripts/clock.ts'
import { root } from '../../scripts/root.ts'

test('docs/operating.md says what the clock does as the code does (npm run clock -- --write)', () => {
  const page = readFileSync(join(root, 'docs/operating.md'), 'utf8')
  expect(withClockTable(page)).toBe(page)
})
