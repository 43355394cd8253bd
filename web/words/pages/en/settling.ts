import type { Blocker } from '../../../../worker/domain/people/person.ts'

/** What two people settle when they first meet. */
export const settlingEn = {
  title: 'What the two of you settled',
  about: (other: string, manager: string) =>
    `Only what you said to one another; leave the rest as it is. ${other} finds it on a page of their own, and ${manager} can see and change it.`,
  obstacles: 'What gets in the way',
  obstacle: {
    booked: 'The diary is full for weeks',
    bottleneck: 'Too much waits for one person',
    handled: 'Little arrives unfiltered',
    'on-the-go': 'Seldom at a desk',
  } satisfies Record<Blocker, string>,
  byPhone: 'From now on by telephone',
  inWriting: 'Send what was agreed in writing',
  inWritingHint: 'One mail after each meeting. It can be switched off on the page of whoever gets it.',
  save: 'Note it',
  noted: 'Noted. It holds from the next meeting on.',
}
