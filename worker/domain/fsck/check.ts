import type { Instant } from '../time/time.ts'

/** What must hold in the database whatever happened, by name. docs/operating.md says what each means, and what to do. */
export const CHECKS = [
  'double-booked',
  'not-claimed',
  'claimed-for-nothing',
  'link-shared',
  'diary-missing',
  'address-astray',
  'minutes-astray',
  'open-after-end',
  'two-open-sessions',
  'wrong-people',
  'offer-astray',
  'log-astray',
  'bumps-miscounted',
  'totals-miscounted',
  'events-missing',
  'state-astray',
  'letter-doubled',
  'sequence-falls',
  'invite-after-cancellation',
  'letter-state',
  'not-invited',
  'invite-unsent',
  'cancellation-unsent',
  'offer-unsent',
  'timer-orphaned',
  'timer-missing',
  'access-outlives',
  'erased-but-named',
  'key-astray',
  'reference-broken',
  'access-log-changed',
  'seal-unopened',
  'file-damaged',
] as const
export type CheckName = (typeof CHECKS)[number]

/** One thing that does not hold: how often, and the ids of the first. */
export type Finding = { readonly name: CheckName; readonly count: number; readonly ids: readonly string[] }

/** What is kept of a nightly run: names and counts, no ids. */
export type Checked = {
  readonly at: Instant
  readonly broken: readonly Pick<Finding, 'name' | 'count'>[]
}
