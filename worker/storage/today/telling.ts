import { and, eq, gt, inArray, sql } from 'drizzle-orm'

import { events, sessions } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import { before, DAY, type Instant } from '../../domain/time/time.ts'
import type { GivenUp, Telling } from '../../domain/today/urgent.ts'
import type { Database } from '../../platform.ts'
import { findMorning } from './morning.ts'

export type TellingManagers = Telling & { readonly managers: readonly Person[] }

/** What the managers of a programme are told from, and who they are. Null if there is no such programme. */
export async function findTelling(
  db: Database,
  programmeId: ProgrammeId,
  now: Instant,
): Promise<TellingManagers | null> {
  const [morning, givenUp] = await Promise.all([
    findMorning({ db, now: () => now }, programmeId),
    listGivenUp(db, programmeId, now),
  ])
  if (!morning) return null
  return { morning, givenUp, managers: morning.members.filter(({ roles }) => roles.includes('manager')) }
}

/** The dates of open rounds that the clock has given up within a day. */
async function listGivenUp(
  db: Database,
  programmeId: ProgrammeId,
  now: Instant,
): Promise<readonly GivenUp[]> {
  const rows = await db
    .select({ sessionId: sessions.id, at: events.at, start: sql<Instant>`${events.detail} ->> '$.start'` })
    .from(sessions)
    .innerJoin(events, sql`${events.subject} = ${sessions.id}`)
    .where(
      and(
        eq(sessions.programmeId, programmeId),
        eq(sessions.status, 'offered'),
        inArray(events.code, ['bumped', 'mentor-could-not']),
        gt(events.at, before(now, DAY)),
      ),
    )
    .orderBy(events.version)
  return [...new Map(rows.map((row) => [row.sessionId, row])).values()]
}
