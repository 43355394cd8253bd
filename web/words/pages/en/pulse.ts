/** Two questions half-way and at the end: for both of a pairing, read by the manager alone. */
export const pulseEn = {
  title: 'Two short questions',
  with: (other: string) => `With ${other}`,
  about: (manager: string) =>
    `Only ${manager} reads the answers: not the other person, and nobody’s assistant.`,
  worth: 'Is it worth your time?',
  worths: { yes: 'Yes', partly: 'Partly', no: 'No' },
  onward: 'How to go on?',
  onwards: { same: 'Like this', change: 'With a change', pause: 'Pause' },
  save: 'Save',
  both: 'Choose one answer to each, please.',
  saved: 'Saved. Thank you.',
  change: (until: string) => `You can change it until ${until}.`,
  closed: (moment: string) => `This was saved on ${moment} and can no longer be changed.`,
  nothingTitle: 'Nothing is asked at present',
  nothing: 'There is nothing to do here.',
  heard: 'What both say',
  onlyYou: 'Neither of them reads this of the other.',
  phases: { midway: 'Half-way', end: 'At the end' },
}
