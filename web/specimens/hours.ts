import type { Availability, WeeklyWindow } from '../../worker/domain/people/person.ts'

const MORNINGS: readonly WeeklyWindow[] = [1, 2, 4].map((day) => ({ day, from: 540, to: 720 }))

/** Monday, Tuesday, Thursday mornings, and one afternoon; a day closed and a day otherwise. */
export const HOURS: Availability = {
  zone: 'Europe/Paris',
  weekly: [...MORNINGS, { day: 2, from: 840, to: 1020 }],
  exceptions: [
    { date: '2027-04-05', from: null, to: null },
    { date: '2027-04-06', from: 540, to: 660 },
  ],
}

export const NO_HOURS: Availability = { zone: 'Europe/Paris', weekly: [], exceptions: [] }
