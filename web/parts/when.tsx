import { type Instant, type Interval, iso, type Zone } from '../../worker/domain/time/time.ts'
import {
  bothZones,
  deadlineWithZone,
  formatDay,
  formatMoment,
  hoursOf,
  momentWithZone,
  zoneLabelOf,
} from '../words/moments.ts'
import type { PageFrame } from './page-frame.ts'

type WhenProps = {
  readonly time: Interval
  readonly frame: PageFrame
  /** The other person's clock; shown only when it differs then. */
  readonly other?: ReaderClock | null
  /** The reader's own clock, when a trip makes it differ from the page's. */
  readonly own?: ReaderClock | undefined
}

/** A zone, or for a traveller the zone at a moment. */
export type ReaderClock = Zone | ((moment: Instant) => Zone)

/** A time: the day, the hours, the zone, and the other zone where it differs. */
export function When({ time, frame: page, other, own }: WhenProps) {
  const frame = own ? { ...page, zone: zoneThen(own, time) } : page
  const { from, to } = hoursOf(time, frame)
  const there = other ? zoneThen(other, time) : null
  return (
    <span class="when">
      <span class="when-day">{formatDay(time.start, frame)}</span>{' '}
      <span class="when-hours">
        <time datetime={iso(time.start)}>{from}</time>–<time datetime={iso(time.end)}>{to}</time>
      </span>{' '}
      <span class="zone">{zoneLabelOf(time, frame)}</span>
      {there && differs(time, frame, there) ? <Elsewhere time={time} frame={frame} zone={there} /> : null}
    </span>
  )
}

/** The zone that a clock shows at the start of a time. */
export function zoneThen(clock: ReaderClock, { start }: Interval): Zone {
  return typeof clock === 'string' ? clock : clock(start)
}

export function Moment({ at, frame }: { readonly at: Instant; readonly frame: PageFrame }) {
  return <time datetime={iso(at)}>{formatMoment(at, frame)}</time>
}

type OtherClocksProps = {
  readonly time: Interval
  readonly frame: PageFrame
  /** Those of the people who meet. */
  readonly clocks: readonly ReaderClock[]
}

/** The same time on the clocks of others where they differ from the page's, each zone once. */
export function OtherClocks({ time, frame, clocks }: OtherClocksProps) {
  const zones = clocks.map((clock) => zoneThen(clock, time)).filter((zone) => differs(time, frame, zone))
  const once = new Map(zones.map((zone) => [zoneLabelOf(time, { locale: frame.locale, zone }), zone]))
  return (
    <>
      {Array.from(once.values(), (zone) => (
        <Elsewhere time={time} frame={frame} zone={zone} />
      ))}
    </>
  )
}

type ElsewhereProps = { readonly time: Interval; readonly frame: PageFrame; readonly zone: Zone }

function Elsewhere({ time, frame, zone }: ElsewhereProps) {
  return <span class="elsewhere">{elsewhereText({ time, frame, zone })}</span>
}

/** The same time on the other person's clock, with the day if it differs. */
export function elsewhereText({ time, frame, zone }: ElsewhereProps): string {
  const there = { locale: frame.locale, zone }
  const day = formatDay(time.start, there)
  const { from, to } = hoursOf(time, there)
  const isSameDay = day === formatDay(time.start, frame)
  return `${isSameDay ? '' : `${day}, `}${from}–${to} ${zoneLabelOf(time, there)}`
}

/** A sentence with a moment in it: the moment is a `<time>`, with its zone. */
export function Saying({ sentence, at, frame, deadline = false }: SayingProps) {
  const [before, after] = sentence('\n').split('\n')
  return (
    <>
      {before}
      <time datetime={iso(at)}>{deadline ? deadlineWithZone(at, frame) : momentWithZone(at, frame)}</time>
      {after}
    </>
  )
}

type SayingProps = {
  readonly sentence: (moment: string) => string
  readonly at: Instant
  readonly frame: PageFrame
  /** An end at midnight is shown as 24:00 of the day it ends. */
  readonly deadline?: boolean
}

/** Two zones differ only if their clocks do at that moment, whatever their names. */
export function differs(time: Interval, { zone, locale }: PageFrame, other: Zone): boolean {
  return bothZones(time, zone, other, locale).length > 1
}
