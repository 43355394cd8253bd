import type { ProgrammeId } from '../../worker/domain/ids.ts'
import type { Locale } from '../../worker/domain/people/person.ts'
import type { Day, Instant, Zone } from '../../worker/domain/time/time.ts'

export type NavItem =
  | 'today'
  | 'board'
  | 'calendar'
  | 'pairings'
  | 'people'
  | 'deliveries'
  | 'mine'
  | 'hours'
  | 'desk'

export type Nav = {
  readonly name: string
  /** A manager's own settings; null for everybody else. */
  readonly own: string | null
  /** Whether there is a search: a manager's. */
  readonly isSearched: boolean
  readonly items: readonly NavItem[]
  readonly current: NavItem | null
  /** The current programme, and whether the reader has another. */
  readonly programme: {
    readonly id: ProgrammeId
    readonly name: string
    readonly several: boolean
  } | null
}

/** Addresses of the built files, with a content hash in the name. */
export type Assets = {
  readonly styles: string
  readonly calendar: string
  readonly forms: string
  readonly inPlace: string
  readonly searchKey: string
  readonly busy: string
  /** What stands in the page itself, allowed by its hash. */
  readonly inline: Inline
}

/** The stylesheet of pages opened from a mail, and the script of the sign-in. */
export type Inline = { readonly style: string; readonly wayBack: string }

/** One sentence: what was just done, or why it was refused. */
export type Notice = {
  readonly tone: 'done' | 'refused'
  readonly sentence: string
  /** What can still be done about it. */
  readonly deeds?: readonly NoticeDeed[]
}

/** One press beside the sentence: to take back what was done, or to send it without waiting. */
export type NoticeDeed = {
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly label: string
}

/** What every page gets: the reader's language and zone, and what surrounds the page. */
export type PageFrame = {
  readonly locale: Locale
  readonly zone: Zone
  /** The server's time when the page was made. */
  readonly now: Instant
  readonly assets: Assets
  /** Null on pages opened from a mail. */
  readonly nav: Nav | null
  readonly notice: Notice | null
  /** Set when the page's programme is closed: the page says so and is read-only. */
  readonly closed: Closed | null
}

/** `at` is null while the closing is still running. */
export type Closed = { readonly at: Instant | null; readonly purgeOn: Day | null }
