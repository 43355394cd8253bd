import { eq } from 'drizzle-orm'

import { pairingNotes } from '../../../schema/index.ts'
import type { PairingId, PersonId } from '../../domain/ids.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Platform, Statement } from '../../platform.ts'
import { openWords } from '../seal/words.ts'

export type PairingNote = {
  /** Null: they do not open. */
  readonly words: string | null
  readonly writtenBy: PersonId
  readonly writtenAt: Instant
}

/** The managers' note on a pairing; null: there is none. */
export async function findPairingNote(platform: Platform, pairingId: PairingId): Promise<PairingNote | null> {
  const { words: sealed, writtenBy, writtenAt } = pairingNotes
  const [row] = await platform.db
    .select({ sealed, writtenBy, writtenAt })
    .from(pairingNotes)
    .where(eq(pairingNotes.pairingId, pairingId))
  if (!row) return null
  const words = await openWords(platform, placeOf(pairingId), row.sealed)
  return { words, writtenBy: row.writtenBy, writtenAt: row.writtenAt }
}

/** Null deletes it. A list, since a promise of a statement would run it. */
export async function putPairingNote(
  { db, seal }: Platform,
  pairingId: PairingId,
  note: (PairingNote & { readonly words: string }) | null,
): Promise<readonly [Statement]> {
  if (note === null) return [db.delete(pairingNotes).where(eq(pairingNotes.pairingId, pairingId))]
  const sealed = { ...note, words: await seal(placeOf(pairingId), note.words) }
  const insert = db
    .insert(pairingNotes)
    .values({ pairingId, ...sealed })
    .onConflictDoUpdate({ target: pairingNotes.pairingId, set: sealed })
  return [insert]
}

function placeOf(id: PairingId): SealedPlace {
  return { table: 'pairing_notes', row: id, column: 'words' }
}
