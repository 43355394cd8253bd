import { and, desc, eq, sql } from 'drizzle-orm'

import { received, sessions } from '../../schema/index.ts'
import { invites } from '../../schema/index.ts'
import type { PersonId, ProgrammeId, ReceivedId, SessionId } from '../domain/ids.ts'
import type { ReceivedState } from '../domain/received.ts'
import type { Instant } from '../domain/time.ts'
import type { Database } from '../platform.ts'

export type Received = typeof received.$inferSelect

/** False where this very mail came before: it is kept once. */
export async function insertReceived(db: Database, mail: Received): Promise<boolean> {
  const kept = await db
    .insert(received)
    .values(mail)
    .onConflictDoNothing({ target: received.fingerprint })
    .returning({ id: received.id })
  return kept.length === 1
}

export async function findReceived(db: Database, id: ReceivedId): Promise<Received | null> {
  const [row] = await db.select().from(received).where(eq(received.id, id))
  return row ?? null
}

export async function findReceivedByFingerprint(db: Database, fingerprint: string): Promise<Received | null> {
  const [row] = await db.select().from(received).where(eq(received.fingerprint, fingerprint))
  return row ?? null
}

export async function markReceived(db: Database, id: ReceivedId, state: ReceivedState): Promise<void> {
  await db.update(received).set({ state }).where(eq(received.id, id))
}

/** Mails of a programme's people that wait for a human, oldest first. */
export async function listWaiting(db: Database, programmeId: ProgrammeId): Promise<readonly Received[]> {
  return db
    .select()
    .from(received)
    .where(
      and(
        sql`${received.state} = 'waiting'`,
        sql`${received.personId} IN (SELECT person_id FROM memberships WHERE programme_id = ${programmeId})`,
      ),
    )
    .orderBy(received.at)
    .limit(100)
}

export type InviteFound = { readonly sessionId: SessionId; readonly personId: PersonId }

export async function findInviteByUid(db: Database, uid: string): Promise<InviteFound | null> {
  const [row] = await db
    .select({ sessionId: invites.sessionId, personId: invites.personId })
    .from(invites)
    .where(eq(invites.uid, uid))
  return row ?? null
}

/** A prose answer names no session: the one of this person that was last in motion is meant, if there is one. */
export async function findLikelySession(db: Database, personId: PersonId, now: Instant): Promise<SessionId | null> {
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        sql`${sessions.status} IN ('offered', 'fixed')`,
        sql`(${sessions.executiveId} = ${personId} OR ${sessions.mentorId} = ${personId} OR ${sessions.executiveId} IN (
          SELECT executive_id FROM assistants WHERE assistant_id = ${personId} AND (until_at IS NULL OR until_at > ${now})))`,
      ),
    )
    .orderBy(desc(sessions.createdAt))
    .limit(1)
  return row?.id ?? null
}
