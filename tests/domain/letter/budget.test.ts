import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../../scripts/root.ts'
import { MAIL_BUDGETS, overBudget, type Spent } from '../../../worker/domain/letter/budget.ts'

const READER = 'claude@northwind.example'

test('docs/product.md has the rows of the mail budget, one for one', () => {
  const lines = readFileSync(join(root, 'docs/product.md'), 'utf8').split('\n')
  const written = lines.flatMap((line) => {
    const [, mail, counts, most, per] =
      /^\| ([^|]+) \| (counted|apart) \| (\d+) \| ([^|]+) \| .+ \|$/.exec(line) ?? []
    return mail && per ? [{ mail, counts, most: Number(most), per: per.split(', ') }] : []
  })

  expect(written).toEqual(MAIL_BUDGETS)
})

test.each(MAIL_BUDGETS)('one $mail more than $most for the same occasion is found', ({ mail, most }) => {
  const spent: readonly Spent[] = Array.from({ length: most }, () => ({
    mail,
    reader: READER,
    occasion: 'a',
  }))
  const another: Spent = { mail, reader: READER, occasion: 'b' }
  const toAnother: Spent = { mail, reader: 'rosa@northwind.example', occasion: 'a' }

  expect(overBudget([...spent, another, toAnother])).toEqual([])
  expect(overBudget([...spent, another, ...spent.slice(0, 1)])).toEqual([
    `${most + 1} times ${mail} to ${READER} for a`,
  ])
})
