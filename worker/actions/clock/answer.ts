import type { Instant } from '../../domain/time/time.ts'

/**
 * What became of a timer. `done`: its subject is armed anew. `no`: it could not be done now, and why, as a code. `again`:
 * it is done for now, and is owed again at that moment.
 */
export type ClockAnswer =
  | { readonly kind: 'done'; readonly count: number }
  | { readonly kind: 'no'; readonly said: string }
  | { readonly kind: 'again'; readonly at: Instant; readonly count: number }

export const DONE = { kind: 'done', count: 1 } as const satisfies ClockAnswer
/** Nothing was owed after all: the timer is armed as the state says. */
export const NOT_OWED = { kind: 'done', count: 0 } as const satisfies ClockAnswer

export function no(said: string): ClockAnswer {
  return { kind: 'no', said }
}
