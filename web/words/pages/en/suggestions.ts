const STEPS = ['', 'one', 'two', 'three', 'four', 'five', 'six']

/** Who could be paired with whom. */
export const suggestionsEn = {
  title: 'Who with whom',
  link: 'Suggest pairs',
  about: 'A suggestion, with its reasons. Nobody hears of it; you decide.',
  emptyTitle: 'Nobody to pair yet',
  empty: 'Add mentors and executives first.',
  suggested: 'suggested',
  everybody: 'The best mentors of everybody',
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
    full: (most: number) => `Full: ${most} at the most`,
    leaves: (day: string) => `Here until ${day}: too little time is left`,
  },
}
