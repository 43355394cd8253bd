import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'

import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import { CalendarsByMail } from '../support/calendars-by-mail.ts'
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

/** Each finds what must never be, by the tables alone. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  'two dates of one person overlap': `
    WITH taken AS (SELECT id, starts_at, ends_at, mentor_id AS person FROM sessions WHERE status = 'fixed'
      UNION ALL SELECT id, starts_at, ends_at, executive_id FROM sessions WHERE status = 'fixed')
    SELECT 1 FROM taken AS one JOIN taken AS other ON one.person = other.person AND one.id < other.id
      AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at`,
  'two claims of one person overlap': `
    SELECT 1 FROM claims AS one JOIN claims AS other ON one.person_id = other.person_id
      AND one.session_id < other.session_id AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at`,
  'a date is not claimed for both': `
    SELECT 1 FROM sessions WHERE status = 'fixed' AND 2 <> (SELECT count(*) FROM claims
      WHERE session_id = sessions.id AND held_until IS NULL AND claims.starts_at = sessions.starts_at)`,
  'a claim of nothing': `
    SELECT 1 FROM claims JOIN sessions ON sessions.id = session_id WHERE status NOT IN ('fixed', 'offered')
      AND held_until IS NULL`,
  'a date without two invites': `
    SELECT 1 FROM sessions WHERE status = 'fixed' AND 2 <> (SELECT count(*) FROM invites
      WHERE session_id = sessions.id AND live = 1 AND person_id IN (mentor_id, executive_id))`,
  'a live invite without a date': `
    SELECT 1 FROM invites JOIN sessions ON sessions.id = session_id WHERE live = 1 AND status = 'cancelled'`,
  'two open rounds of a pairing': `
    SELECT 1 FROM sessions WHERE status IN ('offered', 'fixed') AND passed = 0 GROUP BY pairing_id HAVING count(*) > 1`,
  'a history with a gap': `
    SELECT 1 FROM sessions WHERE version <> (SELECT count(*) FROM events WHERE subject = sessions.id)`,
  'two letters of one revision': `
    SELECT 1 FROM outbox WHERE json_extract(letter, '$.uid') IS NOT NULL GROUP BY json_extract(letter, '$.uid'),
      json_extract(letter, '$.sequence'), json_extract(letter, '$.method'), json_extract(letter, '$.dtstamp')
      HAVING count(*) > 1`,
  'a letter that was forgotten': `
    SELECT 1 FROM invites WHERE live = 1 AND NOT EXISTS (SELECT 1 FROM outbox
      WHERE json_extract(letter, '$.uid') = uid)`,
  'an ended pairing with an open round': `
    SELECT 1 FROM sessions JOIN pairings ON pairings.id = pairing_id
      WHERE sessions.status = 'offered' AND pairings.status = 'ended'`,
}

async function broken(): Promise<readonly string[]> {
  const found = await env.DB.batch(Object.values(FORBIDDEN).map((query) => env.DB.prepare(query)))
  return Object.keys(FORBIDDEN).filter((_, index) => (found[index]?.results.length ?? 0) > 0)
}
