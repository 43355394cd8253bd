import { NotLogged, StatusBadge } from '../../../parts/badges.tsx'
import { Hidden } from '../../../parts/fields.tsx'
import { FreeDays } from '../../../parts/free-days.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { elsewhereText, When } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled } from '../../../words/punctuation.ts'
import { paths } from '../../paths.ts'
import type { Opened } from './calendar-data.ts'

type Props = { readonly frame: PageFrame; readonly opened: Opened }

/** A session beside the calendar: when, in which state, and its free times to move it to. */
export function OpenedSession({ frame, opened }: Props) {
  const { id, executive, mentor, status, times } = opened
  const words = wordsFor(frame)
  return (
    <>
      <header>
        <h2 tabindex={-1} data-first={opened.moves?.length ? undefined : ''}>
          {words.session.title(executive, mentor)}
        </h2>
        <p class="hint">
          <StatusBadge status={status} frame={frame} />{' '}
          <NotLogged status={status} time={times.at(0) ?? null} frame={frame} />
        </p>
      </header>
      <ul class="stack">
        {times.map((time) => (
          <li>
            <When time={time} frame={frame} />
          </li>
        ))}
      </ul>
      <Clocks frame={frame} opened={opened} />
      <Moves frame={frame} opened={opened} />
      <p>
        <a href={paths.session(id)}>{words.calendar.opened.page}</a>
      </p>
    </>
  )
}

/** The same time on the clocks of the others. Of the held times of an offer none is the session's, so nothing is said. */
function Clocks({ frame, opened: { times, clocks } }: Props) {
  const [time, another] = times
  if (!time || another || clocks.length === 0) return null
  return (
    <ul class="lines" aria-label={wordsFor(frame).calendar.opened.others}>
      {clocks.map(({ who, zone, href }) => (
        <li class="hint">
          {labelled(who, frame.locale)} <a href={href}>{elsewhereText({ time, frame, zone })}</a>
        </li>
      ))}
    </ul>
  )
}

/** One choice and one press; the page of the session has the rest. */
function Moves({ frame, opened: { id, moves, against, executiveZone, here } }: Props) {
  const words = wordsFor(frame).calendar.opened
  if (moves === null) return null
  if (moves.length === 0) return <p class="hint">{against ?? words.noMove}</p>
  return (
    <form method="post" action={paths.sessionTime(id)} class="stack">
      <Hidden values={{ back: here }} />
      <fieldset class="field">
        <legend>{words.moveTo}</legend>
        <FreeDays
          times={moves}
          frame={frame}
          other={executiveZone}
          each={({ start }, label, about) => (
            <span class="chip">
              <input
                type="radio"
                id={`to-${start}`}
                name="start"
                value={start}
                data-first={start === moves[0]?.start ? '' : undefined}
                required
              />
              <label for={`to-${start}`}>
                {label}
                <span class="unseen"> {about}</span>
              </label>
            </span>
          )}
        />
      </fieldset>
      <button class="quiet" type="submit">
        {words.move}
      </button>
    </form>
  )
}
