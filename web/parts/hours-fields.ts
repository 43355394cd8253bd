import type { DateException, WeeklyWindow } from '../../worker/domain/people/person.ts'
import type { WallMinutes } from '../../worker/domain/time/time.ts'

/** Names of the inputs: day 1 is Monday; rows count from 0. */
export const weekField = (day: number, row: number, edge: 'from' | 'to') => `week-${day}-${row}-${edge}`
export const everyField = (row: number, edge: 'from' | 'to') => `every-${row}-${edge}`
/** Whether Monday to Friday are one form (`same`: the rows of `everyField`) or five. */
export const WEEKDAYS_FIELD = 'weekdays'
export const exceptionField = (row: number, part: 'date' | 'from' | 'to') => `except-${row}-${part}`

/** The API's body for hours (`PUT /people/:id/availability`), as typed and not yet validated. */
export type TypedHours = {
  readonly weekly: readonly TypedWindow[]
  readonly exceptions: readonly { readonly date: string; readonly from?: string; readonly to?: string }[]
}

type TypedWindow = { readonly day: number; readonly from: string; readonly to: string }

type Values = Readonly<Record<string, string | undefined>>

/** Reads the fields back. Empty rows are skipped; an end at 00:00 is the midnight that ends the day. */
export function hoursIn(values: Values): TypedHours {
  return {
    weekly: weeklyRowsIn(values).map(({ day, from, to }) => ({ day, from, to })),
    exceptions: exceptionRowsIn(values).map(({ row: _, ...typed }) => typed),
  }
}

/** Each day that differs, with the number of its row: an empty row before it counts. */
export function exceptionRowsIn(
  values: Values,
): readonly (TypedHours['exceptions'][number] & { readonly row: number })[] {
  return Object.keys(values).flatMap((name) => exceptionIn(values, name))
}

/** Each weekly window with the field of its start. The same hours of Monday to Friday are five windows of one field. */
export function weeklyRowsIn(values: Values): readonly (TypedWindow & { readonly field: string })[] {
  const isSame = values[WEEKDAYS_FIELD] === 'same'
  return Object.keys(values).flatMap((name) => {
    const [, dayOfRow, row] = /^(?:every|week-([1-7]))-(\d{1,2})-from$/.exec(name) ?? []
    const isOfEvery = dayOfRow === undefined
    const isWeekday = isOfEvery || Number(dayOfRow) <= LAST_WEEKDAY
    if (row === undefined || (isWeekday && isOfEvery !== isSame)) return []

    const from = values[name] ?? ''
    const to = midnight(values[name.replace(/from$/, 'to')] ?? '')
    const days = isOfEvery ? WEEKDAYS : [Number(dayOfRow)]
    return from || to ? days.map((day) => ({ day, from, to, field: name })) : []
  })
}

export const WEEKDAYS = [1, 2, 3, 4, 5] as const
const LAST_WEEKDAY = 5

function exceptionIn(values: Values, name: string): ReturnType<typeof exceptionRowsIn> {
  const [, row] = /^except-(\d{1,3})-date$/.exec(name)?.map(Number) ?? []
  if (row === undefined) return []

  const date = values[exceptionField(row, 'date')] ?? ''
  const from = values[exceptionField(row, 'from')] ?? ''
  const to = midnight(values[exceptionField(row, 'to')] ?? '')
  return date || from || to ? [{ row, date, ...(from && { from }), ...(to && { to }) }] : []
}

/** The values that show stored hours in the fields; an end of 24:00 is written 00:00. */
export function hoursAsTyped(
  weekly: readonly WeeklyWindow[],
  exceptions: readonly DateException[],
): Readonly<Record<string, string>> {
  const rowOf = (window: WeeklyWindow) => weekly.filter(({ day }) => day === window.day).indexOf(window)
  const isSame = isSameEveryWeekday(weekly)
  const every = isSame ? weekly.filter(({ day }) => day === WEEKDAYS[0]) : []
  return Object.fromEntries([
    [WEEKDAYS_FIELD, isSame ? 'same' : 'each'],
    ...every.flatMap(({ from, to }, row) => [
      [everyField(row, 'from'), wall(from)],
      [everyField(row, 'to'), wall(to)],
    ]),
    ...weekly.flatMap((window) => [
      [weekField(window.day, rowOf(window), 'from'), wall(window.from)],
      [weekField(window.day, rowOf(window), 'to'), wall(window.to)],
    ]),
    ...exceptions.flatMap(({ date, from, to }, row) => [
      [exceptionField(row, 'date'), date],
      [exceptionField(row, 'from'), from === null ? '' : wall(from)],
      [exceptionField(row, 'to'), to === null ? '' : wall(to)],
    ]),
  ])
}

/** Also where there are none: that is how they are given first. */
function isSameEveryWeekday(weekly: readonly WeeklyWindow[]): boolean {
  const textOf = (of: number) =>
    weekly.flatMap(({ day, from, to }) => (day === of ? [`${from}-${to}`] : [])).join(' ')
  return WEEKDAYS.every((day) => textOf(day) === textOf(WEEKDAYS[0]))
}

function wall(minutes: WallMinutes): string {
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

const two = (number: number) => String(number).padStart(2, '0')
const midnight = (to: string) => (to === '00:00' ? '24:00' : to)
