import { and, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'

import { availability, claims, diaries } from '../../schema/index.ts'
import type { Diary, PersonDiary } from '../domain/diary.ts'
import type { PersonId, ProgrammeId } from '../domain/ids.ts'
import type { Person } from '../domain/people.ts'
import type { Situation } from '../domain/situation.ts'
import { after, before, DAY, HOUR, type Instant, type Interval } from '../domain/time.ts'
import type { Database, Platform } from '../platform.ts'
import { AVAILABILITY } from './availability.ts'

/** The longest session, as the schema's CHECK has it: it bounds every overlap query from below. */
const LONGEST = 8 * HOUR

/** What two people have open and taken, from now to the horizon, or over `window` where that reaches farther. */
export async function findDiary(
  { db }: Platform,
  { mentor, executive, programme, now }: Situation,
  window: Interval | null = null,
): Promise<Diary> {
  const ids = [mentor.id, executive.id]
  const from = before(window && window.start < now ? window.start : now, 8 * DAY)
  const horizon = after(now, (programme.policy.horizon + 8) * DAY)
  const to = window && window.end > horizon ? after(window.end, 8 * DAY) : horizon
  const [hours, versions, taken] = await db.batch([
    db
      .select({ personId: availability.personId, ...AVAILABILITY })
      .from(availability)
      .where(inArray(availability.personId, ids)),
    db.select().from(diaries).where(inArray(diaries.personId, ids)),
    takenOf(db, ids, { start: from, end: to }, now),
  ])
  const diaryOf = (person: Person): PersonDiary => ({
    personId: person.id,
    availability: hours.find(({ personId }) => personId === person.id) ?? {
      zone: person.zone,
      weekly: [],
      exceptions: [],
    },
    rules: person.rules,
    busy: taken
      .filter(({ personId }) => personId === person.id)
      .map(({ start, end, sessionId, heldUntil }) => ({
        start,
        end,
        sessionId,
        kind: heldUntil ? 'hold' : 'session',
      })),
    feedUnknown: false,
    version: versions.find(({ personId }) => personId === person.id)?.version ?? 0,
  })
  return { mentor: diaryOf(mentor), executive: diaryOf(executive), policy: programme.policy, now }
}

/** Claims that stand in the way within the window; a hold past its hour does not. */
function takenOf(db: Database, ids: readonly PersonId[], window: Interval, now: Instant) {
  return db
    .select({
      personId: claims.personId,
      start: claims.startsAt,
      end: claims.endsAt,
      sessionId: claims.sessionId,
      heldUntil: claims.heldUntil,
    })
    .from(claims)
    .where(
      and(
        inArray(claims.personId, [...ids]),
        gt(claims.startsAt, before(window.start, LONGEST)),
        lt(claims.startsAt, window.end),
        gt(claims.endsAt, window.start),
        or(isNull(claims.heldUntil), gt(claims.heldUntil, now)),
      ),
    )
    .orderBy(claims.startsAt)
}

/** A change of somebody's hours or rules makes decisions that rest on the old ones void. */
export function raiseDiary(db: Database, personId: PersonId, version: number) {
  return db
    .update(diaries)
    .set({ version: version + 1 })
    .where(eq(diaries.personId, personId))
}

/** The same where the new state is no function of the old one: the last writer's stands. */
export function touchDiary(db: Database, personId: PersonId) {
  return db
    .update(diaries)
    .set({ version: sql`${diaries.version} + 1` })
    .where(eq(diaries.personId, personId))
}

/** The same for everybody of a programme, when its policy changes. */
export function touchDiariesOf(db: Database, programmeId: ProgrammeId) {
  const members = sql`(SELECT person_id FROM memberships WHERE programme_id = ${programmeId})`
  return db
    .update(diaries)
    .set({ version: sql`${diaries.version} + 1` })
    .where(sql`${diaries.personId} IN ${members}`)
}

export async function findDiaryVersion(db: Database, personId: PersonId): Promise<number> {
  const [row] = await db.select().from(diaries).where(eq(diaries.personId, personId))
  return row?.version ?? 0
}
