import { and, eq, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/sqlite-core'

import { pairings, sessions, timers } from '../../../schema/index.ts'
import type { SessionId, ProgrammeId } from '../../domain/ids.ts'
import type { PutOff } from '../../domain/today/item.ts'
import type { Database } from '../../platform.ts'
import { IS_UNLOGGED } from '../session/rows.ts'

const ROW = {
  kind: timers.kind,
  reason: sql<string>`${timers.said}`,
  until: timers.dueAt,
  tries: timers.tries,
}

/** What the clock could not do for a programme's open rounds and its pairings. */
export function selectPutOff(db: Database, programmeId: ProgrammeId) {
  const said = sql`${timers.said} IS NOT NULL`
  return union(
    db
      .select({ sessionId: sql<PutOff['sessionId']>`${sessions.id}`, pairingId: sessions.pairingId, ...ROW })
      .from(sessions)
      .innerJoin(timers, sql`${timers.subject} = ${sessions.id}`)
      .where(sql`${sessions.programmeId} = ${programmeId} AND ${IS_UNLOGGED} AND ${said}`),
    db
      .select({ sessionId: sql<SessionId | null>`NULL`, pairingId: pairings.id, ...ROW })
      .from(pairings)
      .innerJoin(timers, sql`${timers.subject} = ${pairings.id}`)
      .where(sql`${pairings.programmeId} = ${programmeId} AND ${said}`),
  )
}

/** When the clock acts for the mentors of these dates, as far as it is going to. */
export function selectActs(db: Database, programmeId: ProgrammeId) {
  return db
    .select({ sessionId: sessions.id, at: timers.dueAt })
    .from(sessions)
    .innerJoin(timers, and(sql`${timers.subject} = ${sessions.id}`, eq(timers.kind, 'mentor-cannot')))
    .where(sql`${sessions.programmeId} = ${programmeId} AND ${IS_UNLOGGED}`)
}
