import type { SessionStatus } from '../../../../worker/domain/session/session.ts'

/** The mentor's page on the day. */
export const meetingEn = {
  title: 'Your meeting',
  instead: 'Begin with something else',
  taken: 'It now begins with that.',
  agreed: 'Agreed last time',
  together: 'Together:',
  sign: 'It worked if:',
  forYou: 'For you:',
  withOther: (other: string) => `With ${other}`,
  waiting: 'I am waiting: nobody is here',
  /** `executive` if he answers for himself; null if his assistant does. */
  waitingHint: (executive: string | null) =>
    `${executive ?? 'The assistant'} gets one neutral line. A quarter of an hour after the start it closes by itself, and nobody is blamed.`,
  late: 'I am running ten minutes late',
  lateHint: (executive: string | null) => `${executive ?? 'The assistant'} gets one line.`,
  cannot: 'I can’t make it',
  cannotHint: 'Another time, or somebody else, is arranged for you; you do not have to write to anybody.',
  tooEarly: (moment: string) => `You can say this from ${moment}.`,
  arrived: 'Here now',
  said: {
    late: 'They have been told that you are late.',
    waiting: 'They have been told that you are waiting.',
    arrived: 'Good. It stays open, and you are asked afterwards how it went.',
    cannot: 'Noted. You do not have to do anything else.',
  },
  isOver: 'This meeting is over.',
  /** What is left to know when nothing can be said of it any more. */
  over: {
    offered: 'It has no date at the moment. You will hear as soon as one is fixed.',
    fixed: 'This meeting is over. How did it go? You can say so under “My sessions”.',
    happened: 'Thank you. How it went has been noted.',
    'cut-short': 'Thank you. How it went has been noted.',
    'did-not-happen': 'Noted. The next date is arranged for you.',
    cancelled: 'There is nothing left to do.',
  } satisfies Record<SessionStatus, string>,
}
