import { weekdayNumber } from '../time/dates.ts'
import { type Budget, spend, STEPS_OF_A_DAY } from './budget.ts'
import { type Civil, daysInMonth, fromCivil, toCivil } from './civil.ts'
import type { RecurrenceRule, WeekdayRule } from './rule.ts'

/** Both days included; days since 1970-01-01. */
export type Days = { readonly from: number; readonly to: number }

/**
 * The days of a rule within the window, including its start (RFC 5545 §3.8.5.3). Without COUNT, periods before the
 * window are skipped, so that an old rule costs no more than a new one. Null if the budget is used up.
 */
export function occurrences(
  rule: RecurrenceRule,
  start: number,
  window: Days,
  budget: Budget,
): number[] | null {
  const found = start >= window.from && start <= window.to && rule.count !== 0 ? [start] : []
  const periods = periodsOf(rule, start)
  const jump = Math.max(0, periods.indexOf(window.from) - 1)
  const skipped = rule.count === null ? { period: jump, count: 0 } : skip(rule, start, jump)
  let counted = skipped.count
  const width = widthOf(rule)
  for (let period = skipped.period; periods.firstDay(period) <= window.to; period += 1) {
    const days = selectedDays(rule, start, periods.firstDay(period))
    if (!spend(budget, STEPS_OF_A_DAY * (1 + days.length) + width)) return null
    for (const day of days) {
      if (day <= start || day > window.to) continue
      counted += 1
      if (rule.count !== null && counted >= rule.count) return found
      if (day >= window.from) found.push(day)
    }
  }
  return found
}

/** How many conditions a period is held against, each for all its days. */
function widthOf({ byDay, byMonthDay, byMonth, bySetPos }: RecurrenceRule): number {
  return STEPS_OF_A_DAY * (byDay.length + byMonthDay.length + byMonth.length + bySetPos.length)
}

type Periods = { readonly firstDay: (index: number) => number; readonly indexOf: (day: number) => number }

/** Period 0 contains the start. Each begins INTERVAL days, weeks, months or years after the previous one. */
function periodsOf({ freq, interval, weekStart }: RecurrenceRule, start: number): Periods {
  const { year, month } = toCivil(start)
  if (freq === 'DAILY' || freq === 'WEEKLY') {
    const length = freq === 'DAILY' ? interval : 7 * interval
    const first = freq === 'DAILY' ? start : start - ((weekdayNumber(start) - weekStart + 7) % 7)
    return {
      firstDay: (index) => first + index * length,
      indexOf: (day) => Math.floor((day - first) / length),
    }
  }
  const months = freq === 'MONTHLY' ? interval : 12 * interval
  const first = freq === 'MONTHLY' ? year * 12 + month - 1 : year * 12
  return {
    firstDay: (index) => firstOfMonth(first + index * months),
    indexOf: (day) => Math.floor((monthIndex(toCivil(day)) - first) / months),
  }
}

/** The period to continue at, and the number of days before it; the first period if they must be counted singly. */
function skip(rule: RecurrenceRule, start: number, jump: number): { period: number; count: number } {
  const plain = !rule.byMonth.length && !rule.byMonthDay.length && !rule.bySetPos.length
  if (!plain || jump < 1) return { period: 0, count: 0 }
  if (rule.freq === 'DAILY' && !rule.byDay.length) return { period: jump, count: jump - 1 }
  if (rule.freq !== 'WEEKLY') return { period: 0, count: 0 }

  const first = periodsOf(rule, start).firstDay(0)
  const inFirst = selectedDays(rule, start, first).filter((day) => day > start).length
  return { period: jump, count: inFirst + (jump - 1) * selectedDays(rule, start, first).length }
}

function selectedDays(rule: RecurrenceRule, start: number, first: number): number[] {
  const days = daysOf(rule, start, first)
  if (!rule.bySetPos.length) return days
  return days.filter((_, at) => rule.bySetPos.includes(at + 1) || rule.bySetPos.includes(at - days.length))
}

/** The days of one period, sorted (the table in RFC 5545 §3.3.10). */
function daysOf(rule: RecurrenceRule, start: number, first: number): number[] {
  switch (rule.freq) {
    case 'DAILY':
      return isAllowedDay(rule, first) ? [first] : []
    case 'WEEKLY':
      return weekOf(rule, start, first)
    case 'MONTHLY':
      return inMonth(rule, first) ? monthOf(rule, toCivil(start).date, first) : []
    case 'YEARLY':
      return yearOf(rule, toCivil(start), first)
  }
}

function weekOf({ byDay, byMonth, weekStart }: RecurrenceRule, start: number, first: number): number[] {
  const weekdays = byDay.length ? byDay.map(({ weekday }) => weekday) : [weekdayNumber(start)]
  return sorted(weekdays.map((weekday) => first + ((weekday - weekStart + 7) % 7))).filter(
    (day) => !byMonth.length || byMonth.includes(toCivil(day).month),
  )
}

/** `date` is the day of the month for a rule that names none. */
function monthOf({ byDay, byMonthDay }: RecurrenceRule, date: number, first: number): number[] {
  const { year, month } = toCivil(first)
  const length = daysInMonth(year, month)
  if (!byMonthDay.length && byDay.length) return weekdaysIn(byDay, first, first + length)

  const dates = byMonthDay.length ? byMonthDay.map((each) => (each < 0 ? length + 1 + each : each)) : [date]
  const days = sorted(dates.filter((each) => each >= 1 && each <= length).map((each) => first + each - 1))
  return byDay.length
    ? days.filter((day) => byDay.some(({ weekday }) => weekday === weekdayNumber(day)))
    : days
}

function yearOf(rule: RecurrenceRule, { month, date }: Civil, first: number): number[] {
  const { year } = toCivil(first)
  if (rule.byDay.length && !rule.byMonth.length && !rule.byMonthDay.length)
    return weekdaysIn(rule.byDay, first, fromCivil(year + 1, 1, 1))

  const all = Array.from({ length: 12 }, (_, at) => at + 1)
  const months = rule.byMonth.length ? rule.byMonth : rule.byMonthDay.length ? all : [month]
  return sorted(months.flatMap((each) => monthOf(rule, date, fromCivil(year, each, 1))))
}

/** Every named weekday, or the nth from either end, from `first` to before `end`. */
function weekdaysIn(byDay: readonly WeekdayRule[], first: number, end: number): number[] {
  return sorted(
    byDay.flatMap(({ weekday, ordinal }) => {
      const head = first + ((weekday - weekdayNumber(first) + 7) % 7)
      const count = Math.ceil((end - head) / 7)
      if (ordinal === 0) return Array.from({ length: count }, (_, at) => head + 7 * at)
      const at = ordinal > 0 ? ordinal - 1 : count + ordinal
      return at >= 0 && at < count ? [head + 7 * at] : []
    }),
  )
}

function isAllowedDay({ byDay, byMonth, byMonthDay }: RecurrenceRule, day: number): boolean {
  if (byDay.length && !byDay.some(({ weekday }) => weekday === weekdayNumber(day))) return false
  if (!byMonth.length && !byMonthDay.length) return true
  const { year, month, date } = toCivil(day)
  if (byMonth.length && !byMonth.includes(month)) return false
  return (
    !byMonthDay.length ||
    byMonthDay.includes(date) ||
    byMonthDay.includes(date - daysInMonth(year, month) - 1)
  )
}

function inMonth({ byMonth }: RecurrenceRule, day: number): boolean {
  return !byMonth.length || byMonth.includes(toCivil(day).month)
}

function monthIndex({ year, month }: Civil): number {
  return year * 12 + month - 1
}

function firstOfMonth(index: number): number {
  return fromCivil(Math.floor(index / 12), (index % 12) + 1, 1)
}

function sorted(days: number[]): number[] {
  return [...new Set(days)].toSorted((one, other) => one - other)
}
