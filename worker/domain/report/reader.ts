import type { ProgrammeId } from '../ids.ts'
import type { Actor } from '../people/permission.ts'

/** The sponsors of a programme, and its managers: they see what is told of it. */
export function mayReadReport({ memberships }: Actor, id: ProgrammeId): boolean {
  return memberships.some(
    ({ programmeId, role }) => programmeId === id && (role === 'sponsor' || role === 'manager'),
  )
}

/** Where a sponsor begins; null: he is none. */
export function reportOf({ memberships }: Actor): ProgrammeId | null {
  return memberships.find(({ role }) => role === 'sponsor')?.programmeId ?? null
}
