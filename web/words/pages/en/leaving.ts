/** Somebody leaves the programme. */
export const leavingEn = {
  heading: 'Leaving',
  link: 'This person leaves …',
  change: 'Another day …',
  leavesOn: (day: string) => `The last day is ${day}. Until it is over this can be taken back.`,
  withdraw: 'Stays after all',
  title: (name: string) => `${name} leaves`,
  about: 'Until the last day is over this can be taken back. Read what it does first.',
  lastDay: 'Last day',
  lastDayHint: 'By the person’s own clock. A day that has passed means now.',
  badDay: 'Write a day.',
  look: 'See what follows',
  follows: (day: string) => `What follows, with ${day} as the last day`,
  confirm: (day: string) => `Leaves, last day ${day}`,
  programmes: 'Programmes',
  dates: 'Dates after that day',
  needMentor: (count: number) =>
    count === 0
      ? 'No date is fixed after that day.'
      : `${count === 1 ? 'One date needs' : `${count} dates need`} another mentor. They stand on Today; what nobody has arranged, Sotto cancels with a neutral word, beginning at eight on the last day.`,
  calledOff: (count: number) =>
    count === 0
      ? 'No date is fixed after that day.'
      : `${count === 1 ? 'One date is' : `${count} dates are`} cancelled at eight on the last day: both calendars get a neutral cancellation.`,
  waiting: 'These wait for another mentor; nothing new is asked until there is one:',
  ended: 'These end with the last day:',
  onOffer: 'On offer',
  offers: (count: number) =>
    `${count === 1 ? 'One offer loses' : `${count} offers lose`} the times after that day at once. Where none is left, earlier ones are offered.`,
  answers: 'Answers for',
  answersNobody: 'Nobody.',
  askedAnew: 'Whoever answers then is asked anew:',
  access: 'Links and sign-in',
  ends: 'They end with the last day, as do calendars that were subscribed to. What was held and agreed stays.',
  mentorUntil: (mentor: string, day: string) =>
    `${mentor} is here until ${day}. After that this pairing needs another mentor.`,
}
