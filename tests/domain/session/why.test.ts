import { expect, test } from 'vitest'

import { tallyOf, whyAsked, whyIn, type WhySaid } from '../../../worker/domain/session/why.ts'

test('only our own codes are read', () => {
  expect(whyIn('of-no-use')).toBe('of-no-use')
  expect([whyIn('he was cross'), whyIn(''), whyIn(undefined)]).toEqual([null, null, null])
})

test('it is asked until somebody said it; then only that person may say it differently', () => {
  expect(whyAsked([], 'per_odile')).toBe('now')
  expect(whyAsked([{ byId: 'per_odile' }], 'per_odile')).toBe('again')
  expect(whyAsked([{ byId: 'per_odile' }], 'per_claude')).toBeNull()
})

test('the tally counts each code of each kind, the most frequent first, and leaves out what nobody said', () => {
  const said = (kind: WhySaid['kind'], ...codes: readonly WhySaid['code'][]) =>
    codes.map((code) => ({ kind, code, sessionId: 'ses_1', byId: 'per_tom' }) as const)
  expect(
    tallyOf([...said('not-suited', 'of-no-use'), ...said('not-held', 'full-week', 'travel', 'travel')]),
  ).toEqual([
    {
      kind: 'not-held',
      codes: [
        { code: 'travel', count: 2 },
        { code: 'full-week', count: 1 },
      ],
    },
    { kind: 'not-suited', codes: [{ code: 'of-no-use', count: 1 }] },
  ])
  expect(tallyOf([])).toEqual([])
})
