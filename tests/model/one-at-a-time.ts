import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import type { Scheduler } from 'fast-check'

import type { Platform } from '../../worker/platform.ts'
import { wrapped } from '../support/lossy-database.ts'

/** Somebody who acts, on a database of his own. */
export type Actor = (platform: Platform) => Promise<unknown>

/**
 * Lets several act at once, of whom only one is at the database at a time: whose call is next, the scheduler says. Each
 * waits before his call, so that every order of the calls can come about.
 */
export async function interleaved(
  scheduler: Scheduler,
  platform: Platform,
  actors: readonly Actor[],
): Promise<unknown[]> {
  const acting = new Set(actors.keys())
  const running = actors.map(async (act, index) => {
    const database = wrapped(env.DB, async (run) => {
      await scheduler.schedule(Promise.resolve(), `call of ${index + 1}`)
      return run()
    })
    try {
      return await act({ ...platform, db: drizzle(database) })
    } finally {
      acting.delete(index)
    }
  })
  while (acting.size > 0) {
    // Everybody who still acts has come to his next call, or sleeps before he tries again.
    for (let turns = 0; scheduler.count() < acting.size && turns < TURNS; turns += 1) await pause()
    if (scheduler.count() > 0) await scheduler.waitOne()
  }
  return Promise.all(running)
}

const TURNS = 40

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1))
}
