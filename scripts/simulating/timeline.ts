import { after, HOUR, type Instant, instant, MINUTE, type Zone } from '../../worker/domain/time.ts'
import { toWall } from '../../worker/domain/zones.ts'
import { weekdayOf } from '../../worker/domain/days.ts'

type Deed = () => Promise<void> | void

/** What people will do, by the clock of the programme. */
export type Timeline = {
  readonly now: () => Instant
  readonly at: (moment: Instant, deed: Deed) => void
  /** Only looks: nothing comes of it. */
  readonly lookAt: (moment: Instant, deed: Deed) => void
  /** Lives until that moment; `clock` runs before each deed, `afterwards` whenever somebody has done something. */
  readonly run: (until: Instant, clock: (now: Instant) => Promise<void>, afterwards: () => Promise<void>) => Promise<void>
}

export function timelineFrom(start: Instant): Timeline {
  const queue: { readonly at: Instant; readonly deed: Deed; readonly isLook: boolean }[] = []
  let now = start
  return {
    now: () => now,
    at: (moment, deed) => put(moment, deed, false),
    lookAt: (moment, deed) => put(moment, deed, true),
    run: async (until, clock, afterwards) => {
      for (let next = queue.shift(); next && next.at <= until; next = queue.shift()) {
        if (next.at > now) await clock(next.at)
        now = next.at
        await next.deed()
        if (!next.isLook) await afterwards()
      }
    },
  }

  function put(moment: Instant, deed: Deed, isLook: boolean): void {
    const at = instant(Math.max(moment, now))
    const place = queue.findIndex((each) => each.at > at)
    queue.splice(place < 0 ? queue.length : place, 0, { at, deed, isLook })
  }
}

/** The same moment, or the next in which somebody of that zone is at his desk: weekdays from eight to six. */
export function atTheDesk(zone: Zone, moment: Instant): Instant {
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
