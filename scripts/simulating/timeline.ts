import { weekdayOf } from '../../worker/domain/time/days.ts'
import { after, HOUR, type Instant, instant, MINUTE, type Zone } from '../../worker/domain/time/time.ts'
import { toWall } from '../../worker/domain/time/zones.ts'

type Action = () => Promise<void> | void

/** `clock` runs before an action, `tick` when the clock itself is due, `afterwards` after each of them. */
export type Callbacks = {
  readonly clock: (now: Instant) => Promise<void>
  readonly tick: (now: Instant) => Promise<void>
  readonly afterwards: () => Promise<void>
}

/** A queue of what people will do, in simulated time. */
export type Timeline = {
  readonly now: () => Instant
  readonly at: (moment: Instant, action: Action) => void
  /** Lets the clock tick at that moment. */
  readonly tickAt: (moment: Instant) => void
  /** Runs the queue until that moment. */
  readonly run: (until: Instant, callbacks: Callbacks) => Promise<void>
}

export function timelineFrom(start: Instant): Timeline {
  const queue: { readonly at: Instant; readonly action: Action | 'tick' }[] = []
  let now = start
  return {
    now: () => now,
    at: put,
    tickAt: (moment) => put(moment, 'tick'),
    run: async (until, { clock, tick, afterwards }) => {
      for (let next = queue.shift(); next && next.at <= until; next = queue.shift()) {
        if (next.at > now && next.action !== 'tick') await clock(next.at)
        now = next.at
        await (next.action === 'tick' ? tick(now) : next.action())
        await afterwards()
      }
    },
  }

  function put(moment: Instant, action: Action | 'tick'): void {
    const at = instant(Math.max(moment, now))
    const place = queue.findIndex((each) => each.at > at)
    queue.splice(place < 0 ? queue.length : place, 0, { at, action })
  }
}

/** The same moment, or the next one in working hours of that zone: weekdays from eight to six. */
export function inWorkingHours(zone: Zone, moment: Instant): Instant {
  let at = moment
  for (let tries = 0; tries < 200; tries += 1) {
    const { day, minutes } = toWall(zone, at)
    if (weekdayOf(day) <= 5 && minutes >= 8 * 60 && minutes < 18 * 60) return at
    at = after(at, HOUR / 2)
  }
  return at
}

export function minutesLater(moment: Instant, minutes: number): Instant {
  return after(moment, Math.round(minutes) * MINUTE)
}
