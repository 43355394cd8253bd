import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'
import { SPECIMENS } from '../../web/specimens/book.ts'

const components = globSync('web/pages/**/*.tsx', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .flatMap((source) => Array.from(source.matchAll(/^export (?:function|const) (\w+Page)\b/gm)))
  .map(([, name = '']) => name)

test('every page of the house stands in the specimen book, once', () => {
  expect(components.length).toBeGreaterThan(40)
  expect(SPECIMENS.map(({ page }) => page).toSorted()).toEqual(components.toSorted())
})
