import { addDays } from '../../../../worker/domain/time/days.ts'
import { type Day, iso } from '../../../../worker/domain/time/time.ts'
import { toWall } from '../../../../worker/domain/time/zones.ts'
import { NotLogged, StatusBadge } from '../../../parts/badges.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatDay, hoursOf } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { CalendarData, CalendarSession } from './calendar-data.ts'
import { startAddress } from './view.ts'

type Props = { readonly data: CalendarData }

/** The week as a list, all seven days: for narrow screens, screen readers, paper and browsers without script. */
export function Agenda({ data }: Props) {
  const { frame, sessions, view } = data
  const words = wordsFor(frame).calendar
  const days = Map.groupBy(sessions, (session) => dayOf(session, frame, view.from))
  return (
    <section class="agenda" aria-label={words.agendas.week}>
      {WEEK.map((index) => {
        const day = addDays(view.from, index)
        return <AgendaDay day={day} sessions={days.get(day) ?? []} data={data} />
      })}
    </section>
  )
}

const WEEK = [0, 1, 2, 3, 4, 5, 6]

/** One that goes on from the day before the week stands on its first day. */
function dayOf({ time }: CalendarSession, { zone }: PageFrame, first: Day): Day {
  const { day } = toWall(zone, time.start)
  return day < first ? first : day
}

type DayProps = Props & { readonly day: Day; readonly sessions: readonly CalendarSession[] }

function AgendaDay({ day, sessions, data: { frame, view } }: DayProps) {
  const words = wordsFor(frame).calendar
  const name = formatDay(day, frame)
  const today = toWall(frame.zone, frame.now).day
  return (
    <div class="agenda-day">
      <h2 class="day">
        {name}
        {day === today ? <span class="hint"> {words.turning.day.current}</span> : null}
      </h2>
      {sessions.length === 0 ? (
        <p class="soft">{words.nothingThatDay}</p>
      ) : (
        <ul class="rows">
          {sessions.map((session) => (
            <AgendaRow frame={frame} session={session} mentor={session.mentor} opened={view.session} />
          ))}
        </ul>
      )}
      {frame.closed || day < today ? null : (
        <p class="no-print">
          <a class="hint" href={startAddress(view, day)} aria-label={words.start.onDay(name)}>
            {words.start.open}
          </a>
        </p>
      )}
    </div>
  )
}

type RowProps = {
  readonly frame: PageFrame
  readonly session: CalendarSession
  /** Null when the list is one mentor's. */
  readonly mentor: string | null
  /** The session that is open beside the list. */
  readonly opened: string | null
}

/** Its hours open it beside the list, its name leads to its page. */
export function AgendaRow({ frame, session, mentor, opened }: RowProps) {
  const { time, colour, executive, status, id, openHref } = session
  const hours = hoursOf(time, frame)
  return (
    <li class={`row mentor-${colour}`}>
      <p class="row-when">
        <a href={openHref} aria-current={opened === id ? 'true' : undefined}>
          <time datetime={iso(time.start)}>{hours.from}</time>–{hours.to}
        </a>
      </p>
      <p class="row-what">
        <a class="name" href={paths.session(id)}>
          {executive}
        </a>{' '}
        {mentor ? <span class="soft">{wordsFor(frame).today.withMentor(mentor)}</span> : null}
      </p>
      <p class="row-how">
        <StatusBadge status={status} frame={frame} /> <NotLogged status={status} time={time} frame={frame} />
      </p>
    </li>
  )
}
