import { TIMERS, type TimerKind } from '../../worker/domain/clock/timer.ts'
import { newRun, runOne } from '../../worker/jobs/tick.ts'
import type { Platform } from '../../worker/platform.ts'
import { claimTimers, selectDue } from '../../worker/storage/clock/timers.ts'

/** Runs the due timers of one kind alone, without delivery; returns how many did something. */
export async function runDue(platform: Platform, kind: TimerKind): Promise<number> {
  const ran = newRun()
  const due = await selectDue(platform.db, TIMERS[kind].lane, platform.now(), { limit: 1000, ran: [] })
  const wanted = due.filter((each) => each.kind === kind)
  for (const claimed of await claimTimers(platform.db, wanted, platform.now()))
    await runOne(platform, claimed, ran)
  if (ran.failed.size > 0) throw new Error(`failed: ${[...ran.failed].join(', ')}`)
  return ran.counts[kind] ?? 0
}
