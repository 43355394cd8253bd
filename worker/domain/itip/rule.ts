import { accept, refuse, type Result } from '../result.ts'
import { HOUR, MINUTE } from '../time/time.ts'
import { readWritten, type Written } from './values.ts'

/** ISO weekday; `ordinal` counts within the month or year, 0 is every one. */
export type WeekdayRule = { readonly weekday: number; readonly ordinal: number }

export type RecurrenceRule = {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly count: number | null
  readonly until: Written | null
  readonly byDay: readonly WeekdayRule[]
  readonly byMonthDay: readonly number[]
  readonly byMonth: readonly number[]
  readonly bySetPos: readonly number[]
  readonly weekStart: number
}

/** `rule-too-often`: more than once a day. Such rules make calendar libraries hang. */
export type RuleRefusal = 'rule-unreadable' | 'rule-too-often' | 'rule-unsupported'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** The unit in milliseconds, and how many make the next larger unit. */
const CLOCK = { BYHOUR: [HOUR, 24], BYMINUTE: [MINUTE, 60], BYSECOND: [1000, 60] } as const
/** More than any program writes, and few enough to check in every period. */
const MAX_WEEKDAYS = 60
const UNSUPPORTED = ['BYWEEKNO', 'BYYEARDAY', 'BYEASTER', 'RSCALE']

/**
 * RFC 5545 §3.3.10. A damaged part is ignored if the rule then gives more days, so that no time becomes free by an
 * error. `start` is the first wall clock; Notes and Google repeat it as BYHOUR.
 */
export function readRule(text: string, start: number): Result<RecurrenceRule, RuleRefusal> {
  const parts = new Map(text.toUpperCase().split(';').map(readPart))
  const freq = parts.get('FREQ')
  if (freq === 'SECONDLY' || freq === 'MINUTELY' || freq === 'HOURLY') return refuse('rule-too-often')
  if (!keepsClock(parts, start)) return refuse('rule-too-often')
  if (UNSUPPORTED.some((name) => parts.get(name))) return refuse('rule-unsupported')
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY' && freq !== 'YEARLY')
    return refuse('rule-unreadable')
  const byDay = list(parts.get('BYDAY')).flatMap(readWeekday)
  if (byDay.length > MAX_WEEKDAYS) return refuse('rule-unsupported')
  return accept({
    freq,
    interval: Math.max(1, positive(parts.get('INTERVAL')) ?? 1),
    count: positive(parts.get('COUNT')),
    until: readWritten(parts.get('UNTIL') ?? ''),
    byDay,
    byMonthDay: numbers(parts.get('BYMONTHDAY'), 31),
    byMonth: numbers(parts.get('BYMONTH'), 12).filter((month) => month > 0),
    bySetPos: numbers(parts.get('BYSETPOS'), 366),
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? '')) + 1,
  })
}

function keepsClock(parts: ReadonlyMap<string, string>, start: number): boolean {
  return Object.entries(CLOCK).every(([name, [unit, count]]) => {
    const value = parts.get(name)
    return !value || (/^\d{1,2}$/.test(value) && Number(value) === modulo(Math.floor(start / unit), count))
  })
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function readPart(part: string): readonly [string, string] {
  const [name = '', value = ''] = part.split('=', 2)
  return [name.trim(), value.trim()]
}

function list(value: string | undefined): string[] {
  return value ? value.split(',').map((each) => each.trim()) : []
}

function positive(value: string | undefined): number | null {
  return value && /^\+?\d{1,9}$/.test(value) ? Number(value) : null
}

function numbers(value: string | undefined, most: number): number[] {
  const found = list(value)
    .filter((each) => /^[+-]?\d{1,3}$/.test(each))
    .map(Number)
  return [...new Set(found)].filter((each) => each !== 0 && Math.abs(each) <= most)
}

function readWeekday(text: string): WeekdayRule[] {
  const match = /^([+-]?\d{1,2})?\s*([A-Z]{2})$/.exec(text)
  const weekday = WEEKDAYS.indexOf(match?.[2] ?? '') + 1
  return weekday > 0 ? [{ weekday, ordinal: Number(match?.[1] ?? 0) }] : []
}
