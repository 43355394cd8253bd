import type { PairingId, PersonId, SessionId } from '../../../../worker/domain/ids.ts'
import type { SessionStatus } from '../../../../worker/domain/session/session.ts'
import type { Instant, Interval, Zone } from '../../../../worker/domain/time/time.ts'
import type { RadioChoice } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { ReaderClock } from '../../../parts/when.tsx'
import type { GridData } from './calendar-grid.tsx'
import type { Turns } from './calendar-turns.tsx'
import type { CalendarView } from './view.ts'

/** 1 to 8: a mentor's colour in every view of the calendar. */
export type MentorColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export type CalendarMentor = {
  readonly id: PersonId
  readonly name: string
  readonly colour: MentorColour
  /** Open intervals in the shown period, in order. */
  readonly open: readonly Interval[]
}

export type CalendarSession = {
  readonly id: SessionId
  readonly time: Interval
  readonly executive: string
  readonly mentor: string
  readonly colour: MentorColour
  readonly status: SessionStatus
  /** The calendar with this session open beside it. */
  readonly openHref: string
}

/** What a week and a day have in common. */
export type CalendarAround = {
  /** In the zone that is shown. */
  readonly frame: PageFrame
  readonly view: CalendarView
  readonly turns: Turns
  readonly grid: GridData
  /** An empty value: everybody, and the reader's own clock. */
  readonly choices: { readonly mentors: readonly RadioChoice[]; readonly zones: readonly RadioChoice[] }
  /** Whose sessions alone are shown. */
  readonly only: string | null
  /** When the clocks change in what is shown, and how the zone is called before and after. */
  readonly clocks: ClockChange | null
  readonly beside: Beside
}

export type ClockChange = { readonly at: Instant; readonly before: string; readonly after: string }

export type CalendarData = CalendarAround & {
  readonly sessions: readonly CalendarSession[]
  readonly mentors: readonly CalendarMentor[]
}

/** What stands beside the calendar: one session, or a time to book or offer. */
export type Beside = { readonly kind: 'nothing' } | { readonly kind: 'gone' } | Opened | Starting

export type Opened = {
  readonly kind: 'session'
  readonly id: SessionId
  readonly executive: string
  readonly mentor: string
  readonly status: SessionStatus
  /** Its time, or the held times of its offer. */
  readonly times: readonly Interval[]
  readonly executiveZone: ReaderClock
  /** The clocks of those who meet where they differ from the page's at its time, and where to see the calendar so. */
  readonly clocks: readonly OpenedClock[]
  /** The reporting line that keeps it from any other time; null: none. */
  readonly against: string | null
  /** Null: it cannot be moved. */
  readonly moves: readonly Interval[] | null
  /** The view as it is now. */
  readonly here: string
}

export type OpenedClock = { readonly who: string; readonly zone: Zone; readonly href: string }

export type Starting = {
  readonly kind: 'slot'
  readonly form: FormState
  /** What the form keeps of the view. */
  readonly hidden: Readonly<Record<string, string>>
  readonly time: Interval | null
  readonly free: readonly StartRow[]
  readonly others: readonly StartRow[]
  /** How many others are not listed. */
  readonly unlisted: number
}

/** A pairing that could meet then. */
export type StartRow = {
  readonly id: PairingId
  readonly executive: string
  readonly mentor: string
  /** How long they would meet; null: as long as the panel says. */
  readonly minutes: number | null
  /** What the judge says to it; null: nothing. */
  readonly against: string | null
  /** Where it is booked or offered; null: no reason of hers would make it possible. */
  readonly ways: { readonly book: string; readonly offer: string } | null
}
