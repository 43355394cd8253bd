import { expect, test } from 'vitest'

import { readSecrets } from '../../../worker/domain/seal/secrets.ts'

test('one value is taken as it is, white space and “=” included', () => {
  for (const plain of [
    'kb6Lm0lqX0cUzT2mS2h1vY9pQJr4w8e5nA7dGfHtBx0=',
    ' with spaces ',
    'A=b',
    'x'.repeat(40),
  ])
    expect(readSecrets(plain)).toEqual({ ok: true, value: [{ id: null, value: plain }] })
})

test('of several the first signs; the old plain value stands there under an id', () => {
  expect(readSecrets(' k2=new==, k1=plain\n')).toEqual({
    ok: true,
    value: [
      { id: 'k2', value: 'new==' },
      { id: 'k1', value: 'plain' },
    ],
  })
})

test('what is half a list is refused, and so is an id or a value twice', () => {
  expect(readSecrets('')).toMatchObject({ refusal: 'missing' })
  expect(readSecrets('k2=new,old')).toMatchObject({ refusal: 'malformed' })
  expect(readSecrets('k1=new,k1=old')).toMatchObject({ refusal: 'repeated' })
  expect(readSecrets('k2=same,k1=same')).toMatchObject({ refusal: 'repeated' })
})
