import type { PrivateNote } from '../../../web/parts/private-note.tsx'
import { mayWriteNote } from '../../domain/session/private-note.ts'
import { findPrivateNote } from '../../storage/session/private-note.ts'
import type { AppContext } from '../context.ts'
import type { Opened } from './link.ts'

/** The reader's own note on this session; null where there is none and none can be written. */
export async function noteOf(
  c: AppContext,
  { situation, reader }: Opened,
  typed: string | undefined,
): Promise<PrivateNote | null> {
  const key = { sessionId: situation.session.id, personId: reader.id }
  const kept = await findPrivateNote(c.get('platform'), key)
  const isSealed = kept !== null && kept.words === null
  const mayWrite = mayWriteNote(situation, reader.id)
  if (kept === null && !mayWrite) return null
  // Whoever cannot read it must not write over it without knowing.
  return { words: typed ?? kept?.words ?? null, isSealed, mayWrite: mayWrite && !isSealed }
}
