import { expect, test } from 'vitest'

import { titledBy, withName } from '../../../worker/domain/letter/title.ts'
import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'

const policy = { ...DEFAULT_POLICY, wording: 'plain' as const }
const other = 'T. Leroy'

test('his own wording goes before a format’s title, and that before the programme’s', () => {
  const both = { own: 'Point {name}', format: 'Monthly look', other }
  expect(titledBy(both, policy, [])).toEqual({ wording: 'plain', title: 'Point T. Leroy' })
  expect(titledBy({ ...both, own: null }, policy, [])).toEqual({ wording: 'plain', title: 'Monthly look' })
  expect(titledBy({ ...both, own: null, format: null }, policy, [])).toEqual({
    wording: 'plain',
    title: null,
  })
  expect(titledBy({ ...both, own: 'name' }, policy, [])).toEqual({ wording: 'name', title: null })
})

test('an own title that is indiscreet by now, or names who must not be named, gives way', () => {
  const both = { own: 'Petunia {name}', format: 'Monthly look', other: null }
  const forbidding = { ...policy, forbiddenWords: ['petunia'] }
  expect(titledBy(both, forbidding, []).title).toBe('Monthly look')
  expect(titledBy({ ...both, own: 'Point Leroy' }, policy, ['Tom Leroy']).title).toBe('Monthly look')
  expect(titledBy({ ...both, own: '{name}' }, policy, ['Tom Leroy']).title).toBe('Monthly look')
})

test('a name that is also a telling word stays in his own title: it is a name', () => {
  const both = { own: 'Point {name}', format: 'Monthly look', other: 'A. Coach' }
  expect(titledBy(both, policy, []).title).toBe('Point A. Coach')
  expect(titledBy({ ...both, own: 'Lesson {name}' }, policy, []).title).toBe('Monthly look')
})

test('where nobody may be named, the name goes with what joins it', () => {
  const bare = ['1:1 {name}', 'Point avec {name}', 'Catch-up – {name}', '{name} / 1:1', 'Café ({name}) 9h']
  expect(bare.map((title) => withName(title, null))).toEqual(['1:1', 'Point', 'Catch-up', '1:1', 'Café 9h'])
  expect(withName('{name} x {name}', null)).toBe('')
  expect(withName('Catch-up', null)).toBe('Catch-up')
  expect(withName('{name} / 1:1', other)).toBe('T. Leroy / 1:1')
})
