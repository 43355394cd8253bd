import { type SQL, sql } from 'drizzle-orm'

import type { SessionId } from '../../domain/ids.ts'
import type { LinkTaken } from '../../domain/situation.ts'
import type { Day, Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { listOf } from '../among.ts'

/** Where in a place they stand is written as in the index that guards them. */
const URL = sql`json_extract(place, '$.url')`
const DAY = sql`json_extract(place, '$.day')`

/**
 * Which of these links serve which session on which day; with those that a press has freed, as long as it can be taken
 * back. Days that are over everywhere are left out.
 */
export function selectLinksTaken(db: Database, urls: SQL, now: Instant) {
  const since = sql`date(${now} / 1000, 'unixepoch', '-2 days')`
  const taken = sql`(
    SELECT ${URL} AS url, ${DAY} AS day, id AS session_id FROM sessions
    WHERE status <> 'cancelled' AND starts_at IS NOT NULL AND ${DAY} IS NOT NULL
      AND ${URL} IN ${urls} AND ${DAY} >= ${since}
    UNION ALL
    SELECT json_extract(before, '$.session.place.url'), json_extract(before, '$.session.place.day'), session_id
    FROM undos WHERE until_at > ${now} AND json_extract(before, '$.session.place.day') >= ${since}) AS taken`
  return db
    .select({ url: sql<string>`url`, day: sql<Day>`day`, sessionId: sql<SessionId>`session_id` })
    .from(taken)
}

/** The lists of these people in a programme. */
export function linksOf(programme: SQL, people: SQL): SQL {
  return sql`(SELECT value FROM members, json_each(members.rules, '$.meetingLinks')
    WHERE members.programme_id = ${programme} AND members.person_id IN (${people}))`
}

/** Of a mentor who is not yet the session's. */
export async function findLinksTaken(
  db: Database,
  { rules: { meetingLinks = [] } }: { readonly rules: { readonly meetingLinks?: readonly string[] } },
  now: Instant,
): Promise<readonly LinkTaken[]> {
  return meetingLinks.length === 0 ? [] : selectLinksTaken(db, listOf(meetingLinks), now)
}
