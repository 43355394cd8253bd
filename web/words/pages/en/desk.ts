/** Read by assistants: time only. No word says what the hour is for. */
export const deskEn = {
  title: 'My desk',
  about: (zone: string) => `The people you answer for, and their next six weeks. Times are ${zone}.`,
  waiting: (count: number) =>
    count === 0
      ? 'Nothing is waiting for you.'
      : count === 1
        ? 'One question is waiting for you.'
        : `${count} questions are waiting for you.`,
  with: (mentor: string | null) => (mentor ? `with ${mentor}` : 'one to one'),
  noDates: 'No date in the next six weeks.',
  which: 'Which time suits?',
  isAsked: (name: string) => `${name} has been asked.`,
  otherAnswers: 'Other answers',
  arranging: 'Other times are being arranged.',
  notBefore: (day: string) => `Other times are being looked for, from ${day} on.`,
  givenBack: 'Released: new times will follow.',
  change: 'Move or release',
  clash: { trip: 'It falls on a trip.', never: 'It falls at a time that never suits.' },
  says: 'Trips, and times that never suit',
  saysAbout:
    'Enter a trip, or times that never suit, in one line: “in New York 3–9 March”, “never Mondays before 10”.',
  saysHint: 'in New York 3–9 March',
  say: 'Save',
  badSaid: 'Enter it like “in New York 3–9 March” or “never Mondays before 10”.',
  noSuchPlace: (place: string) => `“${place}” is not a city known here. Enter a larger one nearby.`,
  past: 'These days have passed.',
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
  calendar: {
    none: 'Let a calendar be read',
    known: 'A calendar is read',
    unknown: 'A calendar cannot be read: no new times are offered',
  },
  calendarOf: (name: string) => `${name}’s calendar`,
  whose: (name: string) => `for ${name}`,
  back: 'Back to my desk',
  dateOf: (name: string) => `A date for ${name}`,
  moveTitle: 'Move it',
  moveHint: 'A time that is free for both replaces it at once, and both get a new invite.',
  own: 'A time of your own',
  ownHint: (zone: string) =>
    `Enter it in ${zone}. Beyond the usual hours a person has to agree first; until then the date stands.`,
  move: 'Move it there',
  chooseOne: 'Choose one of the times.',
  giveTitle: 'Release it',
  giveHint: 'In ten minutes this time is released, and new times are sent. Until then you can still keep it.',
  give: 'Release it and ask for new times',
  suits: 'Keep it after all',
  over: 'This date has passed and can no longer be changed.',
  arrangingHere: 'As soon as there are times to choose from, they appear on your desk.',
  emptyTitle: 'There is nobody here yet',
  empty: 'As soon as an executive’s dates go through you, they appear here.',
}
