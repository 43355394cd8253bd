/** Read by assistants: time only. No word says what the hour is for. */
export const deskEn = {
  title: 'My desk',
  about: (zone: string) => `Whom you answer for, and the next six weeks. Times are ${zone}.`,
  waiting: (count: number) =>
    count === 0
      ? 'Nothing waits for you.'
      : count === 1
        ? 'One question waits for you.'
        : `${count} questions wait for you.`,
  with: (mentor: string | null) => (mentor ? `with ${mentor}` : 'one to one'),
  in: (programme: string) => `in ${programme}`,
  noDates: 'No date in the next six weeks.',
  which: 'Which time suits?',
  isAsked: (name: string) => `${name} is asked.`,
  otherAnswers: 'Other answers',
  arranging: 'Other times are being arranged.',
  notBefore: (day: string) => `Other times are looked for from ${day} on.`,
  givenBack: 'Given back: new times follow.',
  change: 'Move or give back',
  clash: { trip: 'falls on a trip', never: 'falls on a time that should never be' },
  says: 'Away, or never then?',
  saysAbout:
    'Trips, and what should never be, are written in one line: “in New York 3–9 March”, “never Mondays before 10”.',
  saysHint: '“in New York 3–9 March” or “never Mondays before 10”',
  say: 'Note it',
  badSaid: 'Write it like “in New York 3–9 March” or “never Mondays before 10”.',
  noSuchPlace: (place: string) => `“${place}” is no city that is known here. Write a larger one near it.`,
  past: 'These days are over.',
  trip: (place: string, days: string) => `In ${place}, ${days}`,
  never: (day: string, from: string, to: string) =>
    from === '00:00' && to === '24:00'
      ? `Never on a ${day}`
      : from === '00:00'
        ? `Never on a ${day} before ${to}`
        : to === '24:00'
          ? `Never on a ${day} after ${from}`
          : `Never on a ${day} from ${from} to ${to}`,
  remove: 'Remove',
  whose: (name: string) => `of ${name}`,
  back: 'Back to my desk',
  dateOf: (name: string) => `A date of ${name}`,
  moveTitle: 'Move it',
  moveHint: 'A time that is free for both takes its place at once, and both get a new invite.',
  own: 'A time of your own',
  ownHint: (zone: string) => `Write it in ${zone}. If the other side has to agree, you are told.`,
  move: 'Move it there',
  giveTitle: 'Give it back',
  giveHint:
    'In ten minutes this time is given back, and new times are sent. Until then it can still suit after all.',
  give: 'Give it back, and ask for new times',
  suits: 'It suits after all',
  over: 'This date has passed: nothing of it can be changed any more.',
  arrangingHere: 'As soon as there are times to choose from, they stand at your desk.',
  emptyTitle: 'There is nobody here yet',
  empty: 'As soon as an executive’s dates go through you, they stand here.',
}
