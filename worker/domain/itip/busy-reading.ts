import type { Interval } from '../time/time.ts'

export type BusyKind = 'busy' | 'tentative' | 'out-of-office'

export type BusyInterval = Interval & { readonly kind: BusyKind }

/** `unknown` is never free: something of the feed could not be placed, or nothing of it read. */
export type BusyReading = {
  readonly state: 'known' | 'unknown'
  /** Sorted, apart from each other, within the window; where kinds meet the stronger stands. */
  readonly busy: readonly BusyInterval[]
  readonly problems: readonly BusyProblem[]
}

export type BusyProblem =
  | 'too-large'
  | 'no-calendar'
  | 'incomplete'
  | 'unknown-zone'
  | 'unreadable-time'
  | 'rule-unreadable'
  | 'rule-too-often'
  | 'rule-unsupported'
  | 'too-many'
  | 'no-length'
