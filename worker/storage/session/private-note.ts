import { and, eq, type SQL, sql } from 'drizzle-orm'

import { privateNotes } from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import { before, DAY, type Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'

type NoteKey = { readonly sessionId: SessionId; readonly personId: PersonId }

/** Null deletes it. A list, since a promise of a statement would run it. */
export async function putPrivateNote(
  { db, now, seal }: Platform,
  key: NoteKey,
  words: string | null,
): Promise<readonly [Statement]> {
  if (words === null) return [db.delete(privateNotes).where(isOf(key))]
  const said = { words: await seal(placeOf(key), words), writtenAt: now() }
  const insert = db
    .insert(privateNotes)
    .values({ ...key, ...said })
    .onConflictDoUpdate({ target: [privateNotes.sessionId, privateNotes.personId], set: said })
  return [insert]
}

/** What he wrote himself, with null where it does not open; null: nothing. */
export async function findPrivateNote(
  { db, open }: Platform,
  key: NoteKey,
): Promise<{ readonly words: string | null } | null> {
  const [row] = await db.select({ words: privateNotes.words }).from(privateNotes).where(isOf(key))
  if (!row) return null
  const opened = await open(placeOf(key), row.words)
  return { words: opened.ok ? opened.value : null }
}

/**
 * Whether a mentor keeps a note of a session of this executive, in this programme: all that he may know. One who handed him
 * over keeps his for as long.
 */
export async function hasPrivateNote(
  db: Database,
  { programmeId, executiveId }: Pick<Pairing, 'programmeId' | 'executiveId'>,
): Promise<boolean> {
  const rows = await db
    .select({ sessionId: privateNotes.sessionId })
    .from(privateNotes)
    .where(
      sql`${privateNotes.sessionId} IN (
        SELECT id FROM sessions WHERE executive_id = ${executiveId} AND programme_id = ${programmeId})`,
    )
    .limit(1)
  return rows.length > 0
}

/**
 * Deletes the notes on sessions that ended thirty days ago. A session that has no date now, or a later one since it was moved,
 * keeps none for longer: there the thirty days count from the writing. A slice.
 */
export function dropOldNotes(now: Instant, limit: number): SQL {
  const isOfAnother = sql`ends_at IS NULL OR ends_at > written_at + ${DAY}`
  return sql`DELETE FROM private_notes WHERE (session_id, person_id) IN (
    SELECT session_id, person_id FROM private_notes JOIN sessions ON sessions.id = session_id
    WHERE iif(${isOfAnother}, written_at, ends_at) <= ${before(now, KEPT_MS.privateNotes)} LIMIT ${limit})`
}

function isOf({ sessionId, personId }: NoteKey) {
  return and(eq(privateNotes.sessionId, sessionId), eq(privateNotes.personId, personId))
}

function placeOf({ sessionId, personId }: NoteKey): SealedPlace {
  return { table: 'private_notes', row: `${sessionId} ${personId}`, column: 'words' }
}
