import type { By } from '../../domain/decision.ts'
import type { Format } from '../../domain/path/format.ts'
import { decideFormat, formatAfter, type FormatWish } from '../../domain/path/make-format.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { findFormat, listFormats } from '../../storage/path/format.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { createIdempotently, withValue } from '../write.ts'

/** Adds a format at the end of a programme's list. */
export async function makeFormat(
  platform: Platform,
  wish: FormatWish,
  by: By,
): Promise<Result<Format, Refusal>> {
  const { db, now } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    findExisting: () => findFormat(db, wish.id),
    decide: async () => {
      const [programme, list] = await Promise.all([
        findProgramme(db, wish.programmeId),
        listFormats(db, wish.programmeId),
      ])
      if (!programme) return refuse({ reason: 'not-found' })
      return withValue(decideFormat({ programme, list }, wish, { at: now(), by }), (decision) =>
        formatAfter(decision, wish.id),
      )
    },
  })
}
