import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { byCalendars } from './commands/by-calendar.ts'
import { byTheClock } from './commands/by-clock.ts'
import { byLinks } from './commands/by-link.ts'
import { byManager } from './commands/by-manager.ts'
import type { Real } from './commands/command.ts'
import { ofPeople, rare } from './commands/of-people.ts'
import { aHouse } from './house.ts'
import { Readers } from './readers.ts'
import { look } from './seen.ts'

/** `MODEL_COMMANDS=5000` for a night; `MODEL_SEED` repeats one run. */
const wanted = Number(env.MODEL_COMMANDS || 300)
const seed = Number(env.MODEL_SEED || Date.now() % 1_000_000)
const MOST_IN_A_LIFE = 120

test(
  `in ${wanted} commands through every door the product and a plain model of the rulings agree, from seed ${seed}`,
  { timeout: 60_000 + wanted * 1000 },
  async () => {
    const done = new Map<string, number>()
    const count = () => [...done.values()].reduce((sum, each) => sum + each, 0)
    for (let run = 0; count() < wanted; run += 1) {
      const all = [...byManager, ...byLinks, ...byCalendars, ...byTheClock, ...ofPeople]
      const commands = fc.commands([...all, ...all, ...rare], { maxCommands: MOST_IN_A_LIFE, size: 'max' })
      await fc.assert(
        fc.asyncProperty(commands, async (each) => {
          await fc.asyncModelRun(async () => {
            const { model, real: house } = await aHouse()
            const real: Real = { house, readers: new Readers(), seen: await look(), done }
            return { model, real }
          }, each)
        }),
        { seed: seed + run, numRuns: 1, endOnFailure: !env.LONG },
      )
    }
    console.log(
      `seed ${seed}: ${count()} commands: ${Array.from(done, ([name, times]) => `${name} ${times}`).join(', ')}`,
    )
    expect(count()).toBeGreaterThanOrEqual(wanted)
  },
)
