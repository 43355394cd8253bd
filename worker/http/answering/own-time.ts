import type { FieldError } from '../../../web/parts/form.ts'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import type { Person } from '../../domain/people/person.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { instant, type Instant } from '../../domain/time/time.ts'
import { readDay, readTime } from '../../domain/time/typed.ts'
import { toInstant } from '../../domain/time/zones.ts'
import { typedBy } from '../forms/dates.ts'

/** Reads a free time that was picked, or a date and a time in the reader's zone. */
export function readOwnTime(
  fields: Readonly<Record<string, string | undefined>>,
  { zone }: Person,
  frame: PageFrame,
): Result<Instant, readonly FieldError[]> {
  const words = wordsFor(frame).answering
  const { start, date = '', time = '' } = fields
  if (start && !date && /^\d{10,16}$/.test(start)) return accept(instant(Number(start)))

  const day = readDay(date, typedBy({ ...frame, zone }))
  const minutes = readTime(time)
  if (day === null) return refuse([{ field: 'date', message: words.badDate }])
  if (minutes === null) return refuse([{ field: 'time', message: words.badTime }])
  return accept(toInstant(zone, day, minutes))
}
