import { sql } from 'drizzle-orm'

import { people } from '../../../../schema/index.ts'
import { instant, type Instant } from '../../../domain/time/time.ts'
import type { Platform } from '../../../platform.ts'

/** Progress of the seeding: the day that stories count from, the clock, and the number of scenes done per pairing. */
export type Progress = {
  readonly began: Instant
  readonly reached: Instant
  readonly done: Readonly<Record<string, number>>
  /** Whether an earlier process was interrupted: its last scene may be done but not recorded. */
  readonly isResumed: boolean
}

/** Where to start or continue; null if the database has other people, or the seeding is finished. */
export async function findProgress({ db, now }: Platform, mailbox: D1Database): Promise<Progress | null> {
  const stored = await mailbox
    .prepare("SELECT value FROM settings WHERE name = 'seed'")
    .first<{ value: string }>()
  if (stored?.value === FINISHED) return null
  if (stored) return read(stored.value)

  const [row] = await db.select({ count: sql<number>`count(*)` }).from(people)
  if (row && row.count > 0) return null
  const fresh = { began: now(), reached: instant(0), done: {}, isResumed: false }
  await keepProgress(mailbox, fresh)
  return fresh
}

export async function keepProgress(mailbox: D1Database, { began, reached, done }: Progress): Promise<void> {
  await keep(mailbox, JSON.stringify({ began, reached, done }))
}

export async function finish(mailbox: D1Database): Promise<void> {
  await keep(mailbox, FINISHED)
}

const FINISHED = 'finished'

async function keep(mailbox: D1Database, value: string): Promise<void> {
  await mailbox
    .prepare(
      "INSERT INTO settings (name, value) VALUES ('seed', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(value)
    .run()
}

function read(text: string): Progress {
  const kept: Omit<Progress, 'isResumed'> = JSON.parse(text)
  return { ...kept, isResumed: true }
}
