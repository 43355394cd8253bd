import type { ByPerson } from '../../domain/decision.ts'
import type { PairingId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findPairingNote, type PairingNote, putPairingNote } from '../../storage/pairing/note.ts'
import { findSituation } from '../../storage/situation.ts'
import type { Expected } from '../expected.ts'
import { whyNotChange } from '../session/change.ts'

/** A manager keeps something in mind of a pairing; empty words delete the note. No event says what it says. */
export async function writeNote(
  platform: Platform,
  pairingId: PairingId,
  typed: string,
  by: ByPerson,
  expected: Expected<PairingNote | null> = () => true,
): Promise<Result<null, Refusal>> {
  const [situation, stored] = await Promise.all([
    findSituation(platform, pairingId),
    findPairingNote(platform, pairingId),
  ])
  if (!situation) return refuse({ reason: 'not-found' })
  const refused = whyNotChange(situation, by)
  if (refused) return refused
  if (!(await expected(stored))) return refuse({ reason: 'precondition-failed' })

  const words = typed.replaceAll('\r\n', '\n').trim()
  if (words === (stored?.words ?? '')) return inOneBatch(platform.db, [])
  const note = words === '' ? null : { words, writtenBy: by.id, writtenAt: situation.now }
  return inOneBatch(platform.db, await putPairingNote(platform, pairingId, note))
}
