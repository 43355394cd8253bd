import { type Instant, type Interval, iso, type Zone } from '../../worker/domain/time.ts'
import type { PageFrame } from './frame.tsx'
import {
  bothZones,
  deadlineWithZone,
  formatDay,
  formatMoment,
  formatTime,
  momentWithZone,
  zoneLabel,
} from '../words/moments.ts'

type WhenProps = {
  readonly time: Interval
  readonly frame: PageFrame
  /** The other person's zone; shown only where its clock differs then. */
  readonly other?: Zone | null
}

/** A time to read at a glance: the day, the hours, the zone, and the other zone where it differs. */
export function When({ time, frame, other }: WhenProps) {
  return (
    <span class="when">
      <span class="when-day">{formatDay(time.start, frame)}</span>{' '}
      <span class="when-hours">
        <time datetime={iso(time.start)}>{formatTime(time.start, frame)}</time>–
        <time datetime={iso(time.end)}>{formatTime(time.end, frame)}</time>
      </span>{' '}
      <span class="zone">{zoneLabel(frame.zone, frame.locale, time.start)}</span>
      {other && differs(time, frame, other) ? <Elsewhere time={time} frame={frame} zone={other} /> : null}
    </span>
  )
}

export function Moment({ at, frame }: { readonly at: Instant; readonly frame: PageFrame }) {
  return <time datetime={iso(at)}>{formatMoment(at, frame)}</time>
}

type ElsewhereProps = { readonly time: Interval; readonly frame: PageFrame; readonly zone: Zone }

/** The same time on the other person's clock; the day is said where it is another. */
function Elsewhere({ time, frame, zone }: ElsewhereProps) {
  const there = { locale: frame.locale, zone }
  const day = formatDay(time.start, there)
  return (
    <span class="elsewhere">
      {day === formatDay(time.start, frame) ? '' : `${day}, `}
      {formatTime(time.start, there)}–{formatTime(time.end, there)}{' '}
      {zoneLabel(zone, frame.locale, time.start)}
    </span>
  )
}

/** A sentence with a moment in it: the moment is marked up as one, and its zone is said. */
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
  /** An end at midnight is told as the day it ends, 24:00. */
  readonly deadline?: boolean
}

/** Two zones are one where their clocks agree at that moment, whatever their names. */
export function differs(time: Interval, { zone, locale }: PageFrame, other: Zone): boolean {
  return bothZones(time, zone, other, locale).length > 1
}
