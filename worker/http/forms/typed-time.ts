import type { FieldError } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { readDay, readTime } from '../../domain/time/typed.ts'
import { type AppContext, identityOf } from '../context.ts'
import { typedByReader } from './dates.ts'
import type { FormFields } from './field-reader.ts'

/** An error at each of the two fields of a time that cannot be read: both, where neither can. */
export function whyNoTime(c: AppContext, { date = '', time = '' }: FormFields): readonly FieldError[] {
  const { badDate, badTime } = wordsFor(identityOf(c).person).answering
  const isDay = readDay(date, typedByReader(c)) !== null
  return [
    ...(isDay ? [] : [{ field: 'date', message: badDate }]),
    ...(readTime(time) === null ? [{ field: 'time', message: badTime }] : []),
  ]
}
