import { standardFormats } from '../domain/formats.ts'
import type { PersonId, ProgrammeId } from '../domain/ids.ts'
import { DEFAULT_POLICY, JUST_OPENED, type Policy, type Programme } from '../domain/programmes.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, type Result } from '../domain/result.ts'
import type { Day } from '../domain/time.ts'
import type { Platform } from '../platform.ts'
import { insertFormat } from '../storage/formats.ts'
import { insertMembership } from '../storage/memberships.ts'
import { findProgramme, insertProgramme } from '../storage/programmes.ts'
import { make } from './make.ts'

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
  const { db } = platform
  const { managerId, endsOn = null, ...columns } = wish
  const programme: Programme = {
    ...columns,
    ...JUST_OPENED,
    endsOn,
    policy: { ...DEFAULT_POLICY, ...wish.policy },
  }
  return make(platform, wish, {
    again: () => findProgramme(db, wish.id),
    decide: async () =>
      accept({
        made: programme,
        statements: [
          insertProgramme(db, programme, platform.now()),
          ...standardFormats(wish.id, platform.newId).map((each) => insertFormat(db, each, platform.now())),
          insertMembership(
            db,
            { programmeId: wish.id, personId: managerId, role: 'manager' },
            platform.now(),
          ),
        ],
      }),
  })
}
