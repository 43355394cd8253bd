import { eq } from 'drizzle-orm'

import { pairingNotes } from '../../../schema/index.ts'
import type { PairingId, PersonId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

export type PairingNote = {
  readonly words: string
  readonly writtenBy: PersonId
  readonly writtenAt: Instant
}

/** The managers' note on a pairing; null: there is none. */
export async function findPairingNote(db: Database, pairingId: PairingId): Promise<PairingNote | null> {
  const { words, writtenBy, writtenAt } = pairingNotes
  const [row] = await db
    .select({ words, writtenBy, writtenAt })
    .from(pairingNotes)
    .where(eq(pairingNotes.pairingId, pairingId))
  return row ?? null
}

/** Null deletes it. */
export function putPairingNote(db: Database, pairingId: PairingId, note: PairingNote | null): Statement {
  if (note === null) return db.delete(pairingNotes).where(eq(pairingNotes.pairingId, pairingId))
  return db
    .insert(pairingNotes)
    .values({ pairingId, ...note })
    .onConflictDoUpdate({ target: pairingNotes.pairingId, set: note })
}
