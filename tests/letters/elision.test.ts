import { expect, test } from 'vitest'

import { de } from '../../web/words/elision.ts'

test.for([
  ['Odile Martin', 'd’Odile Martin'],
  ['Élodie', 'd’Élodie'],
  ['Hélène Faure', 'd’Hélène Faure'],
  ['Yves', 'd’Yves'],
  ['Yann', 'de Yann'],
  ['Tom Leroy', 'de Tom Leroy'],
  ['田中太郎', 'de 田中太郎'],
] as const)('“de” before %s', ([name, said]) => {
  expect(de(name)).toBe(said)
})
