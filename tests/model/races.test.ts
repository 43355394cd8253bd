import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'

import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import { CalendarsByMail } from '../support/calendars-by-mail.ts'
import { findBroken } from '../support/fsck.ts'
import { aWorld } from '../support/world.ts'
import { aRing, CONTESTS } from './contests.ts'
import { interleaved } from './one-at-a-time.ts'

/** `MODEL_RACES=200` for a night; `MODEL_SEED` repeats one run. */
const numRuns = Number(env.MODEL_RACES || 3)
const seed = Number(env.MODEL_SEED || Date.now() % 1_000_000)
const say = console.log.bind(console)
const orders = new Set<string>()

afterAll(() => say(`seed ${seed}: ${CONTESTS.length} races, ${orders.size} orders of their calls`))

test.each(CONTESTS)(
  `$name: in each order of their calls nobody is taken twice and nothing is half, from seed ${seed}`,
  { timeout: 30_000 + numRuns * 5_000 },
  async ({ name, prepare }) => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = await aWorld()
        const ring = await aRing(world)
        const actors = await prepare(ring)
        await interleaved(scheduler, world.platform, actors)
        orders.add(
          `${name}: ${scheduler
            .report()
            .map(({ label }) => label)
            .join(' ')}`,
        )
        await deliverDue(world.platform)
        expect(await broken()).toEqual([])
        const calendars = new CalendarsByMail()
        for (const mail of world.mails) calendars.receives(mail)
        expect(calendars.faults).toEqual([])
        expect(twice(world.mails.map(({ raw }) => /^Message-ID: (.*)/m.exec(raw)?.[1] ?? ''))).toEqual([])
      }),
      { numRuns, seed, endOnFailure: true },
    )
  },
)

function twice(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

/** What the check of the database does not ask, since “send again” and a pairing that ends later may leave it. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  'two letters of one revision': `
    SELECT 1 FROM outbox WHERE json_extract(letter, '$.uid') IS NOT NULL GROUP BY json_extract(letter, '$.uid'),
      json_extract(letter, '$.sequence'), json_extract(letter, '$.method'), json_extract(letter, '$.dtstamp')
      HAVING count(*) > 1`,
  'an ended pairing with an open round': `
    SELECT 1 FROM sessions JOIN pairings ON pairings.id = pairing_id
      WHERE sessions.status = 'offered' AND pairings.status = 'ended'`,
}

async function broken(): Promise<readonly string[]> {
  const checked = await findBroken()
  const found = await env.DB.batch(Object.values(FORBIDDEN).map((query) => env.DB.prepare(query)))
  return [
    ...checked.map(({ name, ids }) => `${name}: ${ids.join(' ')}`),
    ...Object.keys(FORBIDDEN).filter((_, index) => (found[index]?.results.length ?? 0) > 0),
  ]
}
