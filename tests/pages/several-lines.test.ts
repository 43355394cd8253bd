import { expect, test } from 'vitest'

import { hasSeveralLines } from '../../worker/http/forms/several-lines.ts'
import { drawn, everySpecimen } from '../support/specimens.ts'

test('whatever is written in several lines is read so, and a line break elsewhere is refused', () => {
  const read = new Set<string>()
  const refused = new Set<string>()
  for (const { specimen, state } of everySpecimen)
    for (const [, action = '', form = ''] of drawn(specimen, state).matchAll(FORM))
      for (const [, name = ''] of form.matchAll(/<textarea[^>]* name="([^"]+)"/g))
        (hasSeveralLines(action.split('?')[0] ?? '', name) ? read : refused).add(`${action} ${name}`)
  expect([...refused]).toEqual([])
  expect(read.size).toBeGreaterThan(10)
})

const FORM = /<form[^>]* action="([^"]*)"[^>]*>(.*?)<\/form>/gs
