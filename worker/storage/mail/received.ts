import { and, desc, eq, or, sql } from 'drizzle-orm'

import { invites, received, sessions } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId, ReceivedId, SessionId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { IS_UNLOGGED } from '../session/rows.ts'

export type Received = typeof received.$inferSelect
export type Arrived = Omit<Received, 'settledBy' | 'settledAt'>

/** Stores a mail once; false if the same mail came before. */
export async function insertReceived(db: Database, mail: Arrived): Promise<boolean> {
  const inserted = await db
    .insert(received)
    .values(mail)
    .onConflictDoNothing({ target: received.fingerprint })
    .returning({ id: received.id })
  return inserted.length === 1
}

export async function findReceivedByFingerprint(db: Database, fingerprint: string): Promise<Received | null> {
  const [row] = await db.select().from(received).where(eq(received.fingerprint, fingerprint))
  return row ?? null
}

/** A mail of one of these programmes; null for any other. */
export async function findReceivedFor(
  db: Database,
  id: ReceivedId,
  programmeIds: readonly ProgrammeId[],
): Promise<Received | null> {
  const [row] = await db
    .select()
    .from(received)
    .where(and(eq(received.id, id), or(...programmeIds.map(concerns))))
  return row && programmeIds.length > 0 ? row : null
}

/** A mail belongs to the programme of its session; without a session, to every programme of its addressee. */
export function concerns(programmeId: ProgrammeId) {
  return sql`CASE WHEN ${received.sessionId} IS NOT NULL
    THEN EXISTS (SELECT 1 FROM sessions WHERE id = ${received.sessionId} AND programme_id = ${programmeId})
    ELSE EXISTS (SELECT 1 FROM memberships WHERE person_id = ${received.personId} AND programme_id = ${programmeId}) END`
}

/** Marks a mail as settled by a person, and keeps only its codes. */
export async function settleReceived(db: Database, id: ReceivedId, by: PersonId, at: Instant): Promise<void> {
  const codes = sql`json_object('class', ${received.class}, 'partstat', json_extract(${received.reading}, '$.partstat'))`
  await db
    .update(received)
    .set({ state: 'settled', settledBy: by, settledAt: at, reading: codes })
    .where(and(eq(received.id, id), sql`${received.state} = 'waiting'`))
}

export type InviteFound = {
  readonly sessionId: SessionId
  readonly personId: PersonId
  /** The session's time; null if it has none. */
  readonly start: Instant | null
  readonly end: Instant | null
}

export async function findInviteByUid(db: Database, uid: string): Promise<InviteFound | null> {
  const [row] = await db
    .select({
      sessionId: invites.sessionId,
      personId: invites.personId,
      start: sessions.startsAt,
      end: sessions.endsAt,
    })
    .from(invites)
    .innerJoin(sessions, eq(sessions.id, invites.sessionId))
    .where(eq(invites.uid, uid))
  return row ?? null
}

/** A mail in prose names no session: takes the latest open one of the person, or of an executive the person assists. */
export async function findLikelySession(
  db: Database,
  personId: PersonId,
  now: Instant,
): Promise<SessionId | null> {
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        IS_UNLOGGED,
        sql`(${sessions.executiveId} = ${personId} OR ${sessions.mentorId} = ${personId} OR (${sessions.programmeId}, ${sessions.executiveId}) IN (
          SELECT programme_id, executive_id FROM assistants WHERE assistant_id = ${personId} AND (until_at IS NULL OR until_at > ${now})))`,
      ),
    )
    .orderBy(desc(sessions.createdAt))
    .limit(1)
  return row?.id ?? null
}
