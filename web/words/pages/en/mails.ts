/** On a manager's page: which mails about Today go out, and to whom. */
export const mailsEn = {
  title: 'Mails about Today',
  about:
    'One on a working morning, if something waits. One at once where something touches a date within 24 hours.',
  notify: 'Which of them',
  notifyChoices: {
    both: 'Both',
    morning: 'Only in the morning',
    urgent: 'Only what touches the next 24 hours',
    none: 'None',
  },
  awayUntil: 'Away until',
  awayUntilHint: 'The last day away. Until it is over the deputy gets them. Empty: here.',
  deputy: 'Deputy',
  nobody: 'nobody',
  noOther: 'A deputy is another manager of this programme. There is none yet.',
  goTo: (name: string, day: string) => `Until ${day} they go to ${name}.`,
  comeAnyway: 'No deputy is here now, so they still come to this address.',
  badDay: 'Write a day, or leave it open.',
}
