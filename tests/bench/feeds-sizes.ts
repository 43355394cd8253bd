import { chanceOf } from '../../scripts/simulating/random.ts'
import { DAY, HOUR, MINUTE } from '../../worker/domain/time/time.ts'
import { at } from '../support/times.ts'

export const FEED_NOW = at('2027-03-01T00:00Z')

export type FeedSize = {
  readonly events: number
  readonly recurring: number
  /** Characters of each event's text, as in real invitations. */
  readonly text: number
  readonly rules: readonly string[]
}

export const MIXED = [
  'FREQ=WEEKLY;BYDAY=MO,WE',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=WEEKLY',
]
export const WEEKLY = ['FREQ=WEEKLY']

/** A published calendar from a fixed seed: recurring events began up to twelve years ago, the others are around now. */
export function feedOf({ events, recurring, text, rules }: FeedSize): string {
  const chance = chanceOf(7, `${events}:${recurring}`)
  const parts = Array.from({ length: events }, (_, index) => {
    const isRecurring = index < recurring
    const reach = isRecurring ? chance.between(-12 * 365, -30) : chance.between(-200, 200)
    const start = FEED_NOW + Math.floor(reach) * DAY + Math.floor(chance.between(7, 19)) * HOUR
    const minutes = 15 * Math.ceil(chance.between(0, 8))
    return [
      'BEGIN:VEVENT',
      `UID:event-${index}@people.example`,
      `DTSTAMP:${stamp(FEED_NOW)}`,
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(start + minutes * MINUTE)}`,
      ...(isRecurring ? [`RRULE:${rules[index % rules.length] ?? 'FREQ=WEEKLY'}`] : []),
      `SUMMARY:Meeting ${index}`,
      ...(text > 0 ? [`DESCRIPTION:${'What nobody here reads. '.repeat(Math.ceil(text / 24))}`] : []),
      'END:VEVENT',
    ].join('\r\n')
  })
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//People//EN', ...parts, 'END:VCALENDAR', ''].join(
    '\r\n',
  )
}

function stamp(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
