import { DAY, HOUR, type Instant, type Zone } from '../../worker/domain/time/time.ts'
import { toWall } from '../../worker/domain/time/zones.ts'
import type { Box, Example, SeenEvent } from './seen.ts'
import { sharesDomain } from './sender-features.ts'
import { titleFeatures } from './title-features.ts'

type Feature = readonly [string, number]

/** What a colleague with reader's right can look at, for each event of a calendar. */
export function eventExamples({ id, owner, isParticipant, events }: Box): readonly Example[] {
  const titles = [...new Set(events.map(({ title }) => title))]
  const alike = Map.groupBy(events, seriesOf)
  const organized = Map.groupBy(events, ({ organizer }) => organizer.address)
  return events.map((event) => ({
    person: id,
    owner: owner.address,
    isParticipant,
    isOurs: event.isOurs,
    features: new Map<string, number>([
      ...timeFeatures(event, owner.zone),
      ...titleFeatures(event.title, titles),
      ...structureFeatures(event),
      ...senderFeatures(
        event,
        owner.address,
        (organized.get(event.organizer.address) ?? []).length / events.length,
      ),
      ...rhythmFeatures(event, alike.get(seriesOf(event)) ?? [], owner.zone),
    ]),
  }))
}

/** What looks like one row of dates: the same title of the same organizer. */
function seriesOf({ title, organizer }: SeenEvent): string {
  return `${organizer.address} ${title}`
}

function timeFeatures({ start, end }: SeenEvent, zone: Zone): readonly Feature[] {
  const { minutes, weekday } = toWall(zone, start)
  const length = Math.round((end - start) / 60_000)
  return [
    ['times: hour', minutes / 60],
    [`times: at ${Math.floor(minutes / 60)}`, 1],
    [`times: minute ${String(minutes % 60).padStart(2, '0')}`, 1],
    [`times: weekday ${weekday}`, 1],
    ['times: length', length],
    [`times: ${length} minutes long`, 1],
  ]
}

function structureFeatures(event: SeenEvent): readonly Feature[] {
  const { body, location, revisions, attendees, categories } = event
  return [
    ['structure: characters of the text', Math.log(1 + body.length)],
    ['structure: lines of the text', body.split('\n').length],
    ['structure: links in the text', (body.match(/https?:/g) ?? []).length],
    ['structure: address in the text', /\S+@\S+/.test(body) ? 1 : 0],
    [`structure: place ${placeOf(location)}`, 1],
    ['structure: revisions', revisions],
    ['structure: attendees', attendees],
    ['structure: categories', categories],
  ]
}

function placeOf(location: string): string {
  if (location === '') return 'none'
  if (/^https?:/.test(location)) return 'link'
  return /meeting/i.test(location) ? 'online' : /\d/.test(location) ? 'with numbers' : 'named'
}

/** A calendar shows the organizer's name; his address is one press away. */
function senderFeatures({ organizer }: SeenEvent, owner: string, share: number): readonly Feature[] {
  const [local = '', domain = ''] = organizer.address.split('@')
  return [
    [`sender: ${organizer.address === owner ? 'the owner' : sharesDomain(domain, owner)}`, 1],
    ['sender: words of the name', organizer.name.split(/\s+/).length],
    ['sender: “via” in the name', / via /.test(organizer.name) ? 1 : 0],
    ['sender: initial in the name', /\p{L}\.( |$)/u.test(organizer.name) ? 1 : 0],
    ['sender: length of the address', local.length],
    ['sender: digits of the address', local.replaceAll(/\D/g, '').length],
    ['sender: share of the calendar', share],
  ]
}

function rhythmFeatures(event: SeenEvent, series: readonly SeenEvent[], zone: Zone): readonly Feature[] {
  const at = series.indexOf(event)
  const gaps = [series[at - 1], series[at + 1]].flatMap((other) => (other ? [gapOf(event, other, zone)] : []))
  const nearest = gaps.toSorted((one, other) => one.days - other.days)[0]
  return [
    ['rhythm: recurring', event.isRecurring ? 1 : 0],
    ['rhythm: moved out of its series', event.isException ? 1 : 0],
    ['rhythm: dates like it', series.length],
    ['rhythm: days asked ahead', Math.log(1 + Math.max(0, event.start - event.askedAt) / DAY)],
    ['rhythm: days from first to last change', Math.log(1 + (event.changedAt - event.askedAt) / DAY)],
    ...askedFeatures(event.changedAt, zone),
    ...(nearest ? gapFeatures(nearest) : [['rhythm: alone', 1] as const]),
  ]
}

function askedFeatures(askedAt: Instant, zone: Zone): readonly Feature[] {
  const { minutes, weekday } = toWall(zone, askedAt)
  return [
    ['rhythm: hour of the last change', minutes / 60],
    ['rhythm: changed outside working hours', weekday > 5 || minutes < 8 * 60 || minutes >= 19 * 60 ? 1 : 0],
  ]
}

type Gap = { readonly days: number; readonly isSameHour: boolean }

function gapOf(one: SeenEvent, other: SeenEvent, zone: Zone): Gap {
  return {
    days: Math.round(Math.abs(one.start - other.start) / DAY),
    isSameHour:
      Math.abs(toWall(zone, one.start).minutes - toWall(zone, other.start).minutes) * 60_000 < HOUR / 4,
  }
}

function gapFeatures({ days, isSameHour }: Gap): readonly Feature[] {
  return [
    ['rhythm: days to the next of its kind', days],
    ['rhythm: whole weeks apart', days % 7 === 0 ? 1 : 0],
    [
      `rhythm: ${days <= 9 ? 'about a week' : days <= 17 ? 'about two weeks' : days <= 24 ? 'about three weeks' : 'a month or more'} apart`,
      1,
    ],
    ['rhythm: three weeks to the day', days === 21 ? 1 : 0],
    ['rhythm: same hour as the next of its kind', isSameHour ? 1 : 0],
  ]
}
