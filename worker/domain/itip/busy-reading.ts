import type { Interval } from '../time/time.ts'

export type BusyKind = 'busy' | 'tentative' | 'out-of-office'

export type BusyInterval = Interval & { readonly kind: BusyKind }

/** `unknown` must not count as free: the feed, or a part of it, could not be read. */
export type BusyReading = {
  readonly state: 'known' | 'unknown'
  /** Sorted, disjoint, within the window. Where kinds overlap, the stronger one counts. */
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
  | 'ends-before-start'
