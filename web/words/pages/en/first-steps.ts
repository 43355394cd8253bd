import type { FirstStepName } from '../../../../worker/domain/programme/first-steps.ts'

/** The way to the first session, on Today of a programme in which nobody has met yet. */
export const firstStepsEn = {
  title: 'Steps to the first session',
  count: (done: number, all: number) => `${done} of ${all} done. Each step ticks itself off.`,
  done: 'Done:',
  steps: {
    programme: 'The programme',
    mentor: 'A mentor',
    hours: 'When the mentor can be booked',
    executive: 'An executive',
    pairing: 'A pairing',
    time: 'The first time',
  } satisfies Record<FirstStepName, string>,
  programmeIs: (name: string, days: number) => `${name}: a session every ${days} days.`,
  changeProgramme: 'Change name and rhythm',
  mentor: 'Somebody who gives an hour now and then. A name and an email address are enough.',
  addMentor: 'Add the mentor',
  fromFile: 'Many at once, from a spreadsheet',
  needsMentor: 'Once there is a mentor.',
  hours: (name: string) => `${name} sets them after signing in. Or set them here, and carry on at once.`,
  hoursFrom: 'Monday to Friday, from',
  hoursTo: 'to',
  setHours: 'Set these hours',
  otherHours: 'Other hours',
  hasHours: 'Hours are set.',
  executive:
    'The person who meets the mentor. If somebody keeps their calendar, that person is asked for times.',
  addExecutive: 'Add the executive',
  needsBoth: 'Once there is a mentor and an executive.',
  pair: 'Pair them',
  paired: (count: number) => (count === 1 ? 'One pairing.' : `${count} pairings.`),
  needsPairing: 'Once there is a pairing.',
  time: 'Offer three times to the person who answers, or book one; then the invite goes out.',
  book: (when: string) => `Book ${when}`,
  otherTimes: 'Open the pairing',
  somebodyElse: 'Somebody else',
}
