import { expect, test } from 'vitest'

import { codeOfUnopened, readSealed, type SealedPlace } from '../../../worker/domain/seal/sealed.ts'
import { sealingOf } from '../../../worker/sealing.ts'

const K1 = 'k1=x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0='
const K2 = 'k2=Qm9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ='
const PLACE: SealedPlace = { table: 'outbox', row: 'let_1', column: 'letter' }
const WORDS = 'Ce qui a été dit : 終わり 🜂'

test('what was sealed opens in its own place, and reads as it was written', async () => {
  const { seal, open } = sealingOf(K1)
  const sealed = await seal(PLACE, WORDS)
  expect(sealed).toMatch(/^sealed\.k1\.[\w-]+$/)
  expect(sealed).not.toContain('終わり')
  expect(await open(PLACE, sealed)).toEqual({ ok: true, value: WORDS })
  expect(await open(PLACE, await seal(PLACE, ''))).toEqual({ ok: true, value: '' })
})

test.each([
  { ...PLACE, row: 'let_2' },
  { ...PLACE, column: 'error' },
  { ...PLACE, table: 'questions' },
  // Not the same as `outbox`, `let_1`, `letter`, however they are put together.
  { table: 'outbox","let_1', row: 'letter', column: '' },
])('moved to %o it does not open', async (elsewhere) => {
  const { seal, open } = sealingOf(K1)
  const moved = await open(elsewhere, await seal(PLACE, WORDS))
  expect(moved).toEqual({ ok: false, refusal: { reason: 'not-sealed-here', keyId: 'k1' } })
})

test('one changed character anywhere, and it does not open', async () => {
  const { seal, open } = sealingOf(K1)
  const sealed = await seal(PLACE, WORDS)
  const start = sealed.lastIndexOf('.') + 1
  for (let at = start; at < sealed.length - 1; at += 1) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect((await open(PLACE, changed)).ok, `character ${at}`).toBe(false)
  }
})

test('the same words never look the same', async () => {
  const { seal } = sealingOf(K1)
  const all = await Promise.all(Array.from({ length: 200 }, () => seal(PLACE, WORDS)))
  expect(new Set(all.map((each) => each.slice(0, 'sealed.k1.'.length + 16))).size).toBe(200)
})

test('the first key seals, and all open; a key that is gone is named', async () => {
  const old = await sealingOf(K1).seal(PLACE, WORDS)
  const both = sealingOf(`${K2},${K1}`)
  expect(readSealed(await both.seal(PLACE, WORDS))?.keyId).toBe('k2')
  expect(await both.open(PLACE, old)).toEqual({ ok: true, value: WORDS })

  const gone = await sealingOf(K2).open(PLACE, old)
  expect(gone).toEqual({ ok: false, refusal: { reason: 'unknown-key', keyId: 'k1' } })
  expect(gone.ok ? '' : codeOfUnopened(gone.refusal)).toBe('unknown-key:k1')
  // Another key under the old id.
  const other = await sealingOf(K2.replace('k2', 'k1')).open(PLACE, old)
  expect(other).toEqual({ ok: false, refusal: { reason: 'not-sealed-here', keyId: 'k1' } })
})

test.each(['', WORDS, 'sealed.', 'sealed.k1.', 'sealed.K1.AAAA', 'sealed.k1.a b'])(
  '“%s” was never sealed',
  async (text) => {
    const opened = await sealingOf(K1).open(PLACE, text)
    expect(opened).toEqual({ ok: false, refusal: { reason: 'not-sealed', keyId: null } })
  },
)

test('without a keyring nothing is sealed', () => {
  expect(() => sealingOf('')).toThrow('SEALING_KEYS: missing')
  expect(() => sealingOf('k1=short')).toThrow('SEALING_KEYS: malformed')
})
