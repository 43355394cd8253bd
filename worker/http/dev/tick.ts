import { runAll } from '../../jobs/jobs.ts'
import type { Counts } from '../../jobs/tick.ts'
import type { Platform } from '../../platform.ts'
import { countLeased, releaseLeases } from '../../storage/letter/outbox.ts'

const MAX_WAIT_MS = 4_000

/** Waits for running deliveries, then runs all that is due. */
export async function tick(platform: Platform): Promise<Counts> {
  await untilDelivered(platform)
  const { counts, failed } = await runAll(platform)
  if (failed.length > 0) throw new Error(`jobs failed: ${failed.join(', ')}`)
  return counts
}

/** Releases the leases that remain after MAX_WAIT_MS. */
async function untilDelivered({ db }: Platform): Promise<void> {
  const deadline = Date.now() + MAX_WAIT_MS
  while ((await countLeased(db)) > 0) {
    if (Date.now() > deadline) return releaseLeases(db)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
