/** Somebody leaves the programme. */
export const leavingEn = {
  heading: 'Leaving',
  link: 'This person is leaving…',
  change: 'Change the last day…',
  leavesOn: (day: string) => `The last day is ${day}. Until it is over, this can be undone.`,
  withdraw: 'Stays after all',
  title: (name: string) => `${name} is leaving`,
  about: 'Until the last day is over, this can be undone. Read what it does first.',
  lastDay: 'Last day',
  lastDayHint: 'In the person’s own time zone. A day that has passed means now.',
  badDay: 'Enter a day.',
  look: 'See what follows',
  follows: (day: string) => `What follows, with ${day} as the last day`,
  confirm: (day: string) => `Set the last day: ${day}`,
  programmes: 'Programmes',
  dates: 'Dates after that day',
  needMentor: (count: number) =>
    count === 0
      ? 'No date is fixed after that day.'
      : count === 1
        ? 'One date needs another mentor, and is on Today. If nobody has arranged it, Sotto cancels it in neutral words, from 8:00 on the last day.'
        : `${count} dates need another mentor, and are on Today. Those that nobody has arranged, Sotto cancels in neutral words, from 8:00 on the last day.`,
  calledOff: (count: number) =>
    count === 0
      ? 'No date is fixed after that day.'
      : `${count === 1 ? 'One date is' : `${count} dates are`} cancelled at 8:00 on the last day: both calendars get a neutral cancellation.`,
  waiting: 'These wait for another mentor; nothing new is arranged until there is one:',
  ended: 'These end with the last day:',
  onOffer: 'On offer',
  offers: (count: number) =>
    `${count === 1 ? 'One offer loses' : `${count} offers lose`} the times after that day at once. If none is left, earlier ones are offered.`,
  answers: 'Answers for',
  answersNobody: 'Nobody.',
  askedAnew: 'The person who answers then is asked again, for:',
  access: 'Links and sign-in',
  ends: 'They end with the last day, as do calendar subscriptions. What took place and was agreed stays.',
  mentorUntil: (mentor: string, day: string) =>
    `${mentor} is here until ${day}. After that this pairing needs another mentor.`,
}
