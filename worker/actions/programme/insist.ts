import type { By } from '../../domain/decision.ts'
import type { PairingId, ProgrammeId } from '../../domain/ids.ts'
import type { OutwardWord } from '../../domain/letter/outward-fields.ts'
import { decideAllowing } from '../../domain/programme/allow-words.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Database, Platform } from '../../platform.ts'
import { findPairing } from '../../storage/pairing/pairing.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { decideAndCommit, reaches, withValue } from '../write.ts'

export type Insistence = {
  /** Whose words they are. A pairing's programme is read only if it is needed. */
  readonly of: { readonly programmeId: ProgrammeId } | { readonly pairingId: PairingId }
  readonly reason: string | null | undefined
  readonly by: By
}

/**
 * Saves; where a word of an outward text is in the way and somebody said why it is right, the programme allows it, and
 * it is saved then, with the words that are allowed now. That they are is a deed of its own, and stands in the activity.
 */
export async function insisting<Value>(
  platform: Platform,
  { of, reason, by }: Insistence,
  save: (allowed: readonly OutwardWord[]) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const saved = await save([])
  if (saved.ok || saved.refusal.reason !== 'outward-words' || !reason) return saved
  const { found } = saved.refusal
  const allowed = await decideAndCommit(platform, async () => {
    const programme = await programmeOf(platform.db, of)
    if (!programme || !reaches(by, programme.id)) return refuse({ reason: 'not-found' })
    return withValue(decideAllowing(programme, found, { reason, at: platform.now(), by }), () => null)
  })
  return allowed.ok ? save(found) : allowed
}

async function programmeOf(db: Database, of: Insistence['of']) {
  const programmeId = 'pairingId' in of ? (await findPairing(db, of.pairingId))?.programmeId : of.programmeId
  return programmeId ? findProgramme(db, programmeId) : null
}
