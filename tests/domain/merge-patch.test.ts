import { expect, test } from 'vitest'

import { mergePatch } from '../../worker/domain/merge-patch.ts'

/** RFC 7396, appendix A: the cases where both are objects. */
const cases: readonly (readonly [before: object, patch: object, after: object])[] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [{ a: 'foo' }, { a: { b: 'c' } }, { a: { b: 'c' } }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
]

test.each(cases)('%j patched by %j is %j', (before, patch, after) => {
  expect(mergePatch(before, patch)).toEqual(after)
})

test('what is patched stays as it was', () => {
  const before = { a: { b: 'c' }, d: ['e'] }
  mergePatch(before, { a: { b: 'x' }, d: [] })
  expect(before).toEqual({ a: { b: 'c' }, d: ['e'] })
})
