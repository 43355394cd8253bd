import type { DateException, WeeklyWindow } from '../../worker/domain/people/person.ts'
import type { WallMinutes } from '../../worker/domain/time/time.ts'

/** Names of the inputs: day 1 is Monday; rows count from 0. */
export const weekField = (day: number, row: number, edge: 'from' | 'to') => `week-${day}-${row}-${edge}`
export const exceptionField = (row: number, part: 'date' | 'from' | 'to') => `except-${row}-${part}`

/** The API's body for hours (`PUT /people/:id/availability`), as typed and not yet validated. */
export type TypedHours = {
  readonly weekly: readonly { readonly day: number; readonly from: string; readonly to: string }[]
  readonly exceptions: readonly { readonly date: string; readonly from?: string; readonly to?: string }[]
}

type Values = Readonly<Record<string, string | undefined>>

/** Reads the fields back. Empty rows are skipped; an end at 00:00 is the midnight that ends the day. */
export function hoursIn(values: Values): TypedHours {
  const names = Object.keys(values)
  return {
    weekly: names.flatMap((name) => weeklyIn(values, name)),
    exceptions: names.flatMap((name) => exceptionIn(values, name)),
  }
}

function weeklyIn(values: Values, name: string): TypedHours['weekly'] {
  const [, day, row] = /^week-([1-7])-(\d{1,2})-from$/.exec(name)?.map(Number) ?? []
  if (day === undefined || row === undefined) return []

  const from = values[weekField(day, row, 'from')] ?? ''
  const to = midnight(values[weekField(day, row, 'to')] ?? '')
  return from || to ? [{ day, from, to }] : []
}

function exceptionIn(values: Values, name: string): TypedHours['exceptions'] {
  const [, row] = /^except-(\d{1,3})-date$/.exec(name)?.map(Number) ?? []
  if (row === undefined) return []

  const date = values[exceptionField(row, 'date')] ?? ''
  const from = values[exceptionField(row, 'from')] ?? ''
  const to = midnight(values[exceptionField(row, 'to')] ?? '')
  return date || from || to ? [{ date, ...(from && { from }), ...(to && { to }) }] : []
}

/** The values that show stored hours in the fields; an end of 24:00 is written 00:00. */
export function hoursAsTyped(
  weekly: readonly WeeklyWindow[],
  exceptions: readonly DateException[],
): Readonly<Record<string, string>> {
  const rowOf = (window: WeeklyWindow) => weekly.filter(({ day }) => day === window.day).indexOf(window)
  return Object.fromEntries([
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

function wall(minutes: WallMinutes): string {
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

const two = (number: number) => String(number).padStart(2, '0')
const midnight = (to: string) => (to === '00:00' ? '24:00' : to)
