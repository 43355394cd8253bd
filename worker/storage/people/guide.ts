import { and, eq, isNull, ne, sql } from 'drizzle-orm'

import { availability, guideReads, pairings, signIns } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { isReady } from '../../domain/people/guide.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Morning } from '../../domain/today/item.ts'
import type { Database, Statement } from '../../platform.ts'

export async function hasReadGuide(db: Database, personId: PersonId): Promise<boolean> {
  const rows = await db.select().from(guideReads).where(eq(guideReads.personId, personId))
  return rows.length > 0
}

/** Whether it was read, and whether the person has signed in only once so far. */
export async function findLanding(db: Database, personId: PersonId) {
  const [read, used] = await db.batch([
    db.select({ at: guideReads.readAt }).from(guideReads).where(eq(guideReads.personId, personId)),
    db
      .select({ id: signIns.id })
      .from(signIns)
      .where(and(eq(signIns.personId, personId), sql`${signIns.usedAt} IS NOT NULL`))
      .limit(2),
  ])
  return { hasRead: read.length > 0, isFirstSignIn: used.length === 1 }
}

/** The first reading counts. */
export function putGuideRead(db: Database, personId: PersonId, readAt: Instant): Statement {
  return db.insert(guideReads).values({ personId, readAt }).onConflictDoNothing()
}

/** The mentors of pairings that have not ended who have not read it, with their hours, for a batch. */
export function selectUnread(db: Database, programmeId: ProgrammeId) {
  return db
    .select({
      personId: pairings.mentorId,
      at: sql<Instant>`min(${pairings.createdAt})`,
      weekly: availability.weekly,
      exceptions: availability.exceptions,
    })
    .from(pairings)
    .leftJoin(guideReads, eq(guideReads.personId, pairings.mentorId))
    .leftJoin(availability, eq(availability.personId, pairings.mentorId))
    .where(
      and(eq(pairings.programmeId, programmeId), ne(pairings.status, 'ended'), isNull(guideReads.personId)),
    )
    .groupBy(pairings.mentorId)
}

export function toNotReady(rows: Awaited<ReturnType<typeof selectUnread>>): Morning['notReady'] {
  return rows.flatMap(({ personId, at, weekly, exceptions }) => {
    const hours = weekly && exceptions ? { weekly, exceptions } : null
    return isReady({ hours, hasRead: false }) ? [] : [{ personId, at }]
  })
}
