const STEPS = ['', 'one', 'two', 'three', 'four', 'five', 'six']

/** Who could be paired with whom. */
export const suggestionsEn = {
  title: 'Suggested pairings',
  link: 'Suggested pairings',
  about:
    'The best mentors for each, with reasons. “Suggested” is the best set for everybody together, with the load shared. Nobody hears of it; you decide.',
  emptyTitle: 'Nobody to pair yet',
  empty: 'Add mentors and executives first.',
  unpaired: (unpaired: number, suggested: number) =>
    unpaired === 0
      ? 'Every executive has a mentor.'
      : `${unpaired === 1 ? 'One executive has' : `${unpaired} executives have`} no mentor yet; ${suggested === 0 ? 'the mentors’ hours allow none to be suggested' : suggested === unpaired ? (unpaired === 1 ? 'one is suggested' : 'a mentor is suggested for each') : `for ${suggested} of them one is suggested, within what the mentors’ hours allow`}.`,
  filter: 'Who to show',
  all: 'Everybody',
  withoutMentor: (count: number) => `Without a mentor (${count})`,
  nobodyLeft: 'Everybody has a mentor',
  nobodyLeftHint: 'Nobody is left to be paired.',
  acceptAll: (count: number) => (count === 1 ? 'Accept the one suggested' : `Accept all ${count} suggested`),
  ticked: 'Continue with those ticked on this page',
  acceptTitle: (count: number) => (count === 1 ? 'Make this pairing' : `Make these ${count} pairings`),
  acceptAbout: 'Each is made as proposed: nobody hears of it until times are offered, and each can be ended.',
  accept: (count: number) => (count === 1 ? 'Make one pairing' : `Make ${count} pairings`),
  leftOut: (count: number) =>
    count === 1
      ? 'One can no longer be made, and is left out.'
      : `${count} can no longer be made, and are left out.`,
  shared: (executive: string, mentors: number) => `${executive} would have ${mentors} mentors.`,
  overfull: (mentor: string, pairings: number, most: number) =>
    `${mentor} would have ${pairings} pairings; the hours allow ${most}.`,
  noneTicked: 'Nothing is ticked',
  noneTickedHint: 'Go back to the suggestions and tick the pairs to make.',
  nothingToAccept: 'Nothing to accept',
  nothingToAcceptHint: 'Every executive for whom there is a mentor has one.',
  suggested: 'suggested',
  everybody: 'The best mentors for everybody',
  others: (count: number) => (count === 1 ? 'One more mentor' : `${count} more mentors`),
  propose: 'Propose',
  reasons: {
    topics: (topics: string) => `teaches ${topics}`,
    language: (locale: string) => `both in ${locale}`,
    'shared-hours': (hours: number) => `${hours} h a week in common`,
    room: (pairings: number, most: number | null) =>
      most === null
        ? `${pairings === 1 ? '1 pairing' : `${pairings} pairings`} so far`
        : `${pairings} of ${most} pairings`,
    below: (steps: number) => `${STEPS[steps] ?? steps} steps below`,
    leaves: (day: string) => `here until ${day}`,
  },
  blocked: {
    paired: 'Paired already',
    'reporting-line': (name: string, steps: number) =>
      steps === 1 ? `Reports to ${name}` : `Reports to ${name}, ${STEPS[steps] ?? steps} steps up`,
    'same-person': 'The same person',
    'no-shared-hours': 'No hours in common',
    full: (most: number) => `Full: at most ${most}`,
    leaves: (day: string) => `Here until ${day}: too little time is left`,
  },
}
