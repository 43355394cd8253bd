import type { Interval } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatDay, hoursOf } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled } from '../../../words/punctuation.ts'
import type { CalendarData } from './calendar-data.ts'

/** Mentors' open hours as text: on the grid they are a colour, which a screen reader cannot read. */
export function OpenHours({ data: { frame, mentors } }: { readonly data: CalendarData }) {
  const words = wordsFor(frame).calendar
  return (
    <details class="quietly no-print">
      <summary>{words.openHours}</summary>
      <dl class="open-hours">
        {mentors.map(({ name, open }) => (
          <div>
            <dt>{name}</dt>
            {open.length === 0 ? <dd class="soft">{words.closed}</dd> : null}
            {byDay(open, frame).map(([day, hours]) => (
              <dd>
                {labelled(day, frame.locale)} {hours.join(', ')}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  )
}

function byDay(
  open: readonly Interval[],
  frame: PageFrame,
): readonly (readonly [string, readonly string[]])[] {
  const days = Map.groupBy(open, ({ start }) => formatDay(start, frame))
  const hours = (time: Interval) => {
    const { from, to } = hoursOf(time, frame)
    return `${from}–${to}`
  }
  return [...days].map(([day, those]) => [day, those.map(hours)] as const)
}
