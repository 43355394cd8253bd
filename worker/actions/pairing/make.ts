import type { By } from '../../domain/decision.ts'
import { whyNotPlace } from '../../domain/letter/outward-place.ts'
import { pairingAfter } from '../../domain/pairing/change.ts'
import { decidePairing, type PairingReading, type PairingWish } from '../../domain/pairing/make.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Database, Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { findCandidate } from '../../storage/pairing/candidate.ts'
import { findUnendedPairing, findPairing } from '../../storage/pairing/pairing.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { createIdempotently, withValue } from '../write.ts'

/** Proposes a pairing. Nobody hears of it until the manager has asked the executive. */
export async function makePairing(
  platform: Platform,
  wish: PairingWish,
  by: By,
): Promise<Result<Pairing, Refusal>> {
  const { db, now } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    findExisting: () => findPairing(db, wish.id),
    decide: async () => {
      const closed = await whyProgrammeClosed(db, wish.programmeId)
      if (closed) return refuse(closed)
      const reading = await findPairingReading(db, wish)
      const decided = decidePairing(wish, reading, { at: now(), by })
      const programme = decided.ok && wish.place ? await findProgramme(db, wish.programmeId) : null
      const { executive, mentor } = reading
      const indiscreet =
        programme && executive && mentor
          ? whyNotPlace(wish.place, { programme, executive: executive.person, mentor: mentor.person })
          : null
      if (indiscreet) return refuse(indiscreet)
      return withValue(decided, (decision) => pairingAfter(decision, wish.id))
    },
  })
}

/** All that the rule reads about the two people of a new pairing. */
export async function findPairingReading(
  db: Database,
  { programmeId, mentorId, executiveId }: Pick<PairingWish, 'programmeId' | 'mentorId' | 'executiveId'>,
): Promise<PairingReading> {
  const [mentor, executive, living] = await Promise.all([
    findCandidate(db, programmeId, mentorId),
    findCandidate(db, programmeId, executiveId),
    findUnendedPairing(db, programmeId, mentorId, executiveId),
  ])
  return { mentor, executive, living }
}
