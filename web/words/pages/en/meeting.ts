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
    `${executive ?? 'The assistant'} gets one neutral line. A quarter of an hour past the start it closes by itself, and nobody is to blame.`,
  late: 'I am running ten minutes late',
  lateHint: (executive: string | null) => `${executive ?? 'The assistant'} gets one line.`,
  cannot: 'I can’t make it',
  cannotHint: 'Another time, or somebody else, is arranged for you; you need not write to anybody.',
  arrived: 'Here now',
  said: {
    late: 'They have been told that you are late.',
    waiting: 'They have been told that you are waiting.',
    arrived: 'Good. It stays open, and you are asked afterwards how it went.',
    cannot: 'Noted; you need not do anything else.',
  },
  /** What is left to know when nothing can be said of it any more. */
  over: {
    offered: 'It has no date at present. You hear as soon as one is fixed.',
    fixed: 'This meeting is over. How did it go? It can be noted beside your sessions.',
    happened: 'Thank you. How it went is noted.',
    'cut-short': 'Thank you. How it went is noted.',
    'did-not-happen': 'It is noted. The next date is arranged for you.',
    cancelled: 'Nothing remains to be done.',
  } satisfies Record<SessionStatus, string>,
}
