import { and, desc, eq, or, sql } from 'drizzle-orm'

import { received, sessions } from '../../../schema/index.ts'
import { invites } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId, ReceivedId, SessionId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'

export type Received = typeof received.$inferSelect
export type Arrived = Omit<Received, 'settledBy' | 'settledAt'>

/** False where this very mail came before: it is kept once. */
export async function insertReceived(db: Database, mail: Arrived): Promise<boolean> {
  const kept = await db
    .insert(received)
    .values(mail)
    .onConflictDoNothing({ target: received.fingerprint })
    .returning({ id: received.id })
  return kept.length === 1
}

export async function findReceivedByFingerprint(db: Database, fingerprint: string): Promise<Received | null> {
  const [row] = await db.select().from(received).where(eq(received.fingerprint, fingerprint))
  return row ?? null
}

/** A mail through the programmes of whoever asks; one about another programme’s session is not there. */
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

/** Of the session’s programme; where it is about none, of any programme its addressee is in. */
export function concerns(programmeId: ProgrammeId) {
  return sql`CASE WHEN ${received.sessionId} IS NOT NULL
    THEN EXISTS (SELECT 1 FROM sessions WHERE id = ${received.sessionId} AND programme_id = ${programmeId})
    ELSE EXISTS (SELECT 1 FROM memberships WHERE person_id = ${received.personId} AND programme_id = ${programmeId}) END`
}

/** Dealt with by a person: from then on only the codes of it are kept. */
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
  /** When the session is; null where that is open. */
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

/** A prose answer names no session: the one of this person that was last in motion is meant, if there is one. */
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
        sql`${sessions.status} IN ('offered', 'fixed')`,
        sql`(${sessions.executiveId} = ${personId} OR ${sessions.mentorId} = ${personId} OR (${sessions.programmeId}, ${sessions.executiveId}) IN (
          SELECT programme_id, executive_id FROM assistants WHERE assistant_id = ${personId} AND (until_at IS NULL OR until_at > ${now})))`,
      ),
    )
    .orderBy(desc(sessions.createdAt))
    .limit(1)
  return row?.id ?? null
}
