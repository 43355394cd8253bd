import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatDay, zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { Agenda } from './agenda.tsx'
import type { CalendarData } from './calendar-data.ts'
import { Grid } from './calendar-grid.tsx'
import { TurnLinks } from './calendar-turns.tsx'
import { OpenHours } from './open-hours.tsx'

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

/** The zone of the times, and how to use the grid. */
export function ZoneAndHint({ frame, hint }: { readonly frame: PageFrame; readonly hint: string }) {
  return (
    <p class="soft">
      {wordsFor(frame).frame.zoneOf(zoneLabel(frame.zone, frame.locale, frame.now))}{' '}
      <span class="hint with-grid">{hint}</span>
    </p>
  )
}
