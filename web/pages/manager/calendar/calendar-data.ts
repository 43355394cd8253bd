import type { SessionId } from '../../../../worker/domain/ids.ts'
import type { SessionStatus } from '../../../../worker/domain/session/session.ts'
import type { Day, Interval } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { GridData } from './calendar-grid.tsx'
import type { Turns } from './calendar-turns.tsx'

/** 1 to 8: a mentor's colour in every view of the calendar. */
export type MentorColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export type CalendarMentor = {
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
}

export type CalendarData = {
  readonly frame: PageFrame
  /** The Monday of the week shown. */
  readonly week: Day
  readonly turns: Turns
  readonly grid: GridData
  readonly sessions: readonly CalendarSession[]
  readonly mentors: readonly CalendarMentor[]
}
