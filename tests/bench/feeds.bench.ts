import ICAL from 'ical.js'

import { readBusy } from '../../worker/domain/itip/busy.ts'
import { union } from '../../worker/domain/time/intervals.ts'
import { after, before, DAY, instant, type Interval } from '../../worker/domain/time/time.ts'
import { FEED_NOW, feedOf, MIXED, WEEKLY } from './feeds-sizes.ts'
import { rowOf, type Row } from './measuring.ts'

const THOUSAND = 'busy feed: 1 000 events, 300 of them recurring'
const LARGE = 'busy feed: 700 kB, 3 000 events, 300 weekly'

/** The window of a feed read. */
const WINDOW: Interval = { start: before(FEED_NOW, DAY), end: after(FEED_NOW, 92 * DAY) }

/** Two typical feeds. Throws when our reader and ical.js find different times in a small one. */
export function benchFeeds(): Row[] {
  for (const rules of [MIXED, WEEKLY]) sameAsIcal(feedOf({ events: 24, recurring: 12, text: 0, rules }))
  const thousand = feedOf({ events: 1000, recurring: 300, text: 0, rules: MIXED })
  const large = feedOf({ events: 3000, recurring: 300, text: 48, rules: WEEKLY })
  if (large.length < 650_000 || large.length > 750_000) throw new Error(`The large feed has ${large.length}`)
  return [alone(THOUSAND, thousand, true), alone(LARGE, large, false)]
}

function alone(job: string, text: string, isCompared: boolean): Row {
  const ours = () => readBusy(text, WINDOW)
  const reading = ours()
  if (reading.state !== 'known') throw new Error(`The feed is not known: ${reading.problems.join()}`)
  return rowOf(job, reading.busy.length, { ours, reference: isCompared ? () => walked(text) : null }, 1)
}

function sameAsIcal(text: string): void {
  const ours = readBusy(text, WINDOW).busy.map(({ start, end }) => `${start} ${end}`)
  const theirs = union(walked(text)).map(({ start, end }) => `${start} ${end}`)
  if (ours.join() !== theirs.join()) throw new Error('A feed differs from what ical.js finds')
}

/** The library's own way: walks each series from its beginning. */
function walked(text: string): Interval[] {
  const events = ICAL.Component.fromString(text).getAllSubcomponents('vevent')
  return events.flatMap((component) => {
    const event = new ICAL.Event(component)
    const length = event.duration.toSeconds() * 1000
    const found: Interval[] = []
    const iterator = event.iterator()
    for (let next = iterator.next(); next; next = iterator.next()) {
      const start = next.toUnixTime() * 1000
      if (start >= WINDOW.end) break
      const [from, to] = [Math.max(start, WINDOW.start), Math.min(start + length, WINDOW.end)]
      if (from < to) found.push({ start: instant(from), end: instant(to) })
    }
    return found
  })
}
