import { expect, test } from 'vitest'

import { isSameMac } from '../../../worker/domain/seal/same-mac.ts'

const MAC = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA'

test('a MAC is the same only as itself', () => {
  expect(isSameMac(MAC, MAC)).toBe(true)
  for (let at = 0; at < MAC.length; at += 1)
    expect(isSameMac(MAC, `${MAC.slice(0, at)}~${MAC.slice(at + 1)}`), `${at}`).toBe(false)
  for (const other of ['', MAC.slice(1), `${MAC}A`, MAC.toLowerCase()])
    expect(isSameMac(MAC, other)).toBe(false)
})
