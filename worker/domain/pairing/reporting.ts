import type { PersonId } from '../ids.ts'

/** One of a pair is the other's superior, so many steps above; 1: directly. */
export type Reporting = {
  readonly personId: PersonId
  readonly managerId: PersonId
  readonly steps: number
}
