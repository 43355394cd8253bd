import type { Blocker } from '../../../../worker/domain/people/person.ts'

/** What two people settle when they first meet. */
export const settlingEn = {
  title: 'What the two of you settled',
  about: (other: string, manager: string) =>
    `Only what you told each other; leave the rest as it is. ${other} finds it on their own page, and ${manager} can see and change it.`,
  obstacles: 'What gets in the way',
  obstacle: {
    booked: 'The diary is full for weeks',
    bottleneck: 'Too much waits for one person',
    handled: 'Little arrives unfiltered',
    'on-the-go': 'Seldom at a desk',
  } satisfies Record<Blocker, string>,
  byPhone: 'By telephone from now on',
  inWriting: 'Send what was agreed in writing',
  inWritingHint: 'One email after each meeting. Whoever gets it can turn it off on their own page.',
  save: 'Save',
  noted: 'Saved. It applies from the next meeting.',
}
