import { sql } from 'drizzle-orm'

import type { Situation } from '../domain/situation.ts'
import type { Diary } from '../domain/slot/diary.ts'
import type { Instant, Interval } from '../domain/time/time.ts'
import type { Database, Platform } from '../platform.ts'
import { type EarlierUse, type IdempotencyKey, selectIdempotencyKey, toEarlierUse } from './idempotency.ts'
import { type About, programmeOf, selectBothPeople, selectSituation, toSituation } from './situation.ts'
import { reachWithin, selectDiaries, toDiaries } from './slot/diary.ts'

/** All that a decision reads: the situation, both diaries, and the earlier use of the idempotency key. */
export type DecisionReading = {
  readonly situation: Situation | null
  readonly diary: Diary | null
  readonly earlier: EarlierUse
}

/** One call. `around` is a time that may be outside the horizon. */
export async function readForDecision(
  platform: Platform,
  about: About,
  {
    around = null,
    key = null,
  }: { readonly around?: Interval | null; readonly key?: IdempotencyKey | null } = {},
): Promise<DecisionReading> {
  const { db } = platform
  const now = platform.now()
  const [keys, hours, versions, feeds, taken, ...rows] = await db.batch([
    selectIdempotencyKey(db, key),
    ...selectBothDiaries(db, about, now, around),
    ...selectSituation(db, about, now),
  ])
  const situation = toSituation(rows, platform, now)
  return {
    situation,
    diary: situation && toDiary([hours, versions, feeds, taken], situation, around),
    earlier: toEarlierUse(keys, key),
  }
}

/** The four queries of both diaries, for one batch. */
export function selectBothDiaries(db: Database, about: About, now: Instant, around: Interval | null) {
  const reach = reachWithin(programmeOf(about), now, around)
  return selectDiaries(db, sql`(${selectBothPeople(about)})`, reach)
}

export function toDiary(
  rows: Parameters<typeof toDiaries>[0],
  { mentor, executive, programme, now }: Situation,
  window: Interval | null,
): Diary {
  const personDiary = toDiaries(rows, { now, horizon: programme.policy.horizon, window })
  return { mentor: personDiary(mentor), executive: personDiary(executive), policy: programme.policy, now }
}
