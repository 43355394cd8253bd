import { Frame } from '../../../parts/frame.tsx'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { Agenda } from './agenda.tsx'
import { WithBeside } from './beside.tsx'
import type { CalendarData } from './calendar-data.ts'
import { CalendarFilter, CalendarSays } from './calendar-filter.tsx'
import { Grid } from './calendar-grid.tsx'
import { TurnLinks } from './calendar-turns.tsx'
import { Colours, Legend } from './legend.tsx'
import { OpenHours } from './open-hours.tsx'

export function CalendarPage(data: CalendarData) {
  const { frame, view, turns, grid, mentors } = data
  const words = wordsFor(frame).calendar
  const title = words.week(formatDay(view.from, frame))
  return (
    <Frame frame={frame} title={title} script="calendar" isOnlyRead>
      <header class="heading split">
        <h1>{title}</h1>
        <TurnLinks frame={frame} view={data.view} turns={turns} />
        <CalendarSays data={data} hint={words.hint} />
      </header>
      <CalendarFilter data={data} />
      <WithBeside data={data}>
        <NoSessions data={data} />
        <Grid frame={frame} view="week" from={view.from} grid={grid} mentors={mentors.length} />
        <Agenda data={data} />
        <Legend data={data} />
        <Colours data={data} mentors={mentors} />
      </WithBeside>
      <OpenHours data={data} />
    </Frame>
  )
}

/** Above the grid as above the list: an empty grid may be scrolled to a wrong hour, or not read yet. */
function NoSessions({ data: { frame, sessions } }: { readonly data: CalendarData }) {
  if (sessions.length > 0) return null
  return (
    <p class="soft no-print">
      {wordsFor(frame).calendar.nothing} <a href={paths.pairings}>{wordsFor(frame).frame.nav.pairings}</a>
    </p>
  )
}
