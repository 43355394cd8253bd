import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'

import { availability, busyFeeds, claims, diaries } from '../../../schema/index.ts'
import { unpack } from '../../domain/feed/packing.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import { rulesOf } from '../../domain/people/presets.ts'
import type { Situation } from '../../domain/situation.ts'
import type { Busy, Diary, PersonDiary } from '../../domain/slot/diary.ts'
import { difference, union } from '../../domain/time/intervals.ts'
import { after, before, DAY, type Instant, type Interval } from '../../domain/time/time.ts'
import type { Database, Platform } from '../../platform.ts'
import { MAX_SESSION_MS } from '../session/rows.ts'
import { AVAILABILITY } from './availability.ts'

/** What two people have open and taken, from now to the horizon, or over `window` where that reaches farther. */
export async function findDiary(
  { db }: Platform,
  { mentor, executive, programme, now }: Situation,
  window: Interval | null = null,
): Promise<Diary> {
  const read = await readDiaries(db, [mentor, executive], { now, horizon: programme.policy.horizon, window })
  return { mentor: read(mentor), executive: read(executive), policy: programme.policy, now }
}

type Reach = { readonly now: Instant; readonly horizon: number; readonly window: Interval | null }

/** The side of each of several people, in one call whatever their number; a week around it for weekly limits. */
export async function readDiaries(
  db: Database,
  people: readonly Person[],
  { now, horizon, window }: Reach,
): Promise<(person: Person) => PersonDiary> {
  const ids = JSON.stringify([...new Set(people.map(({ id }) => id))])
  const from = before(window && window.start < now ? window.start : now, 8 * DAY)
  const usually = after(now, (horizon + 8) * DAY)
  const to = window && window.end > usually ? after(window.end, 8 * DAY) : usually
  const [hours, versions, feeds, taken] = await db.batch([
    db
      .select({ personId: availability.personId, ...AVAILABILITY })
      .from(availability)
      .where(sql`${availability.personId} IN (SELECT value FROM json_each(${ids}))`),
    db
      .select()
      .from(diaries)
      .where(sql`${diaries.personId} IN (SELECT value FROM json_each(${ids}))`),
    db
      .select()
      .from(busyFeeds)
      .where(sql`${busyFeeds.personId} IN (SELECT value FROM json_each(${ids}))`),
    takenOf(db, ids, { start: from, end: to }, now),
  ])
  const hoursOf = new Map(hours.map(({ personId, ...each }) => [personId, each]))
  const versionOf = new Map(versions.map(({ personId, version }) => [personId, version]))
  const feedOf = new Map(feeds.map((each) => [each.personId, each]))
  const takenBy = Map.groupBy(taken, ({ personId }) => personId)
  return (person) => {
    const own = (takenBy.get(person.id) ?? []).map(({ start, end, sessionId, heldUntil }): Busy => ({
      start,
      end,
      sessionId,
      kind: heldUntil ? 'hold' : 'session',
    }))
    const feed = feedOf.get(person.id)
    const feedUnknown = feed !== undefined && !isKnown(feed, now)
    return {
      personId: person.id,
      availability: hoursOf.get(person.id) ?? { zone: person.zone, weekly: [], exceptions: [] },
      rules: rulesOf(person),
      busy: feed && !feedUnknown ? withFeed(own, feed.busy, { start: from, end: to }) : own,
      feedUnknown,
      version: versionOf.get(person.id) ?? 0,
    }
  }
}

/** Nobody tried for a day, or what was tried failed: that is not known, whatever was known before. */
function isKnown({ state, readAt }: typeof busyFeeds.$inferSelect, now: Instant): boolean {
  return state === 'known' && readAt !== null && readAt > before(now, DAY)
}

/** His own calendar shows our sessions too: there they are no second reason to be busy, or none could ever be moved. */
function withFeed(own: readonly Busy[], packed: string, window: Interval): readonly Busy[] {
  const sessions = union(own.filter(({ kind }) => kind === 'session'))
  const others = unpack(packed, window).flatMap((each) =>
    difference([each], sessions).map((rest): Busy => ({ ...rest, kind: each.kind, sessionId: null })),
  )
  return [...own, ...others].toSorted((one, other) => one.start - other.start)
}

/** Claims that stand in the way within the window; a hold past its hour does not. */
function takenOf(db: Database, ids: string, window: Interval, now: Instant) {
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
        sql`${claims.personId} IN (SELECT value FROM json_each(${ids}))`,
        gt(claims.startsAt, before(window.start, MAX_SESSION_MS)),
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
