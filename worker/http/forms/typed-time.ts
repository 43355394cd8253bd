import type { FieldError } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import type { Locale } from '../../domain/people/person.ts'
import type { Day } from '../../domain/time/time.ts'
import { readDay, readTime } from '../../domain/time/typed.ts'
import { type AppContext, identityOf } from '../context.ts'
import { typedByReader } from './dates.ts'
import type { FormFields } from './field-reader.ts'

/** What stands against a day and an hour that were typed: null is what could not be read. */
export function errorsOfTime(
  reader: { readonly locale: Locale },
  { day, minutes }: { readonly day: Day | null; readonly minutes: number | null },
): readonly FieldError[] {
  const { badDate, badTime } = wordsFor(reader).answering
  return [
    ...(day === null ? [{ field: 'date', message: badDate }] : []),
    ...(minutes === null ? [{ field: 'time', message: badTime }] : []),
  ]
}

/** The same of a form that a signed-in person sent. */
export function whyNoTime(c: AppContext, { date = '', time = '' }: FormFields): readonly FieldError[] {
  const typed = { day: readDay(date, typedByReader(c)), minutes: readTime(time) }
  return errorsOfTime(identityOf(c).person, typed)
}
