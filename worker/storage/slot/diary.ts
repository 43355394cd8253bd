import { and, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'

import { busyFeeds, claims, diaries } from '../../../schema/index.ts'
import type { Decision } from '../../domain/decision.ts'
import { unpack } from '../../domain/feed/packing.ts'
import type { PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import { lastDayOf } from '../../domain/people/departure.ts'
import type { Availability, Person } from '../../domain/people/person.ts'
import { rulesOf } from '../../domain/people/presets.ts'
import { DEFAULT_POLICY } from '../../domain/programme/programme.ts'
import type { Situation } from '../../domain/situation.ts'
import type { Busy, Diary, PersonDiary } from '../../domain/slot/diary.ts'
import { difference, union } from '../../domain/time/intervals.ts'
import { after, before, DAY, type Instant, type Interval } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { field, MANY, writeMany } from '../many.ts'
import { MAX_SESSION_MS } from '../session/rows.ts'
import { selectAvailability } from './availability.ts'

/** The diary of two people, from now to the horizon, or to the end of `window` if that is later. */
export async function findDiary(
  { db }: Platform,
  { mentor, executive, programme, now }: Situation,
  window: Interval | null = null,
): Promise<Diary> {
  const diaryOf = await readDiaries(db, [mentor, executive], {
    now,
    horizon: programme.policy.horizon,
    window,
  })
  return { mentor: diaryOf(mentor), executive: diaryOf(executive), policy: programme.policy, now }
}

/** How far a diary is read: `horizon` in days, or `window` where that is outside it. */
export type Reach = { readonly now: Instant; readonly horizon: number; readonly window: Interval | null }

/** A week for weekly caps, and a day for zones, on both sides. */
const MARGIN_DAYS = 8

/** The diaries of several people, in one call for any number. */
export async function readDiaries(
  db: Database,
  people: readonly Person[],
  reach: Reach,
): Promise<(person: Person) => PersonDiary> {
  const ids = JSON.stringify([...new Set(people.map(({ id }) => id))])
  const { start, end } = windowOf(reach)
  const rows = await db.batch(
    selectDiaries(db, sql`(SELECT value FROM json_each(${ids}))`, {
      now: reach.now,
      start,
      end: sql`${end}`,
    }),
  )
  return toDiaries(rows, reach)
}

function windowOf({ now, horizon, window }: Reach): Interval {
  const usually = after(now, (horizon + MARGIN_DAYS) * DAY)
  return {
    start: startOf(now, window),
    end: window && window.end > usually ? after(window.end, MARGIN_DAYS * DAY) : usually,
  }
}

function startOf(now: Instant, window: Interval | null): Instant {
  return before(window && window.start < now ? window.start : now, MARGIN_DAYS * DAY)
}

/** The same times, with the end as SQL: the query reads the programme's horizon itself. */
export function reachWithin(
  programme: SQL,
  now: Instant,
  window: Interval | null,
): { readonly now: Instant; readonly start: Instant; readonly end: SQL } {
  const horizon = sql`coalesce((SELECT json_extract(policy, '$.horizon') FROM programmes WHERE id = ${programme}), ${DEFAULT_POLICY.horizon})`
  const usually = sql`(${now} + (${horizon} + ${MARGIN_DAYS}) * ${DAY})`
  return {
    now,
    start: startOf(now, window),
    end: window ? sql`max(${usually}, ${after(window.end, MARGIN_DAYS * DAY)})` : usually,
  }
}

/** Four queries for one batch: hours, versions, feeds and claims of the people that `ids` selects. */
export function selectDiaries(
  db: Database,
  ids: SQL,
  { now, start, end }: { readonly now: Instant; readonly start: Instant; readonly end: SQL },
) {
  return [
    selectAvailability(db, ids),
    db
      .select()
      .from(diaries)
      .where(sql`${diaries.personId} IN ${ids}`),
    db
      .select()
      .from(busyFeeds)
      .where(sql`${busyFeeds.personId} IN ${ids}`),
    takenOf(db, ids, { start, end }, now),
  ] as const
}

type DiaryRows = readonly [
  readonly (Availability & { readonly personId: PersonId })[],
  readonly (typeof diaries.$inferSelect)[],
  readonly (typeof busyFeeds.$inferSelect)[],
  readonly TakenRow[],
]

type TakenRow = {
  readonly personId: PersonId
  readonly start: Instant
  readonly end: Instant
  readonly sessionId: SessionId
  readonly heldUntil: Instant | null
}

export function toDiaries(
  [hours, versions, feeds, taken]: DiaryRows,
  reach: Reach,
): (person: Person) => PersonDiary {
  const hoursOf = new Map(hours.map(({ personId, ...each }) => [personId, each]))
  const versionOf = new Map(versions.map(({ personId, version }) => [personId, version]))
  const feedOf = new Map(feeds.map((each) => [each.personId, each]))
  const takenBy = Map.groupBy(taken, ({ personId }) => personId)
  const window = windowOf(reach)
  return (person) => {
    const claimed = (takenBy.get(person.id) ?? []).map(({ start, end, sessionId, heldUntil }): Busy => ({
      start,
      end,
      sessionId,
      kind: heldUntil ? 'hold' : 'session',
    }))
    const feed = feedOf.get(person.id)
    const feedUnknown = feed !== undefined && !isKnown(feed, reach.now)
    return {
      personId: person.id,
      availability: hoursOf.get(person.id) ?? { zone: person.zone, weekly: [], exceptions: [] },
      rules: rulesOf(person),
      busy: feed && !feedUnknown ? withFeed(claimed, feed.busy, window) : claimed,
      feedUnknown,
      leaves: lastDayOf(person),
      version: versionOf.get(person.id) ?? 0,
    }
  }
}

/** A feed whose last success is a day old, or whose last try failed, is unknown, whatever it said before. */
function isKnown({ state, readAt }: typeof busyFeeds.$inferSelect, now: Instant): boolean {
  return state === 'known' && readAt !== null && readAt > before(now, DAY)
}

/**
 * A person's calendar also shows our sessions, and a subscribed one what is held. They must not count as busy a second
 * time: no session could be moved, and no held time picked. What else he does in a held time is busy all the same.
 */
function withFeed(claimed: readonly Busy[], packed: string, window: Interval): readonly Busy[] {
  const sessions = union(claimed.filter(({ kind }) => kind === 'session'))
  const all = union(claimed)
  const others = unpack(packed, window).flatMap((each) =>
    difference([each], each.kind === 'tentative' ? all : sessions).map((rest): Busy => ({
      ...rest,
      kind: each.kind,
      sessionId: null,
    })),
  )
  return [...claimed, ...others].toSorted((one, other) => one.start - other.start)
}

/** Claims in the window, without holds that have expired. */
function takenOf(
  db: Database,
  ids: SQL,
  window: { readonly start: Instant; readonly end: SQL },
  now: Instant,
) {
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
        sql`${claims.personId} IN ${ids}`,
        gt(claims.startsAt, before(window.start, MAX_SESSION_MS)),
        sql`${claims.startsAt} < ${window.end}`,
        gt(claims.endsAt, window.start),
        or(isNull(claims.heldUntil), gt(claims.heldUntil, now)),
      ),
    )
    .orderBy(claims.startsAt)
}

/** Raises the versions a decision was based on. Of two decisions based on one version, the second is refused. */
export function raiseDiaries(db: Database, read: Decision['diaries']): readonly Statement[] {
  if (read.length < MANY) return read.map(({ personId, version }) => raiseDiary(db, personId, version))
  return writeMany(read, (rows) =>
    db
      .update(diaries)
      .set({ version: sql`${field('version')} + 1` })
      .from(rows)
      .where(eq(diaries.personId, field('personId'))),
  )
}

/** Frees what these people's holds took that have ended. */
export function dropEndedHolds(
  db: Database,
  diaries: Decision['diaries'],
  now: Instant,
): readonly Statement[] {
  if (diaries.length === 0) return []
  const ids = diaries.map(({ personId }) => personId)
  return [db.delete(claims).where(and(isAmong(claims.personId, ids), lte(claims.heldUntil, now)))]
}

function raiseDiary(db: Database, personId: PersonId, version: number) {
  return db
    .update(diaries)
    .set({ version: version + 1 })
    .where(eq(diaries.personId, personId))
}

/** Raises the version after a change of hours or rules, so that open decisions read again. */
export function touchDiary(db: Database, personId: PersonId) {
  return db
    .update(diaries)
    .set({ version: sql`${diaries.version} + 1` })
    .where(eq(diaries.personId, personId))
}

/** Raises the version of all members, when the policy changes. */
export function touchDiariesOf(db: Database, programmeId: ProgrammeId) {
  const members = sql`(SELECT person_id FROM memberships WHERE programme_id = ${programmeId})`
  return db
    .update(diaries)
    .set({ version: sql`${diaries.version} + 1` })
    .where(sql`${diaries.personId} IN ${members}`)
}
