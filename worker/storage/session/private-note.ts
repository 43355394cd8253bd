import { and, eq, sql } from 'drizzle-orm'

import { privateNotes } from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { PairingId, PersonId, SessionId } from '../../domain/ids.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import { before, type Instant } from '../../domain/time/time.ts'
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

/** What he wrote himself; null: nothing, or it does not open. */
export async function findPrivateNote({ db, open }: Platform, key: NoteKey): Promise<string | null> {
  const [row] = await db.select({ words: privateNotes.words }).from(privateNotes).where(isOf(key))
  const opened = row && (await open(placeOf(key), row.words))
  return opened?.ok ? opened.value : null
}

/** Whether a mentor keeps a note of a session of this pairing: all that its executive may know. */
export async function hasPrivateNote(db: Database, pairingId: PairingId): Promise<boolean> {
  const rows = await db
    .select({ sessionId: privateNotes.sessionId })
    .from(privateNotes)
    .where(sql`${privateNotes.sessionId} IN (SELECT id FROM sessions WHERE pairing_id = ${pairingId})`)
    .limit(1)
  return rows.length > 0
}

/** Deletes the notes on sessions that ended thirty days ago; of one without a date, thirty days after it was written. */
export function dropOldNotes(db: Database, now: Instant): Statement {
  return db.delete(privateNotes).where(
    sql`coalesce((SELECT ends_at FROM sessions WHERE sessions.id = private_notes.session_id), written_at)
      <= ${before(now, KEPT_MS.privateNotes)}`,
  )
}

function isOf({ sessionId, personId }: NoteKey) {
  return and(eq(privateNotes.sessionId, sessionId), eq(privateNotes.personId, personId))
}

function placeOf({ sessionId, personId }: NoteKey): SealedPlace {
  return { table: 'private_notes', row: `${sessionId} ${personId}`, column: 'words' }
}
