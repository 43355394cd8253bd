import type { Locale, WeeklyWindow } from '../../worker/domain/people/person.ts'
import { formatWallTime } from '../../worker/domain/time/days.ts'
import { weekday } from './weekday.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** “Mon–Fri 08:00–18:00”, a line for each run of days with the same hours. */
export function weekLines(weekly: readonly WeeklyWindow[], locale: Locale): readonly string[] {
  const runs: { first: number; last: number; hours: string }[] = []
  for (const day of WEEK) {
    const hours = hoursOn(day, weekly)
    const run = runs.at(-1)
    if (run && run.hours === hours) run.last = day
    else runs.push({ first: day, last: day, hours })
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => {
      const [from, to] = [weekday(first, locale, 'short'), weekday(last, locale, 'short')]
      return `${first === last ? from : `${from}–${to}`} ${hours}`
    })
}

function hoursOn(day: number, weekly: readonly WeeklyWindow[]): string {
  return weekly
    .filter((window) => window.day === day)
    .toSorted((one, other) => one.from - other.from)
    .map(({ from, to }) => `${formatWallTime(from)}–${formatWallTime(to)}`)
    .join(', ')
}
