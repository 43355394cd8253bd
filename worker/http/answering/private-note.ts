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
  const words = await findPrivateNote(c.get('platform'), key)
  const mayWrite = mayWriteNote(situation, reader.id)
  return words === null && !mayWrite ? null : { words: typed ?? words, mayWrite }
}
