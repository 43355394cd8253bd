import type { TimerSubject } from '../../domain/clock/timer.ts'
import type { Finding } from '../../domain/fsck/check.ts'
import type { Platform } from '../../platform.ts'
import { listOwing } from '../../storage/clock/repairs.ts'
import { findWrong } from '../clock/re-arm.ts'

/**
 * Whether the stored timers are those that the rules say, by the rules themselves: no text of SQL knows them a second time.
 * It asks the database several times for each pairing, so the nightly run leaves it to the nightly repair.
 */
export async function checkTimers(platform: Platform): Promise<readonly Finding[]> {
  const wrong: TimerSubject[] = []
  for (const subject of await listOwing(platform.db)) {
    const all = (await findWrong(platform, subject)).map(({ armed }) => armed.subject)
    wrong.push(...all.filter((each) => !wrong.includes(each)))
  }
  return wrong.length === 0 ? [] : [{ name: 'timer-missing', count: wrong.length, ids: wrong.slice(0, 20) }]
}
