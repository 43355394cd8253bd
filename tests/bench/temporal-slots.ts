import { Temporal } from 'temporal-polyfill'

import type { WeeklyWindow } from '../../worker/domain/people/person.ts'
import type { Diary, PersonDiary } from '../../worker/domain/slot/diary.ts'
import { instant, MINUTE } from '../../worker/domain/time/time.ts'
import type { Day, Interval, Zone } from '../../worker/domain/time/time.ts'

/**
 * The naive search for the same slots: each quarter of an hour is converted to both people's wall clocks by Temporal
 * and checked against everything. Knows hours, busy times and buffers only.
 */
export function temporalSlots(diary: Diary, window: Interval, minutes: number): Interval[] {
  const { before, after } = diary.policy.buffers
  const slots: Interval[] = []
  for (let start = window.start; start < window.end; start = instant(start + 15 * MINUTE)) {
    const slot = { start, end: instant(start + minutes * MINUTE) }
    const isFree =
      isBefore(diary, start) &&
      isOpen(diary.mentor, slot, []) &&
      isOpen(diary.executive, slot, OFFICE_HOURS) &&
      !isTaken(diary.mentor, {
        start: instant(slot.start - before * MINUTE),
        end: instant(slot.end + after * MINUTE),
      }) &&
      !isTaken(diary.executive, slot)
    if (isFree) slots.push(slot)
  }
  return slots
}

export function temporalInstant(zone: Zone, day: Day, minutes: number): number {
  const midnight = Temporal.PlainDate.from(day).toPlainDateTime()
  return midnight.add({ minutes }).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

const OFFICE_HOURS: readonly WeeklyWindow[] = [1, 2, 3, 4, 5].map((day) => ({ day, from: 480, to: 1080 }))

function isBefore({ now, policy }: Diary, start: number): boolean {
  return start <= now + policy.horizon * 24 * 60 * MINUTE
}

function isOpen({ availability }: PersonDiary, slot: Interval, otherwise: readonly WeeklyWindow[]): boolean {
  const from = Temporal.Instant.fromEpochMilliseconds(slot.start).toZonedDateTimeISO(availability.zone)
  const to = Temporal.Instant.fromEpochMilliseconds(slot.end).toZonedDateTimeISO(availability.zone)
  const windows = availability.weekly.length > 0 ? availability.weekly : otherwise
  return windows.some(
    (window) =>
      window.day === from.dayOfWeek &&
      window.day === to.dayOfWeek &&
      window.from <= from.hour * 60 + from.minute &&
      to.hour * 60 + to.minute <= window.to,
  )
}

function isTaken({ busy }: PersonDiary, slot: Interval): boolean {
  return busy.some(({ start, end }) => start < slot.end && slot.start < end)
}
