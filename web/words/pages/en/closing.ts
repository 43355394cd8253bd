/** Closing a programme: what it will do. */
export const closingEn = {
  title: (programme: string) => `Close ${programme}`,
  about: 'This cannot be taken back. Read what it does first.',
  dates: 'Dates ahead',
  underWay: 'Being arranged',
  letters: 'Letters',
  names: 'Names and notes',
  rounds: (count: number) =>
    count === 0
      ? 'Nothing is being arranged.'
      : `${count === 1 ? 'One session is' : `${count} sessions are`} being arranged, without a date: the times held are free again, and nobody is written to.`,
  fixed: (count: number) =>
    count === 0 ? 'No date lies ahead.' : `${count === 1 ? 'One date lies' : `${count} dates lie`} ahead:`,
  fixedChoice: 'These dates',
  keep: 'Keep them: closing waits until they are over',
  cancel: 'Cancel them: a neutral cancellation goes where a calendar still shows one',
  pairings: (count: number) =>
    count === 0 ? 'No pairing lives.' : `${count === 1 ? 'One pairing ends' : `${count} pairings end`}.`,
  readers: 'Each of these gets one letter, with his own list:',
  noReaders: 'Nobody met, so nobody is written to.',
  purge: (day: string) => `In the night of ${day} names and notes are deleted. Totals stay, without names.`,
  retention: 'The rules of the programme say how long they are kept.',
  close: 'Close the programme',
  isClosing: 'This programme is being closed. It takes nothing more.',
  isClosed: (day: string, purge: string) =>
    `This programme was closed on ${day}. It can be read, and takes nothing more; names and notes are kept until ${purge}.`,
  isForgotten: (day: string, purge: string) =>
    `This programme was closed on ${day}. Its names and notes are deleted since ${purge}; numbers stay.`,
  closingTitle: (programme: string) => `${programme} is being closed`,
  goesOn: (pairings: number, letters: number) =>
    `It goes on by itself, some each minute: ${pairings === 1 ? 'one pairing is' : `${pairings} pairings are`} still to end, ${letters === 1 ? 'one letter' : `${letters} letters`} still to write. You need not stay.`,
  others: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
  closedTitle: (programme: string) => `${programme} is closed`,
  totals: 'What stays',
  sums: {
    fixed: 'Sessions with a date',
    held: 'Sessions held',
    minutes: 'Minutes',
    medianDays: 'Days between two sessions, in the middle',
    bumps: 'Dates given up',
    doneByBoth: 'Agreed, and done by the word of both',
  },
  notCounted: 'not counted',
  none: 'none',
}
