export const mineEn = {
  title: 'My sessions',
  /** In a list of tabs or a history, which others may see. */
  tab: 'My dates',
  justEnded: 'Just ended',
  logIt: 'How did it go?',
  stillToLog: 'Still to be noted',
  upcoming: 'Coming up',
  emptyTitle: 'Nothing is fixed',
  empty: 'When a time is fixed, it goes into your calendar and appears here.',
  cannot: 'Can’t make it?',
  hours: 'My hours',
  hoursHint: 'When you may be booked.',
  commitment: 'Last time',
  question: 'A question for you, which only you can read:',
}
