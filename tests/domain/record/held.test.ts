import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../../scripts/root.ts'
import { HELD } from '../../../worker/domain/record/held.ts'
import { LOOK_ROUTES } from '../../../worker/domain/record/look-route.ts'
import { routes } from '../../../worker/http/routes.ts'

/** Every column of an id of a person, by table. */
const columns = globSync('schema/*.ts', { cwd: root }).flatMap((file) =>
  readFileSync(join(root, file), 'utf8')
    .split(/sqliteTable\(/)
    .slice(1)
    .flatMap((table) => {
      const [, name = ''] = /^\s*'(\w+)'/.exec(table) ?? []
      return [...table.matchAll(/\bid\('(\w+)', 'per'\)/g)].map(([, column]) => `${name}.${column}`)
    }),
)

test('every column that points to a person stands in his record, or there is a reason why not', () => {
  expect(columns.length).toBeGreaterThan(35)
  expect(columns.filter((each) => HELD[each] === undefined)).toEqual([])
  expect(Object.keys(HELD).filter((each) => !columns.includes(each))).toEqual([])
})

test('every route by which somebody can look is one of ours', () => {
  const paths = routes.map(({ path }) => path)
  expect(LOOK_ROUTES.filter((each) => !paths.includes(each))).toEqual([])
})
