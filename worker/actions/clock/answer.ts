import type { Instant } from '../../domain/time/time.ts'

/**
 * What became of a timer. `done`: its subject is armed anew. `no`: it could not be done now, and why, as a code. `again`:
 * it is done for now, and is owed again at that moment. `not-owed`: the state says otherwise than the timer, which is made
 * anew.
 */
export type ClockAnswer =
  | { readonly kind: 'done'; readonly count: number }
  | { readonly kind: 'no'; readonly said: string }
  | { readonly kind: 'again'; readonly at: Instant; readonly count: number }
  | { readonly kind: 'not-owed' }

export const DONE = { kind: 'done', count: 1 } as const satisfies ClockAnswer
/** Done, with nothing to show for it. */
export const NOTHING_NEW = { kind: 'done', count: 0 } as const satisfies ClockAnswer
export const NOT_OWED = { kind: 'not-owed' } as const satisfies ClockAnswer

export function no(said: string): ClockAnswer {
  return { kind: 'no', said }
}
