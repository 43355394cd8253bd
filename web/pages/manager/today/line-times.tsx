import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatRange, hoursOf, zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import type { TimeAbroad } from './today-data.ts'

type Props = { readonly times: readonly TimeAbroad[]; readonly frame: PageFrame }

/** Times on offer by her clock, and by the executive's in brackets where that is another, which is named once. */
export function LineTimes({ times, frame }: Props) {
  const zone = sharedZone(times, frame)
  return (
    <>
      {times.map((time) => (
        <span class="soft row-time">{zone === null ? bothClocks(time, frame) : inBrackets(time, frame)}</span>
      ))}
      {zone === null ? null : <span class="soft row-time">{wordsFor(frame).steering.inBrackets(zone)}</span>}
    </>
  )
}

/** The other clock that several times have in common; null if there is none, or not for all. */
function sharedZone(times: readonly TimeAbroad[], frame: PageFrame): string | null {
  const labels = times.map((time) => (isAbroad(time, frame) ? labelOf(time, frame) : null))
  const [first = null] = labels
  return times.length > 1 && labels.every((each) => each === first) ? first : null
}

function inBrackets(time: TimeAbroad, frame: PageFrame): string {
  return `${formatRange(time, frame)} (${hoursThere(time, frame)})`
}

function bothClocks(time: TimeAbroad, frame: PageFrame): string {
  const own = formatRange(time, frame)
  return isAbroad(time, frame) ? `${own} · ${hoursThere(time, frame)}, ${labelOf(time, frame)}` : own
}

function isAbroad(time: TimeAbroad, frame: PageFrame): boolean {
  return hoursOf(time, { ...frame, zone: time.zone }).from !== hoursOf(time, frame).from
}

function hoursThere(time: TimeAbroad, frame: PageFrame): string {
  const { from, to } = hoursOf(time, { ...frame, zone: time.zone })
  return `${from}–${to}`
}

function labelOf({ zone, start }: TimeAbroad, frame: PageFrame): string {
  return zoneLabel(zone, frame.locale, start)
}
