import type { PersonId, ProgrammeId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusals.ts'
import { refuse, type Result } from '../domain/result.ts'
import { decideSnooze } from '../domain/snoozing.ts'
import { findItems } from '../domain/today.ts'
import type { Instant } from '../domain/time.ts'
import type { Platform } from '../platform.ts'
import { inOneBatch } from '../storage/batch.ts'
import { putSnooze } from '../storage/snoozes.ts'
import { findMorning } from '../storage/today.ts'

export type SnoozeWish = {
  readonly programmeId: ProgrammeId
  /** As Today names the line. */
  readonly key: string
  /** Null: done with. */
  readonly until: Instant | null
}

/** Puts a line of Today off to a day, or away. */
export async function snoozeItem(
  platform: Platform,
  { programmeId, key, until }: SnoozeWish,
  by: PersonId,
): Promise<Result<null, Refusal>> {
  const morning = await findMorning(platform, programmeId)
  if (!morning) return refuse({ reason: 'not-found' })
  const snooze = decideSnooze(findItems(morning), { key, until }, morning.now)
  return snooze.ok ? inOneBatch(platform.db, [putSnooze(platform.db, programmeId, snooze.value, by)]) : snooze
}
