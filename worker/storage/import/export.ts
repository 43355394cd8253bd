import { eq, sql } from 'drizzle-orm'

import { sessions } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Place } from '../../domain/pairing/pairing.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Database } from '../../platform.ts'

export type SessionLine = Pick<
  Session,
  'id' | 'mentorId' | 'executiveId' | 'status' | 'time' | 'zone' | 'place' | 'usual'
>

/** When and where all sessions of a programme are; those without a date come first. */
export async function listSessionLines(db: Database, id: ProgrammeId): Promise<readonly SessionLine[]> {
  const rows = await db
    .select({
      id: sessions.id,
      mentorId: sessions.mentorId,
      executiveId: sessions.executiveId,
      status: sessions.status,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      zone: sessions.zone,
      place: sessions.place,
      usualPlace: sql<string | null>`(SELECT place FROM pairings WHERE pairings.id = ${sessions.pairingId})`,
    })
    .from(sessions)
    .where(eq(sessions.programmeId, id))
    .orderBy(sessions.startsAt, sessions.id)
  return rows.map(({ startsAt: start, endsAt: end, usualPlace, ...row }) => {
    const usual: Place | null = usualPlace === null ? null : JSON.parse(usualPlace)
    return {
      ...row,
      time: start !== null && end !== null ? { start, end } : null,
      usual: { mentorId: row.mentorId, place: usual },
    }
  })
}
