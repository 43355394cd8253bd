import type { Day, Interval } from '../../../../worker/domain/time/time.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatDay, hoursOf } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { sentenceOf } from '../../../words/refusals/sentence.ts'
import { paths } from '../../paths.ts'
import { AgendaRow } from './agenda.tsx'
import { WithBeside } from './beside.tsx'
import type { CalendarAround, CalendarMentor, CalendarSession } from './calendar-data.ts'
import { CalendarFilter, CalendarSays } from './calendar-filter.tsx'
import { Grid } from './calendar-grid.tsx'
import { TurnLinks } from './calendar-turns.tsx'
import { Legend } from './legend.tsx'

/** One mentor's day. */
export type DayColumn = CalendarMentor & { readonly sessions: readonly CalendarSession[] }

export type DayData = CalendarAround & {
  readonly day: Day
  readonly columns: readonly DayColumn[]
  /** Which of all mentors are shown, counted from 1, and links to the others. */
  readonly mentors: {
    readonly from: number
    readonly to: number
    readonly all: number
    readonly previousHref: string | null
    readonly nextHref: string | null
  }
}

type Props = { readonly data: DayData }

/** A day with mentors side by side, so that a session can be dragged to another mentor. */
export function DayPage(data: DayData) {
  const { frame, day, turns, grid, columns } = data
  const words = wordsFor(frame).calendar
  return (
    <Frame frame={frame} title={formatDay(day, frame)} script="calendar" isOnlyRead>
      <header class="heading split">
        <h1>{formatDay(day, frame)}</h1>
        <TurnLinks frame={frame} view={data.view} turns={turns} />
        <CalendarSays data={data} hint={words.dayHint} />
      </header>
      <CalendarFilter data={data} />
      <OtherMentors data={data} />
      {columns.length === 0 ? (
        <Empty title={words.noMentors} sentence={words.noMentorsHint}>
          <a class="button quiet" href={paths.newPerson('mentor')}>
            {wordsFor(frame).firstSteps.addMentor}
          </a>
        </Empty>
      ) : (
        <WithBeside data={data}>
          <Grid frame={frame} view="day" from={day} grid={grid} mentors={columns.length}>
            <Columns data={data} />
          </Grid>
          <MentorDays data={data} />
          <Legend data={data} />
        </WithBeside>
      )}
    </Frame>
  )
}

/** Eight are side by side; the others are on the next page. */
function OtherMentors({ data: { frame, mentors } }: Props) {
  const words = wordsFor(frame).calendar
  const { from, to, all, previousHref, nextHref } = mentors
  if (!previousHref && !nextHref) return null
  return (
    <nav class="actions" aria-label={words.mentors}>
      <span class="soft">{words.mentorsOf(from, to, all)}</span>
      {previousHref ? <a href={previousHref}>{words.previousMentors}</a> : null}
      {nextHref ? <a href={nextHref}>{words.nextMentors}</a> : null}
    </nav>
  )
}

/** The island draws one day into each column; it refuses a drop outside the hours without a request. */
function Columns({ data: { frame, columns } }: Props) {
  return (
    <>
      <div class="heads">
        {columns.map((column) => (
          <div class={`head mentor-${column.colour}`}>
            <MentorHead column={column} frame={frame} />
          </div>
        ))}
      </div>
      <div class="columns-of-day">
        {columns.map(({ id, name, colour }) => (
          <div
            class={`column-of-day mentor-${colour}`}
            data-mentor={id}
            data-closed={sentenceOf({ reason: 'outside-availability' }, frame, {
              mentor: name,
              executive: null,
              answerer: null,
            })}
          ></div>
        ))}
      </div>
    </>
  )
}

/** The mentor's name and hours in words: a screen reader cannot read a colour. */
function MentorHead({ column, frame }: { readonly column: DayColumn; readonly frame: PageFrame }) {
  const { id, name, open } = column
  const hours = (time: Interval) => {
    const { from, to } = hoursOf(time, frame)
    return `${from}–${to}`
  }
  return (
    <>
      <h2>
        <a class="name" href={paths.person(id)}>
          {name}
        </a>
      </h2>
      <p class="hint">{open.length > 0 ? open.map(hours).join(', ') : wordsFor(frame).calendar.closedDay}</p>
    </>
  )
}

/** The same as lists, for narrow screens and browsers without script. */
function MentorDays({ data: { frame, columns, view } }: Props) {
  const words = wordsFor(frame).calendar
  return (
    <section class="agenda" aria-label={words.agendas.day}>
      {columns.map((column) => (
        <div class="agenda-day">
          <header class="day">
            <MentorHead column={column} frame={frame} />
          </header>
          {column.sessions.length === 0 ? (
            <p class="soft">{words.nothingFor}</p>
          ) : (
            <ul class="rows">
              {column.sessions.map((session) => (
                <AgendaRow frame={frame} session={session} mentor={null} opened={view.session} />
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  )
}
