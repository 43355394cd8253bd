import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'

import { live, someCommands } from './lived.ts'

/**
 * The same life each time, so that a red one is about the change. `MODEL_COMMANDS=5000`, for a night, begins from a seed of
 * its own; `MODEL_SEED` repeats one run, and `LONG=yes` shrinks the life that fails.
 */
const wanted = Number(env.MODEL_COMMANDS || 300)
const seed = Number(env.MODEL_SEED || (env.MODEL_COMMANDS ? Math.floor(Math.random() * 1e6) : 902))

const say = console.log.bind(console)
for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => {})

test(
  `in ${wanted} commands through every door the product does what a plain model of the rulings says, from seed ${seed}`,
  { timeout: 120_000 + wanted * 2000 },
  async () => {
    const done = new Map<string, number>()
    const count = () => [...done.values()].reduce((sum, each) => sum + each, 0)
    let lives = 0
    for (; count() < wanted; lives += 1)
      await fc.assert(
        fc.asyncProperty(someCommands, (commands) => live(commands, done)),
        { seed: seed + lives, numRuns: 1, endOnFailure: !env.LONG },
      )
    say(`seed ${seed}: ${lives} lives of ${count()} commands`, Object.fromEntries(done))
    expect(count()).toBeGreaterThanOrEqual(wanted)
  },
)
