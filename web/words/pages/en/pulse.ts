/** Two questions half-way and at the end: for both of a pairing, read by the manager alone. */
export const pulseEn = {
  title: 'Two short questions',
  with: (other: string) => `With ${other}`,
  about: (manager: string) =>
    `Only ${manager} reads the answers: not the other person, and nobody’s assistant.`,
  worth: 'Is it worth your time?',
  worths: { yes: 'Yes', partly: 'Partly', no: 'No' },
  onward: 'How should it go on?',
  onwards: { same: 'As it is', change: 'With a change', pause: 'Pause' },
  save: 'Save',
  both: 'Please answer both questions.',
  saved: 'Saved. Thank you.',
  change: (until: string) => `You can change it until ${until}.`,
  closed: (moment: string) => `This was saved on ${moment} and can no longer be changed.`,
  nothingTitle: 'There is no question at the moment',
  nothing: 'There is nothing to do here.',
  off: 'This programme does not ask how the sessions are going. There is nothing to do here.',
  heard: 'What both say',
  onlyYou: 'Neither sees what the other said.',
  phases: { midway: 'Half-way', end: 'At the end' },
}
