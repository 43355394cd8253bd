const STEPS = ['', 'one', 'two', 'three', 'four', 'five', 'six']

/** What changes in people's lives: who reports to whom, trips, another zone, other hours. */
export const livesEn = {
  reports: (who: string, superior: string, steps: number) =>
    steps === 1
      ? `${who} reports to ${superior}.`
      : `${who} reports to ${superior}, ${STEPS[steps] ?? steps} steps up.`,
  dateStands: 'The date that is fixed stands until you decide.',
  lineTitle: 'In the same reporting line',
  lineAbout:
    'Nothing new can be offered, booked or moved for these two. Hand over to another mentor, or end the pairing.',
  trip: (who: string, there: string) => `${who} is on a trip then: ${there}.`,
  onTheWay: (who: string) => `${who} is travelling then.`,
  zone: (who: string, there: string) => `${who} has moved: it is ${there}, outside the hours there.`,
  hours: (who: string, there: string) => `Now outside ${who}’s hours: ${there}.`,
  blackout: 'On days that the programme now keeps free.',
  displacedTitle: 'Dates that no longer fit',
  displacedAbout:
    'They were fixed or offered before the last change. What is fixed stays until you move it; a time on offer that the mentor’s hours or the programme now exclude can no longer be taken.',
  ownDisplacedAbout: 'They were fixed before your last change, and stay. Open one if you can’t make it.',
  ownHours: 'Now outside your hours.',
  onOffer: 'on offer',
  keptOnToday: (count: number) =>
    count === 1
      ? 'One fixed date falls in days or hours that are now excluded.'
      : `${count} fixed dates fall in days or hours that are now excluded.`,
  toToday: 'They are on Today.',
  freeTimes: 'Free for both',
  freeTimesAbout: 'One press moves the date; both are asked again.',
  noFreeTimes: 'No time was found that suits both. Choose one yourself under “Move it”.',
  moveHere: 'Move it there',
  zoneQuestion: (who: string) => `What should happen to ${who}’s hours?`,
  zoneQuestionHint: 'Dates that are fixed stay where they are.',
  zoneNeeded: 'Say what should happen to the hours in the new time zone.',
  wallClock: (example: string) => `The same hours by the clock there: ${example}`,
  instants: (example: string) => `The same moments, at another hour there: ${example}`,
}
