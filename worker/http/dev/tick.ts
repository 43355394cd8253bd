import { type Counts, runAll } from '../../jobs/jobs.ts'
import type { Platform } from '../../platform.ts'
import { countLeased, releaseLeases } from '../../storage/letter/outbox.ts'

const MAX_PASSES = 30
const MAX_WAIT_MS = 4_000

/** Waits for running deliveries, then runs the jobs until none is due. */
export async function tick(platform: Platform): Promise<Counts> {
  await untilDelivered(platform)
  const total: Record<string, number> = {}
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const counts = await runAll(platform)
    for (const [job, count] of Object.entries(counts)) total[job] = (total[job] ?? 0) + count
    if (Object.values(counts).every((count) => count === 0)) return total
  }
  return total
}

/** Releases the leases that remain after MAX_WAIT_MS. */
async function untilDelivered({ db }: Platform): Promise<void> {
  const deadline = Date.now() + MAX_WAIT_MS
  while ((await countLeased(db)) > 0) {
    if (Date.now() > deadline) return releaseLeases(db)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
