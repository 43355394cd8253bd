import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { standardFormats } from '../../domain/path/format.ts'
import { DEFAULT_POLICY, JUST_OPENED, type Policy, type Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, type Result } from '../../domain/result.ts'
import type { Day } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { insertFormat } from '../../storage/path/format.ts'
import { insertMembership } from '../../storage/people/membership.ts'
import { findProgramme, insertProgramme } from '../../storage/programme/programme.ts'
import { make, type Making } from '../make.ts'

export type ProgrammeWish = {
  readonly id: ProgrammeId
  readonly name: string
  readonly shortName: string
  readonly policy: Partial<Policy>
  readonly endsOn?: Day | null
  /** Whoever opens a programme manages it. */
  readonly managerId: PersonId
}

export async function makeProgramme(
  platform: Platform,
  wish: ProgrammeWish,
): Promise<Result<Programme, Refusal>> {
  return make(platform, wish, {
    again: () => findProgramme(platform.db, wish.id),
    decide: async () => accept(opening(platform, wish)),
  })
}

/** The programme with the formats each begins with, and its manager. */
export function opening({ db, newId, now }: Platform, wish: ProgrammeWish): Making<Programme> {
  const { managerId, endsOn = null, ...columns } = wish
  const policy = { ...DEFAULT_POLICY, ...wish.policy }
  const programme: Programme = { ...columns, ...JUST_OPENED, endsOn, policy, version: 1 }
  const managing = { programmeId: wish.id, personId: managerId, role: 'manager' } as const
  return {
    made: programme,
    statements: [
      insertProgramme(db, programme, now()),
      ...standardFormats(wish.id, newId).map((each) => insertFormat(db, each, now())),
      ...insertMembership(db, managing, now()),
    ],
  }
}
