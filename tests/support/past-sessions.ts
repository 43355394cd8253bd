import { env } from 'cloudflare:workers'

import { before, DAY, HOUR } from '../../worker/domain/time/time.ts'
import { pastSessionDetails, pastSessions } from './past-sessions-sql.ts'
import { at } from './times.ts'
import type { World } from './world.ts'

const NOW = at('2027-03-15T08:00Z')

/** One session every hour, from a month ago backwards, with everything that belongs to each. */
export async function manyPastSessions(world: World, count: number): Promise<void> {
  const stretch = { last: before(NOW, 31 * DAY), apart: HOUR, from: 0, to: count }
  for (const statement of [...pastSessions(world, stretch), ...pastSessionDetails(world, stretch)])
    await env.DB.prepare(statement).run()
}
