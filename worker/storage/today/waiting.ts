import { and, type SQL, sql } from 'drizzle-orm'

import { received } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { textIn } from '../../domain/mail/received.ts'
import { suggestedIn } from '../../domain/mail/suggestion.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Morning } from '../../domain/today/item.ts'
import type { Database } from '../../platform.ts'
import { concerns, isFromKnown, waitsFor } from '../mail/concerns.ts'
import { isPutAway } from './snooze.ts'

/** Of each mail only what its line says, and how many wait in all. */
const READING = sql<string>`json_object('from', json_extract(${received.reading}, '$.from'),
  'suggestion', json_extract(${received.reading}, '$.suggestion'),
  'proposed', json_extract(${received.reading}, '$.proposed'))`

/** Mails from people the programme knows. `total` counts those that are not put away. */
export function selectWaiting(
  db: Database,
  programmeId: ProgrammeId,
  { now, limit }: { readonly now: Instant; readonly limit: number },
) {
  const here = sql`(${programmeId})`
  const isAway = isPutAway(programmeId, 'answer-waiting', { id: received.id, since: received.at, now })
  return (
    db
      .select({
        id: received.id,
        at: received.at,
        personId: received.personId,
        sessionId: received.sessionId,
        reading: READING,
        total: sql<number>`sum(NOT ${isAway}) OVER ()`,
      })
      .from(received)
      .where(and(waitsFor(here), concerns(programmeId), isFromKnown(here)))
      // The longest waiting first; of those that are put away, which can be put away again, the latest.
      .orderBy(isAway, sql`iif(${isAway}, -${received.at}, ${received.at})`)
      .limit(limit)
  )
}

type WaitingRow = Awaited<ReturnType<typeof selectWaiting>>[number]

export function toWaiting({ reading, total: _, ...mail }: WaitingRow): Morning['waiting'][number] {
  const parsed: unknown = JSON.parse(reading)
  const what = suggestedIn(parsed)
  return what ? { ...mail, suggested: { what, from: textIn(parsed, 'from') } } : mail
}

/** The two of each session for which a mail suggests something, or somebody another time: their diaries judge it. */
export function selectSuggestedTo(programmeId: ProgrammeId): SQL {
  // The `+` keeps SQLite off the index of the programme's whole history.
  const suggested = sql`FROM sessions WHERE +programme_id = ${programmeId} AND id IN (
    SELECT session_id FROM received WHERE state = 'waiting' AND suggests = 1
    UNION SELECT session_id FROM proposals WHERE state = 'waiting'
      AND person_id IN (SELECT person_id FROM members WHERE programme_id = ${programmeId}))`
  return sql`(SELECT mentor_id ${suggested} UNION SELECT executive_id ${suggested})`
}
