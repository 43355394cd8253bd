import { wordsFor } from '../../../words/pages/words.ts'
import type { CalendarAround, CalendarMentor } from './calendar-data.ts'
import { addressOf, closed } from './view.ts'

type Props = { readonly data: CalendarAround }

/** A cancelled session stands on no calendar. */
const MARKED = ['fixed', 'offered', 'happened', 'cut-short', 'did-not-happen'] as const

/** What the marks of the grid mean, in words. */
export function Legend({ data: { frame, view } }: Props) {
  const words = wordsFor(frame)
  return (
    <ul class="marks with-grid no-print" aria-label={words.calendar.legend}>
      {MARKED.map((status) => (
        <li>
          <span class={`mark is-${status}`} aria-hidden="true"></span>
          {words.states.session[status]}
        </li>
      ))}
      <li>
        <span class={`mark is-hours of-${view.kind}`} aria-hidden="true"></span>
        {words.calendar.hours}
      </li>
    </ul>
  )
}

type ColoursProps = Props & { readonly mentors: readonly CalendarMentor[] }

/** More than there are colours are folded away: each session says its mentor itself. */
const MENTORS_IN_SIGHT = 8

export function Colours({ data, mentors }: ColoursProps) {
  const words = wordsFor(data.frame).calendar
  if (mentors.length <= MENTORS_IN_SIGHT) return <ColourList data={data} mentors={mentors} />
  return (
    <details class="quietly no-print">
      <summary>{words.colours}</summary>
      <ColourList data={data} mentors={mentors} />
    </details>
  )
}

/** Each leads to the sessions of that mentor alone. */
function ColourList({ data: { frame, view }, mentors }: ColoursProps) {
  const words = wordsFor(frame).calendar
  return (
    <ul class="mentors no-print" aria-label={words.mentors}>
      {mentors.map(({ id, name, colour }) => (
        <li class={`mentor-${colour}`}>
          {view.mentor === id ? (
            name
          ) : (
            <a href={addressOf({ ...closed(view), mentor: id })} aria-label={words.onlyHim(name)}>
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
