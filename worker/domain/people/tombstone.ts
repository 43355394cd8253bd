import type { PersonId, ProgrammeId } from '../ids.ts'
import { after, DAY, type Instant, isDue } from '../time/time.ts'

/** That somebody was erased, or is to be. It has no name. */
export type Tombstone = {
  readonly personId: PersonId
  /** Empty: from the whole installation. */
  readonly programmeId: ProgrammeId | ''
  readonly at: Instant
  /** Null: by the command. */
  readonly byId: PersonId | null
  readonly erasedAt: Instant | null
}

/** For how long cancellations may still need an address. */
const CANCELLATIONS_LEAVE_WITHIN_MS = DAY

/**
 * Whether the cancellations of what was running are waited for: only the first time. After a restore they have left long
 * ago.
 */
export function waitsForCancellations({ at, erasedAt }: Tombstone, now: Instant): boolean {
  return erasedAt === null && !isDue(after(at, CANCELLATIONS_LEAVE_WITHIN_MS), now)
}

/** `waitsFor`: cancellations that have to leave before the address goes; the clock then does the rest. */
export type Erased = { readonly isErased: boolean; readonly waitsFor: number }
