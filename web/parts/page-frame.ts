import type { ProgrammeId } from '../../worker/domain/ids.ts'
import type { Locale } from '../../worker/domain/people/person.ts'
import type { Day, Instant, Zone } from '../../worker/domain/time/time.ts'

export type NavItem = 'today' | 'board' | 'calendar' | 'pairings' | 'people' | 'deliveries' | 'mine' | 'hours'

export type Nav = {
  readonly name: string
  readonly items: readonly NavItem[]
  readonly current: NavItem | null
  /** The programme worked in, and whether the reader has another. */
  readonly programme: {
    readonly id: ProgrammeId
    readonly name: string
    readonly several: boolean
  } | null
}

/** Addresses of the built files, with the hash of their content in the name. */
export type Assets = { readonly styles: string; readonly calendar: string; readonly forms: string }

/** One sentence on what just happened, or why it did not. */
export type Notice = { readonly tone: 'done' | 'refused'; readonly sentence: string }

/** What every page is given: the reader's language and zone, and what stands around the page. */
export type PageFrame = {
  readonly locale: Locale
  readonly zone: Zone
  /** The product's clock, when the page was made. */
  readonly now: Instant
  readonly assets: Assets
  /** Null on pages opened from a mail. */
  readonly nav: Nav | null
  readonly notice: Notice | null
  /** The programme the page is about is over: it says so, and takes nothing more. */
  readonly closed: Closed | null
}

/** `at` is null while it is being closed. */
export type Closed = { readonly at: Instant | null; readonly purgeOn: Day | null }
