import type { By } from '../../domain/decision.ts'
import { decideOpening, programmeAfter, type ProgrammeWish } from '../../domain/programme/make.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { createIdempotently, withValue } from '../write.ts'

/** Makes a programme; the person who asks manages it. */
export async function makeProgramme(
  platform: Platform,
  wish: ProgrammeWish,
  by: By,
): Promise<Result<Programme, Refusal>> {
  const { db, newId, now } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    findExisting: () => findProgramme(db, wish.id),
    decide: () =>
      withValue(decideOpening(wish, { at: now(), by, newId }), (decision) =>
        programmeAfter(decision, wish.id),
      ),
  })
}
