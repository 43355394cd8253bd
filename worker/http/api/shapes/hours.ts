import * as z from 'zod/mini'

import { ISO_WEEKDAYS, MAX_DATE_EXCEPTIONS, MAX_WEEKLY_WINDOWS } from '../../../domain/limits.ts'
import type { Availability, DateException, WeeklyWindow } from '../../../domain/people/person.ts'
import { formatWallTime } from '../../../domain/time/days.ts'
import { body, day, list, wallTime, whole, zone } from './values.ts'

const ORDER =
  'The end must come after the start. A time that passes midnight is written as two, the first to 24:00.'

export const weeklyWindow = body(
  { day: whole(ISO_WEEKDAYS), from: wallTime, to: wallTime },
  'A day, from and to are needed.',
).check(z.refine(({ from, to }) => from < to, { message: ORDER, path: ['to'] }))

const exception = z.pipe(
  body(
    {
      date: day,
      from: z.optional(z.nullable(wallTime)),
      to: z.optional(z.nullable(wallTime)),
    },
    'A date is needed.',
  ).check(
    z.refine(({ from, to }) => ((from ?? null) === null) === ((to ?? null) === null), {
      message: 'Either both times are needed, or neither: then the day is closed.',
      path: ['to'],
    }),
    z.refine(({ from, to }) => typeof from !== 'number' || typeof to !== 'number' || from < to, {
      message: ORDER,
      path: ['to'],
    }),
  ),
  z.transform(({ date, from = null, to = null }): DateException => ({ date, from, to })),
)

export const availabilityWish = body({
  zone,
  weekly: list(weeklyWindow, MAX_WEEKLY_WINDOWS),
  exceptions: z.prefault(list(exception, MAX_DATE_EXCEPTIONS), []),
})

const wall = z.string()
export const weeklyWindowAnswer = z.strictObject({ day: z.int(), from: wall, to: wall })
export const availabilityAnswer = z.strictObject({
  zone: z.string(),
  weekly: z.array(weeklyWindowAnswer),
  exceptions: z.array(z.strictObject({ date: z.string(), from: z.optional(wall), to: z.optional(wall) })),
})

export function availabilityJson({
  zone,
  weekly,
  exceptions,
}: Availability): z.input<typeof availabilityAnswer> {
  return {
    zone,
    weekly: weekly.map(windowJson),
    exceptions: exceptions.map(({ date, from, to }) =>
      from === null || to === null ? { date } : { date, from: formatWallTime(from), to: formatWallTime(to) },
    ),
  }
}

export function windowJson({ day, from, to }: WeeklyWindow): z.input<typeof weeklyWindowAnswer> {
  return { day, from: formatWallTime(from), to: formatWallTime(to) }
}
