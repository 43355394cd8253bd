import { iso } from '../../../../worker/domain/time/time.ts'
import { StatusBadge } from '../../../parts/badges.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatDay, hoursOf } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { CalendarData, CalendarSession } from './calendar-data.ts'

type Props = { readonly data: CalendarData }

/** The week as a list by day: for narrow screens, screen readers and browsers without script. */
export function Agenda({ data }: Props) {
  const { frame, sessions } = data
  const words = wordsFor(frame).calendar
  const days = Map.groupBy(sessions, ({ time }) => formatDay(time.start, frame))
  return (
    <section class="agenda" aria-label={words.agendas.week}>
      {sessions.length === 0 ? (
        <p class="soft">
          {words.nothing} <a href={paths.pairings}>{wordsFor(frame).frame.nav.pairings}</a>
        </p>
      ) : null}
      {[...days].map(([day, those]) => (
        <>
          <h2 class="day">{day}</h2>
          <ul class="rows">
            {those.map((session) => (
              <AgendaRow frame={frame} session={session} mentor={session.mentor} />
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

type RowProps = {
  readonly frame: PageFrame
  readonly session: CalendarSession
  /** Null when the list is one mentor's. */
  readonly mentor: string | null
}

export function AgendaRow({ frame, session, mentor }: RowProps) {
  const { time, colour, executive, status, id } = session
  const hours = hoursOf(time, frame)
  return (
    <li class={`row mentor-${colour}`}>
      <p class="row-when">
        <time datetime={iso(time.start)}>{hours.from}</time>–{hours.to}
      </p>
      <p class="row-what">
        <a class="name" href={paths.session(id)}>
          {executive}
        </a>{' '}
        {mentor ? <span class="soft">{wordsFor(frame).today.withMentor(mentor)}</span> : null}
      </p>
      <p class="row-how">
        <StatusBadge status={status} frame={frame} />
      </p>
    </li>
  )
}
