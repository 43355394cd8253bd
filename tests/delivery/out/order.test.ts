import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Act, live, type Weather } from '../../support/lives.ts'

const KINDS = [
  'book',
  'move',
  'move-back',
  'cancel',
  'reopen',
  'offer',
  'answer',
  'place',
  'stand-in',
  'decline',
  'refresh',
  'replace-assistant',
] as const satisfies readonly Act['kind'][]
const WAITS = ['none', 'minute', 'quarter', 'hours', 'day', 'week'] as const satisfies readonly Act['wait'][]
const WEATHERS = [
  'refused',
  'sent-and-failed',
  'unknown',
  'our-fault',
  'dying',
  'mixed',
] as const satisfies readonly Weather[]

const anAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...KINDS),
  choice: fc.nat(11),
  wait: fc.constantFrom(...WAITS),
})

/** `LETTER_LIVES=200 npm test -- --project worker tests/delivery/out/order.test.ts`; `LETTER_SEED` repeats one run. */
const numRuns = Number(env.LETTER_LIVES || 3)
const seed = Number(env.LETTER_SEED || Date.now() % 1_000_000)

test(
  'whatever fails, each calendar ends as on a healthy day, and no letter is out of order or untrue when it leaves',
  { timeout: 20_000 + numRuns * 10_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anAct, { minLength: 3, maxLength: 8 }),
        fc.constantFrom(...WEATHERS),
        fc.nat(),
        async (more, weather, chance) => {
          const acts: readonly Act[] = [{ kind: 'book', choice: 6, wait: 'none' }, ...more]
          const sick = await live(acts, weather, randomFrom(chance))
          const healthy = await live(acts, 'fine', randomFrom(chance), sick.done)
          expect(sick.faults).toEqual([])
          expect(healthy.faults).toEqual([])
          expect(sick.shown).toEqual(healthy.shown)
        },
      ),
      { numRuns, seed, endOnFailure: true },
    )
  },
)

/** Mulberry32: the same chances for the same number. */
function randomFrom(chance: number): () => number {
  let state = chance
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
