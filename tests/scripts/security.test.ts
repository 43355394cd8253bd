import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'

type Row = { readonly ids: readonly string[]; readonly state: string; readonly how: string }

/** `1.2: 1 2 3`: the numbers of levels 1 and 2, and those of level 3 that are wanted, by section. */
const wanted = textOf('tests/fixtures/asvs-5.0-level-2.txt')
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [section = '', numbers = ''] = line.split(': ')
    return numbers.split(' ').map((number) => `${section}.${number}`)
  })
const page = textOf('docs/security.md')
const rows = Array.from(
  page.matchAll(/^\| (\d+\.\d+\.\d+)(?:–(\d+\.\d+\.\d+))? \| ([^|]+) \| (.+) \|$/gm),
  ([, first = '', last = first, state = '', how = '']): Row => ({ ids: between(first, last), state, how }),
)

test('the table has every wanted requirement of ASVS 5.0 once, and no other', () => {
  expect(wanted.length).toBeGreaterThan(250)
  expect(rows.flatMap(({ ids }) => ids)).toEqual(wanted)
})

test('every requirement is met, does not apply or is open, and says how or why', () => {
  for (const { ids, state, how } of rows) {
    expect(['met', 'n/a', 'open'], ids[0]).toContain(state)
    expect(how.length, ids[0]).toBeGreaterThan(5)
  }
})

test('the promises say how many requirements are open', () => {
  const open = rows.filter(({ state }) => state === 'open').flatMap(({ ids }) => ids)
  const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
  expect(textOf('docs/promises.md')).toContain(`each requirement, ${words[open.length]} of which are open`)
})

/** All wanted ones from the first to the last. */
function between(first: string, last: string): readonly string[] {
  const [from, to] = [wanted.indexOf(first), wanted.indexOf(last)]
  return from < 0 || to < from ? [first, last] : wanted.slice(from, to + 1)
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
