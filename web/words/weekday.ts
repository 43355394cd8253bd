import type { Locale } from '../../worker/domain/people/person.ts'

/** “Monday”, or “Mon”, by the ISO number; 1 January 2024 was a Monday. */
export function weekday(day: number, locale: Locale, length: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
}

/** The same where a sentence or a label begins with it: French writes it small. */
export function weekdayName(day: number, locale: Locale): string {
  const name = weekday(day, locale)
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
