import { type SQL, sql } from 'drizzle-orm'

import type { Event } from '../../domain/events.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { before, DAY, type Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'

/** How far back the activity of a programme goes. */
export const ACTIVITY_DAYS = 30
/** A session that began this much earlier had its last event before: its log is due at its end. */
const SETTLED_DAYS = 60

/** The sort key of an event, latest first. */
export type ActivityKey = readonly [at: number, subject: string, version: number]

export type ActivityEvent = Event & {
  /** A session, a pairing, a person, or the programme. */
  readonly subject: string
  readonly version: number
  /** Of a session or pairing. */
  readonly pair: {
    readonly mentorId: PersonId
    readonly executiveId: PersonId
  } | null
}

/**
 * What happened in a programme in the last days, latest first. It is read from the histories of what can have changed
 * since: an index by time would cost a row with every event that is written. Of a person only what belongs to this
 * programme, or what he or one of its managers did to his hours.
 */
export async function listActivity(
  db: Database,
  programmeId: ProgrammeId,
  now: Instant,
  { limit, after }: { readonly limit: number; readonly after: ActivityKey | null },
): Promise<readonly ActivityEvent[]> {
  const since = before(now, ACTIVITY_DAYS * DAY)
  const rows = await db.all<{ readonly line: string }>(sql`
    WITH subjects (id) AS (${subjectsOf(programmeId, before(since, SETTLED_DAYS * DAY))}),
    listed AS (
      SELECT events.* FROM subjects CROSS JOIN events ON events.subject = subjects.id
      WHERE (SELECT at FROM events AS latest WHERE latest.subject = subjects.id ORDER BY latest.version DESC LIMIT 1) >= ${since}
        AND events.at >= ${since} AND ${behind(after)} AND ${isOfProgramme(programmeId)}
      ORDER BY events.at DESC, events.subject DESC, events.version DESC LIMIT ${limit})
    SELECT json_object('subject', listed.subject, 'version', listed.version, 'at', listed.at,
      'actorId', listed.actor_id, 'door', listed.door, 'code', listed.code, 'detail', json(listed.detail),
      'pair', json(coalesce(${pairIn('sessions')}, ${pairIn('pairings')}, 'null'))) AS line
    FROM listed ORDER BY listed.at DESC, listed.subject DESC, listed.version DESC`)
  return rows.map(({ line }): ActivityEvent => JSON.parse(line))
}

function pairIn(table: 'sessions' | 'pairings'): SQL {
  return sql`(SELECT json_object('mentorId', mentor_id, 'executiveId', executive_id)
    FROM ${sql.identifier(table)} WHERE id = listed.subject)`
}

/** Whatever may have changed lately. Each part has an index; what is over for long is in none of them. */
function subjectsOf(programmeId: ProgrammeId, settledBefore: Instant): SQL {
  const lately = sql`SELECT id FROM sessions WHERE programme_id = ${programmeId} AND status IN ('offered', 'fixed')
    UNION SELECT id FROM sessions WHERE programme_id = ${programmeId} AND starts_at >= ${settledBefore}
    UNION SELECT id FROM sessions WHERE programme_id = ${programmeId} AND starts_at IS NULL`
  // D1 takes five parts in one list at the most.
  return sql`SELECT id FROM (${lately})
    UNION SELECT id FROM pairings WHERE programme_id = ${programmeId}
    UNION SELECT person_id FROM members WHERE programme_id = ${programmeId}
    UNION SELECT ${programmeId}`
}

function behind(after: ActivityKey | null): SQL {
  if (after === null) return sql`true`
  const [at, subject, version] = after
  return sql`(events.at, events.subject, events.version) < (${at}, ${subject}, ${version})`
}

/** Somebody may be in another programme too, of which this one's managers learn nothing. */
function isOfProgramme(programmeId: ProgrammeId): SQL {
  return sql`(substr(events.subject, 1, 4) <> 'per_'
    OR json_extract(events.detail, '$.programme') = ${programmeId}
    OR events.code = 'hours-changed' AND (events.actor_id = events.subject OR events.actor_id IN (
      SELECT person_id FROM memberships WHERE programme_id = ${programmeId} AND role = 'manager')))`
}
