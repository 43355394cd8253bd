import type { Beside, StartRow } from '../../../../web/pages/manager/calendar/calendar-data.ts'
import { queryOf, type SlotAsked } from '../../../../web/pages/manager/calendar/view.ts'
import type { FieldError } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import { SESSION_MINUTES } from '../../../domain/limits.ts'
import { slotAt } from '../../../domain/slot/slot.ts'
import { formatWallTime } from '../../../domain/time/days.ts'
import type { Instant } from '../../../domain/time/time.ts'
import { toInstant } from '../../../domain/time/zones.ts'
import { type AppContext, identityOf } from '../../context.ts'
import { rowsFor, type StartAsked } from './start-rows.ts'
import { zoneShown } from './turning.ts'

/** Whoever is not free is listed up to here; one mentor's are always all. */
const OTHERS_LISTED = 30

/** A time to book or offer, and for which pairings the judge would let it pass. */
export async function startingFor(c: AppContext, asked: StartAsked): Promise<Beside> {
  const { scope, view, slot } = asked
  const zone = zoneShown(c, view)
  const start = slot.day !== null && slot.time !== null ? toInstant(zone, slot.day, slot.time) : null
  const errors = [...errorsOf(c, slot), ...whyPast(c, start)]
  const time =
    start !== null && errors.length === 0
      ? slotAt(start, slot.minutes ?? scope.programme.policy.minutes)
      : null
  const rows = time ? await rowsFor(c, asked, time) : []
  const [free, others] = [rows.filter(isFree), rows.filter((row) => !isFree(row))]
  return {
    kind: 'slot',
    form: { values: typedValues(c, slot), errors },
    // The zone is always said, so that whoever is sent the address reads the same time.
    hidden: {
      ...queryOf({ ...view, session: null }),
      zone,
      new: '1',
      ...(slot.mentor && { with: slot.mentor }),
    },
    time,
    free,
    others: others.slice(0, OTHERS_LISTED),
    unlisted: Math.max(0, others.length - OTHERS_LISTED),
  }
}

function isFree({ against }: StartRow): boolean {
  return against === null
}

/** As they were typed, where they cannot be read. */
function typedValues(c: AppContext, { day, time, minutes }: SlotAsked): Readonly<Record<string, string>> {
  const typed = (name: string) => c.req.query(name) ?? ''
  return {
    date: day ?? typed('date'),
    time: time === null ? typed('time') : formatWallTime(time),
    minutes: minutes === null ? typed('minutes') : String(minutes),
  }
}

/** Said once: no pairing could meet then. */
function whyPast(c: AppContext, start: Instant | null): readonly FieldError[] {
  const now = c.get('platform').now()
  if (start === null || start >= now) return []
  return [{ field: 'date', message: sentenceOf({ reason: 'in-the-past', now }, identityOf(c).person) }]
}

/** Only what was typed and cannot be read is wrong: an empty form is new, a day alone is a start. */
function errorsOf(c: AppContext, { day, time, minutes }: SlotAsked): readonly FieldError[] {
  const typed = c.req.query()
  const words = wordsFor(identityOf(c).person)
  const { badDate, badTime } = words.answering
  const { least, most } = SESSION_MINUTES
  const isDayWrong = day === null && Boolean(typed['date'] || typed['time'])
  const isTimeWrong = time === null && Boolean(typed['time'])
  const areMinutesWrong = minutes === null && Boolean(typed['minutes'])
  return [
    ...(isDayWrong ? [{ field: 'date', message: badDate }] : []),
    ...(isTimeWrong ? [{ field: 'time', message: badTime }] : []),
    ...(areMinutesWrong ? [{ field: 'minutes', message: words.rules.badWhole(least, most) }] : []),
  ]
}
