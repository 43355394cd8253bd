import type { FieldError } from '../../../web/parts/form.ts'
import {
  everyField,
  exceptionField,
  exceptionRowsIn,
  weekField,
  weeklyRowsIn,
  WEEKDAYS_FIELD,
} from '../../../web/parts/hours-fields.ts'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { formatDay } from '../../../web/words/moments.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { labelled } from '../../../web/words/punctuation.ts'
import { weekdayName } from '../../../web/words/weekday.ts'
import { MAX_DATE_EXCEPTIONS, MAX_WEEKLY_WINDOWS } from '../../domain/limits.ts'
import type { Availability, DateException, WeeklyWindow } from '../../domain/people/person.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { readDay, readTime } from '../../domain/time/typed.ts'
import { typedBy } from './dates.ts'
import { readZone } from './zone.ts'

/** Reads weekly hours and exceptions from a form. Each wrong row gives an error at its field. */
export function readHours(
  fields: Readonly<Record<string, string | undefined>>,
  zone: string,
  frame: PageFrame,
): Result<Availability, readonly FieldError[]> {
  const { hours: words, rules, people } = wordsFor(frame)
  const by = typedBy(frame)
  const errors: FieldError[] = []
  const at = (name: string, sentence: string) => `${labelled(name, frame.locale)} ${sentence}`
  const weekly: WeeklyWindow[] = []
  const wrong = new Map<string, string>()
  for (const { day, from, to, field } of weeklyRowsIn(fields)) {
    const window = windowOf(from, to)
    if (window) weekly.push({ day, ...window })
    else wrong.set(field, field.startsWith('every-') ? words.weekdays : weekdayName(day, frame.locale))
  }
  errors.push(...[...wrong].map(([field, name]) => ({ field, message: at(name, words.badWindow) })))

  const exceptions: DateException[] = []
  for (const { row, date, from, to } of exceptionRowsIn(fields)) {
    const window = from || to ? windowOf(from ?? '', to ?? '') : { from: null, to: null }
    const day = readDay(date, by)
    if (day === null)
      errors.push({
        field: exceptionField(row, 'date'),
        message: at(words.exceptionRow(row + 1, words.date), words.badDate),
      })
    else if (window) exceptions.push({ date: day, ...window })
    else
      errors.push({
        field: exceptionField(row, 'from'),
        message: at(formatDay(day, frame), words.badWindow),
      })
  }
  if (weekly.length > MAX_WEEKLY_WINDOWS)
    errors.push({
      field: fields[WEEKDAYS_FIELD] === 'same' ? everyField(0, 'from') : weekField(1, 0, 'from'),
      message: rules.tooMany(MAX_WEEKLY_WINDOWS),
    })
  if (exceptions.length > MAX_DATE_EXCEPTIONS)
    errors.push({
      field: exceptionField(MAX_DATE_EXCEPTIONS, 'date'),
      message: rules.tooMany(MAX_DATE_EXCEPTIONS),
    })
  const stored = readZone(zone)
  if (stored === null) errors.push({ field: 'zone', message: people.badZone(zone) })
  return errors.length > 0 || stored === null ? refuse(errors) : accept({ zone: stored, weekly, exceptions })
}

function windowOf(from: string, to: string) {
  const [start, typed] = [readTime(from), readTime(to)]
  const end = typed === 0 ? 24 * 60 : typed
  return start !== null && end !== null && start < end ? { from: start, to: end } : null
}
