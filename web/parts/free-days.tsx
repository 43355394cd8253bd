import type { Child } from 'hono/jsx'

import { type Interval, iso, type Zone } from '../../worker/domain/time/time.ts'
import { formatDay, formatMoment, formatTime, zoneLabel } from '../words/moments.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'
import { differs, type ReaderClock, zoneThen } from './when.tsx'

type Props = {
  readonly times: readonly Interval[]
  readonly frame: PageFrame
  /** The other person's clock; it stands in brackets where it differs. */
  readonly other: ReaderClock
  /** The control of one time: its label, and the whole moment for screen readers. */
  readonly each: (time: Interval, label: Child, about: string) => Child
}

/** Free times day by day, each a control. */
export function FreeDays({ times, frame, other, each }: Props) {
  const days = Map.groupBy(times, ({ start }) => formatDay(start, frame))
  const [first] = times
  if (!first) return null
  const zones = zonesAt(first, frame, other)
  return (
    <>
      <p class="soft">{zones}</p>
      {Array.from(days, ([day, ofDay]) => (
        <div class="free-day" role="group" aria-label={day}>
          <p class="soft" aria-hidden="true">
            {day}
          </p>
          <OtherZones times={ofDay} frame={frame} other={other} said={zones} />
          <div class="chips">
            {ofDay.map((time) =>
              each(time, <Label time={time} frame={frame} other={other} />, formatMoment(time.start, frame)),
            )}
          </div>
        </div>
      ))}
    </>
  )
}

type OtherZonesProps = Pick<Props, 'times' | 'frame' | 'other'> & { readonly said: string }

/** A day on which a clock has changed, or on which the other person is elsewhere. */
function OtherZones({ times: [time], frame, other, said }: OtherZonesProps) {
  const zones = time && zonesAt(time, frame, other)
  return zones && zones !== said ? <p class="soft">{zones}</p> : null
}

function zonesAt(time: Interval, frame: PageFrame, other: ReaderClock): string {
  const labelOf = (zone: Zone) => zoneLabel(zone, frame.locale, time.start)
  const { frame: words, steering } = wordsFor(frame)
  const there = zoneThen(other, time)
  const own = words.zoneOf(labelOf(frame.zone))
  return differs(time, frame, there) ? `${own} ${steering.inBrackets(labelOf(there))}` : own
}

function Label({ time, frame, other }: Pick<Props, 'frame' | 'other'> & { readonly time: Interval }) {
  const there = zoneThen(other, time)
  return (
    <>
      <time datetime={iso(time.start)}>{formatTime(time.start, frame)}</time>
      {differs(time, frame, there) ? `\u00a0(${formatTime(time.start, { ...frame, zone: there })})` : ''}
    </>
  )
}
