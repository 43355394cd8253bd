import type { PersonRules } from '../../worker/domain/people/person.ts'
import type { Blackout } from '../../worker/domain/programme/programme.ts'
import type { WallMinutes } from '../../worker/domain/time/time.ts'

/** Names of the inputs of the rows, counted from 0. */
export const neverField = (row: number, part: 'day' | 'from' | 'to') => `never-${row}-${part}`
export const tripField = (row: number, part: 'zone' | 'from' | 'to') => `trip-${row}-${part}`
export const blackoutField = (row: number, part: 'from' | 'to' | 'reason') => `blackout-${row}-${part}`

type Values = Readonly<Record<string, string>>

/** The values that show somebody's stored rules in the fields; what is as the programme has it stays empty. */
export function rulesAsTyped(rules: PersonRules): Values {
  const { never = [], trips = [], buffers, topics, mentorHidden } = rules
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value))
  return {
    'rule-minutes': number(rules.minutes),
    'rule-notice': number(rules.notice),
    'rule-short': rules.shortNotice ? 'yes' : '',
    'rule-day': number(rules.perDay),
    'rule-week': number(rules.perWeek),
    'rule-before': number(buffers?.before),
    'rule-after': number(buffers?.after),
    'rule-travel': number(rules.travelBuffer),
    'rule-hidden': mentorHidden === undefined ? 'preset' : mentorHidden ? 'hidden' : 'shown',
    'rule-taught': (topics?.taught ?? []).join(', '),
    'rule-wished': (topics?.wished ?? []).join(', '),
    ...Object.fromEntries([
      ...never.flatMap(({ day, from, to }, row) => [
        [neverField(row, 'day'), String(day)],
        [neverField(row, 'from'), wall(from)],
        [neverField(row, 'to'), wall(to)],
      ]),
      ...trips.flatMap(({ zone, from, to }, row) => [
        [tripField(row, 'zone'), zone],
        [tripField(row, 'from'), from],
        [tripField(row, 'to'), to],
      ]),
    ]),
  }
}

export function blackoutsAsTyped(blackouts: readonly Blackout[]): Values {
  return Object.fromEntries(
    blackouts.flatMap(({ from, to, reason }, row) => [
      [blackoutField(row, 'from'), from],
      [blackoutField(row, 'to'), to],
      [blackoutField(row, 'reason'), reason],
    ]),
  )
}

/** The rows that hold something, and `spare` empty ones. */
export function rowsShown(values: Values, name: string, spare: number): readonly number[] {
  const rows = Object.entries(values).flatMap(([field, value]) =>
    field.startsWith(`${name}-`) && value ? [Number(field.split('-')[1])] : [],
  )
  return Array.from({ length: Math.max(-1, ...rows) + 1 + spare }, (_, row) => row)
}

function wall(minutes: WallMinutes): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}
