/** On a manager's page: which mails about Today go out, and to whom. */
export const mailsEn = {
  title: 'Emails about Today',
  about:
    'One on working mornings, if something is waiting. One at once, if something affects a date within 24 hours.',
  notify: 'Which emails',
  notifyChoices: {
    both: 'Both',
    morning: 'Only in the morning',
    urgent: 'Only what affects the next 24 hours',
    none: 'None',
  },
  awayUntil: 'Away until',
  awayUntilHint: 'The last day away. Until it is over, the deputy gets the emails. Leave empty if not away.',
  deputy: 'Deputy',
  nobody: 'nobody',
  noOther: 'A deputy is another manager of this programme. There is none yet.',
  goTo: (name: string, day: string) => `Until ${day} they go to ${name}.`,
  comeAnyway: 'No deputy is available, so they still come to this address.',
  badDay: 'Enter a day, or leave it empty.',
}
