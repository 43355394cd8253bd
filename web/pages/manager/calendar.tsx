import type { SessionId } from '../../../worker/domain/ids.ts'
import type { SessionStatus } from '../../../worker/domain/sessions.ts'
import type { Day, Interval } from '../../../worker/domain/time.ts'
import { Frame, type PageFrame } from '../../parts/frame.tsx'
import { Icon } from '../../parts/icons.tsx'
import { formatDay, zoneLabel } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { Agenda } from './agenda.tsx'
import { OpenHours } from './open-hours.tsx'

/** 1 to 8: the colour that stands for a mentor in every view of the calendar. */
export type MentorColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export type CalendarMentor = {
  readonly name: string
  readonly colour: MentorColour
  /** Open intervals of the week shown, in order. */
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
  readonly previousHref: string
  readonly nextHref: string
  readonly currentHref: string
  /** The same week with the grid on a narrow screen too. */
  readonly gridHref: string
  /** `wide`: the grid from 640 px on; `always`: asked for on a narrow screen. */
  readonly grid: 'wide' | 'always'
  /** Where the grid reads from, with the programme in its query. */
  readonly feed: string
  /** Now on the reader's wall, `2027-03-22T10:04`. */
  readonly now: string
  readonly sessions: readonly CalendarSession[]
  readonly mentors: readonly CalendarMentor[]
}

export function CalendarPage(data: CalendarData) {
  const { frame, week } = data
  const words = wordsFor(frame).calendar
  return (
    <Frame frame={frame} title={words.week(formatDay(week, frame))} script="calendar">
      <header class="heading split">
        <h1>{words.week(formatDay(week, frame))}</h1>
        <Weeks data={data} />
        <p class="soft">
          {wordsFor(frame).frame.zoneOf(zoneLabel(frame.zone, frame.locale, frame.now))}{' '}
          <span class="hint with-grid">{words.hint}</span>
        </p>
      </header>
      <Mentors data={data} />
      <Grid data={data} />
      <Agenda data={data} />
      <OpenHours data={data} />
    </Frame>
  )
}

function Weeks({ data }: { readonly data: CalendarData }) {
  const words = wordsFor(data.frame).calendar
  return (
    <p class="weeks">
      <a class="button quiet" href={data.previousHref}>
        <Icon name="back" />
        <span class="unseen">{words.previous}</span>
      </a>
      <a class="button quiet" href={data.currentHref}>
        {words.current}
      </a>
      <a class="button quiet" href={data.nextHref}>
        <Icon name="onward" />
        <span class="unseen">{words.next}</span>
      </a>
      <a class="button quiet narrow-only" href={data.gridHref}>
        {words.toGrid}
      </a>
    </p>
  )
}

function Mentors({ data }: { readonly data: CalendarData }) {
  return (
    <ul class="mentors" aria-label={wordsFor(data.frame).calendar.mentors}>
      {data.mentors.map(({ name, colour }) => (
        <li class={`mentor-${colour}`}>{name}</li>
      ))}
    </ul>
  )
}

/** Empty without script; the list below says the same. */
function Grid({ data: { frame, week, grid, feed, now, mentors } }: { readonly data: CalendarData }) {
  const words = wordsFor(frame).calendar
  return (
    <section aria-label={words.grid} class="with-grid">
      <p class="live" role="status" id="calendar-said"></p>
      <div class="grid-box">
        <div
          id="calendar"
          class={`rails-${Math.max(1, mentors.length)}`}
          data-feed={feed}
          data-week={week}
          data-zone={frame.zone}
          data-locale={frame.locale}
          data-now={now}
          data-grid={grid}
          data-moved={words.moved}
          data-failed={words.failed}
        ></div>
      </div>
    </section>
  )
}
