import type { SessionId } from '../../../../worker/domain/ids.ts'
import type { SessionStatus } from '../../../../worker/domain/session/session.ts'
import type { Day, Interval } from '../../../../worker/domain/time/time.ts'
import { Frame, type PageFrame } from '../../../parts/frame.tsx'
import { formatDay, zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { Agenda } from './agenda.tsx'
import { Grid, type GridData } from './calendar-grid.tsx'
import { TurnLinks, type Turns } from './calendar-turns.tsx'
import { OpenHours } from './open-hours.tsx'

/** 1 to 8: the colour that stands for a mentor in every view of the calendar. */
export type MentorColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export type CalendarMentor = {
  readonly name: string
  readonly colour: MentorColour
  /** Open intervals of the time shown, in order. */
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

export function CalendarPage(data: CalendarData) {
  const { frame, week, turns, grid, mentors } = data
  const words = wordsFor(frame).calendar
  return (
    <Frame frame={frame} title={words.week(formatDay(week, frame))} script="calendar">
      <header class="heading split">
        <h1>{words.week(formatDay(week, frame))}</h1>
        <TurnLinks frame={frame} view="week" turns={turns} />
        <ZoneAndHint frame={frame} hint={words.hint} />
      </header>
      <ul class="mentors" aria-label={words.mentors}>
        {mentors.map(({ name, colour }) => (
          <li class={`mentor-${colour}`}>{name}</li>
        ))}
      </ul>
      <Grid frame={frame} view="week" from={week} grid={grid} mentors={mentors.length} />
      <Agenda data={data} />
      <OpenHours data={data} />
    </Frame>
  )
}

/** Whose clock it is, and how the grid is used where there is one. */
export function ZoneAndHint({ frame, hint }: { readonly frame: PageFrame; readonly hint: string }) {
  return (
    <p class="soft">
      {wordsFor(frame).frame.zoneOf(zoneLabel(frame.zone, frame.locale, frame.now))}{' '}
      <span class="hint with-grid">{hint}</span>
    </p>
  )
}
