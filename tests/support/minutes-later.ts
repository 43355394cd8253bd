import { after, iso, MINUTE } from '../../worker/domain/time/time.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import type { World } from './world.ts'

/** The clock runs on, and ticks each minute. */
export async function minutesLater(world: World, minutes: number): Promise<void> {
  for (let each = 0; each < minutes; each += 1) {
    world.now(iso(after(world.platform.now(), MINUTE)))
    await runCron(world.platform, '* * * * *')
  }
}
