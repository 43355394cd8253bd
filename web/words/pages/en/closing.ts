/** Closing a programme: what it will do. */
export const closingEn = {
  title: (programme: string) => `Close ${programme}`,
  about: 'This cannot be undone. Read what it does first.',
  dates: 'Dates ahead',
  underWay: 'Being arranged',
  letters: 'Emails',
  names: 'Names and notes',
  rounds: (count: number) =>
    count === 0
      ? 'Nothing is being arranged.'
      : `${count === 1 ? 'One session is' : `${count} sessions are`} being arranged, without a date: the times held are released, and nobody gets an email.`,
  fixed: (count: number) =>
    count === 0 ? 'No dates ahead.' : `${count === 1 ? 'One date' : `${count} dates`} ahead:`,
  fixedChoice: 'These dates',
  keep: 'Keep them: closing waits until they are over',
  cancel: 'Cancel them: a neutral cancellation goes to each calendar that still shows one',
  pairings: (count: number) =>
    count === 0 ? 'No pairing is open.' : `${count === 1 ? 'One pairing ends' : `${count} pairings end`}.`,
  readers: 'Each of these gets one email with their own list:',
  noReaders: 'Nobody met, so nobody gets an email.',
  purge: (day: string) => `On the night of ${day}, names and notes are deleted. Totals stay, without names.`,
  retention: 'The programme’s rules say how long they are kept.',
  close: 'Close the programme',
  isClosing: 'This programme is being closed. Nothing more can be arranged in it.',
  isClosed: (day: string, purge: string) =>
    `This programme was closed on ${day}. It can be read but no longer changed; names and notes are kept until ${purge}.`,
  isForgotten: (day: string, purge: string) =>
    `This programme was closed on ${day}. Its names and notes were deleted on ${purge}; totals stay.`,
  closingTitle: (programme: string) => `${programme} is being closed`,
  goesOn: (pairings: number, letters: number) =>
    `It carries on by itself, a few each minute: ${pairings === 0 ? 'no pairing is' : pairings === 1 ? 'one pairing is' : `${pairings} pairings are`} still to end, ${letters === 0 ? 'no email' : letters === 1 ? 'one email' : `${letters} emails`} still to send. You can leave this page.`,
  others: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
  closedTitle: (programme: string) => `${programme} is closed`,
  totals: 'What stays',
  sums: {
    fixed: 'Sessions with a date',
    held: 'Sessions held',
    minutes: 'Minutes',
    medianDays: 'Days between two sessions (median)',
    bumps: 'Dates given up',
    doneByBoth: 'Agreed, and done according to both',
  },
  notCounted: 'not counted',
  none: 'none',
}
