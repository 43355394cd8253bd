import type { FieldError } from '../../../web/parts/form.ts'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { MAX_DAYS_LATER } from '../../domain/limits.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { isOfSlot } from '../../domain/slot/diary.ts'
import { after, before, DAY, instant, type Instant, MINUTE } from '../../domain/time/time.ts'
import { readDay, readTime } from '../../domain/time/typed.ts'
import { toInstant } from '../../domain/time/zones.ts'
import { typedBy } from '../forms/dates.ts'
import { errorsOfTime } from '../forms/typed-time.ts'

/** Reads a free time that was picked, or a date and a time in the reader's zone. */
export function readOwnTime(
  fields: Readonly<Record<string, string | undefined>>,
  { zone }: Person,
  frame: PageFrame,
  now: Instant,
): Result<Instant, readonly FieldError[]> {
  const { start, date = '', time = '' } = fields
  if (start && !date) {
    const picked = momentIn(start, now)
    return picked === null
      ? refuse([{ field: 'date', message: wordsFor(frame).answering.badDate }])
      : accept(picked)
  }
  const day = readDay(date, typedBy({ ...frame, zone }))
  const minutes = readTime(time)
  if (day === null || minutes === null) return refuse(errorsOfTime(frame, { day, minutes }))
  return accept(toInstant(zone, day, minutes))
}

/** What a rule says of a time that was written stands beside it. Empty: it is about something else. */
export function errorsAtTime(refusal: Refusal, message: string): readonly FieldError[] {
  return isOfSlot(refusal) ? [{ field: 'date', message }] : []
}

/** The free time that was chosen from a list; null for every other choice. */
export function freeStart(choice: string | undefined, now: Instant): Instant | null {
  const moment = choice?.startsWith('at-') ? momentIn(choice.slice('at-'.length), now) : null
  // A list has whole minutes only, and so has what is written.
  return moment !== null && moment % MINUTE === 0 ? moment : null
}

/** A moment that a page was shown with, as a form sends it back; null for any other text, and for a moment far from now. */
export function momentIn(text: string | undefined, now: Instant): Instant | null {
  const moment = text && /^\d{10,16}$/.test(text) ? instant(Number(text)) : null
  if (moment === null) return null
  // What was on a page a day ago may have passed since. Nothing is planned further ahead than a year.
  return moment >= before(now, DAY) && moment <= after(now, (MAX_DAYS_LATER + 1) * DAY) ? moment : null
}
