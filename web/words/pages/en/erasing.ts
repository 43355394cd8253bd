/** Somebody is erased by a manager. */
export const erasingEn = {
  link: 'Erase this person…',
  title: (name: string) => `Erase ${name}`,
  forGood: 'This cannot be undone by anybody. Read what it does first.',
  askedFor: (day: string) => `Asked for by this person on ${day}.`,
  from: 'From',
  goes: 'What goes',
  goesAll:
    'Name, addresses, hours, rules and notes; what was said about this person and by them; emails; links, sign-ins and calendars.',
  stays: 'What stays',
  staysAll:
    'That sessions took place, when and how often, without a name: no total changes. What others wrote about themselves stays theirs.',
  dates: 'Dates ahead',
  calledOff: (count: number) =>
    count === 0
      ? 'No date is fixed.'
      : count === 1
        ? 'One date is cancelled at once:'
        : `${count} dates are cancelled at once:`,
  newTimes: 'Where this person is the mentor, other dates are looked for once there is another mentor.',
  offers: (count: number) => (count === 1 ? 'One offer is withdrawn.' : `${count} offers are withdrawn.`),
  answers: 'Answers for',
  askedAnew: 'Whoever answers then is asked again, for:',
  hears: 'Who hears of it',
  hearCancellations: 'Both calendars of each date get a neutral cancellation. Nobody else is written to.',
  nobodyHears: 'Nobody is written to.',
  when: 'When',
  whenAll:
    'As soon as the cancellations have left, within a day at most. A backup that is restored later is erased again.',
  underWay: (day: string) => `It was confirmed on ${day}: the rest goes once the cancellations have left.`,
  confirm: (name: string) => `Erase ${name} for good`,
}
