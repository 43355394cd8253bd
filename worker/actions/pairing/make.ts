import type { PairingId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import { whyNotPair } from '../../domain/pairing/make.ts'
import type { Pairing, PairingKind, Place } from '../../domain/pairing/pairing.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findCandidate } from '../../storage/pairing/candidate.ts'
import { findLivingPairing, findPairing, insertPairing } from '../../storage/pairing/pairing.ts'
import { make } from '../make.ts'
import { whyProgrammeClosed } from '../programme/open.ts'

export type PairingWish = {
  readonly id: PairingId
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly kind: PairingKind
  readonly place: Place | null
  /** A human's words for pairing two people of one reporting line; kept only where they were needed. */
  readonly override: string | null
}

/** Proposes a pairing: nobody hears of it until the executive has been sounded out. */
export async function makePairing(platform: Platform, wish: PairingWish): Promise<Result<Pairing, Refusal>> {
  const { db } = platform
  const { override, ...columns } = wish
  const pairing: Pairing = { ...columns, status: 'proposed', version: 1 }
  return make(platform, wish, {
    again: () => findPairing(db, wish.id),
    decide: async () => {
      const closed = await whyProgrammeClosed(db, wish.programmeId)
      if (closed) return refuse(closed)
      const [mentor, executive, living] = await Promise.all([
        findCandidate(db, wish.programmeId, wish.mentorId),
        findCandidate(db, wish.programmeId, wish.executiveId),
        findLivingPairing(db, wish.programmeId, wish.mentorId, wish.executiveId),
      ])
      if (!mentor) return refuse({ reason: 'not-a-mentor' })
      if (!executive) return refuse({ reason: 'not-an-executive' })
      const refusal = whyNotPair(mentor, executive, override)
      if (refusal) return refuse(refusal)
      if (living) return refuse({ reason: 'already-paired' })

      const overrideReason = whyNotPair(mentor, executive, null) ? override : null
      return accept({
        made: pairing,
        statements: [insertPairing(db, pairing, { now: platform.now(), overrideReason })],
      })
    },
  })
}
