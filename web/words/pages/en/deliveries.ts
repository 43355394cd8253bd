import type { Letter } from '../../../../worker/domain/letters.ts'

export const deliveries = {
  title: 'Delivery',
  about: 'Every letter of this programme, newest first. Its words stay between Sotto and its reader.',
  all: 'All',
  emptyTitle: 'No letters here',
  empty: 'What goes out shows up here, with what became of it.',
  states: { waiting: 'On its way', sent: 'Sent', failed: 'Given up', stopped: 'Stopped' },
  kinds: {
    closing: 'List at the end',
    'sign-in': 'Sign-in link',
    offer: 'Times to choose from',
    calendar: 'Invite',
    outcome: 'How did it go?',
    confirm: 'Please confirm',
    digest: 'The day before',
    own: 'Their own page',
    brief: 'For the mentor, the day before',
    attendance: 'On the day',
    offers: 'Times to choose from, for several',
  } satisfies Record<Letter['kind'] | 'digest', string>,
  methods: { CANCEL: 'Cancellation', DECLINECOUNTER: 'Time unchanged' },
  to: (name: string) => `to ${name}`,
  tries: (count: number) => (count === 1 ? 'one try' : `${count} tries`),
  error: (code: string) => `Last error: ${code}`,
  again: 'Send again',
  stoppedAddress: 'Mail to this address comes back, so nothing more is sent there.',
  clear: 'The address works again',
  person: 'Correct the address',
  older: 'Older letters',
  cleared: (letters: number) =>
    letters === 0 ? 'Mail goes there again.' : `Mail goes there again: ${letters} on the way.`,
}
