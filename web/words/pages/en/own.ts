/** The executive's own page, from his own mail. */
export const own = {
  title: 'Your page',
  with: (mentor: string) => `With ${mentor}`,
  next: 'Next',
  noNext: 'No date at present; one will be proposed.',
  begins: (format: string) => `It begins with “${format}”.`,
  commitment: 'What you meant to do',
  noCommitment: 'Nothing was agreed last time.',
  due: (day: string) => `By ${day}`,
  isDone: 'Is it done?',
  done: { yes: 'Yes', partly: 'In part', no: 'Not yet' },
  said: { yes: 'Done.', partly: 'Done in part.', no: 'Not done yet.' },
  noted: 'Noted. Thank you.',
  quietly: 'Quietly',
  quietlyAbout: (manager: string) => `Only ${manager} reads this; nobody is told why, and nobody asks.`,
  pause: 'I would rather pause',
  'another-mentor': 'I would rather meet somebody else',
}
