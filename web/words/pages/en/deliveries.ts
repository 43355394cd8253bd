import type { Letter } from '../../../../worker/domain/letter/letter.ts'
import type { RetiredFor } from '../../../../worker/domain/letter/order.ts'

export const deliveriesEn = {
  title: 'Delivery',
  filter: 'Emails shown',
  about:
    'Every email of this programme, newest first. What each one says stays between Sotto and its reader.',
  all: 'All',
  emptyTitle: 'No emails here',
  empty: 'Every email that goes out appears here, with what became of it.',
  reasons: {
    over: 'Its time had passed.',
    'called-off': 'What it was about had been cancelled.',
    moved: 'What it was about had been moved.',
    answered: 'It had already been answered.',
    'not-asked': 'Its reader is no longer the person to ask.',
    'address-changed': 'Its reader’s address had changed.',
    done: 'It had already been done.',
    replaced: 'What it says had been replaced.',
    'not-wanted': 'Its reader no longer wants it.',
    gone: 'Its text has been deleted.',
    undone: 'It was undone before it was sent.',
    'never-had': 'The invite it cancels never went out.',
  } satisfies Record<RetiredFor, string>,
  kinds: {
    closing: 'List at the end',
    test: 'Test',
    invitation: 'Invitation to set hours',
    'sign-in': 'Sign-in link',
    offer: 'Times to choose from',
    calendar: 'Invite',
    outcome: 'How did it go?',
    confirm: 'Please confirm',
    digest: 'For the assistant, the day before',
    own: 'Their own page',
    agreed: 'What was agreed, in writing',
    brief: 'For the mentor, the day before',
    attendance: 'On the day',
    offers: 'Times to choose from, for several people',
    morning: 'What is waiting, in the morning',
    urgent: 'What affects the next day',
  } satisfies Record<Letter['kind'] | 'digest', string>,
  methods: { CANCEL: 'Cancellation', DECLINECOUNTER: 'Time unchanged' },
  to: (name: string) => `to ${name}`,
  tries: (count: number) => (count === 1 ? 'one try' : `${count} tries`),
  error: (code: string) => `Last error: ${code}`,
  again: 'Send again',
  stoppedAddress: 'Mail to this address bounces, so nothing more is sent there.',
  restingAddress: 'This address is not accepting mail for now. Emails to it will go out from',
  clear: 'The address works again',
  person: 'Correct the address',
  stopped: (code: string) =>
    `No mail is going out: ${code}. All emails are waiting. Sotto tries one now and then; once it gets through, the others follow.`,
  stoppedSince: 'Since',
  resendAll: 'Send again all that were not delivered',
  resent: (letters: number, overtaken: number) => {
    const again = letters === 1 ? 'One email is on its way again' : `${letters} emails are on their way again`
    if (overtaken === 0) return letters === 0 ? 'None was left undelivered.' : `${again}.`
    const rest = overtaken === 1 ? 'one says' : `${overtaken} say`
    return letters === 0
      ? `None was sent again: ${rest} what is no longer true.`
      : `${again}; ${rest} what is no longer true.`
  },
  moreFailed: 'Not all of them were checked.',
  older: 'Older emails',
  test: 'Send me a test email',
  tested: (email: string) =>
    `A test email is on its way to ${email}. Come back to this page to see what became of it.`,
  serverSaid: (answer: string) => `The mail server said: ${answer}`,
  health: {
    title: 'How it runs',
    about: 'For the person who runs this installation: what happens automatically, in all programmes.',
    ticks: 'Last run of the clock',
    never: 'It has not run yet.',
    failed: (jobs: string) => `failed: ${jobs}`,
    letters: 'Emails',
    waiting: (count: number) =>
      count === 0 ? 'None waiting.' : count === 1 ? 'One waiting.' : `${count} waiting.`,
    oldest: 'The oldest has waited since',
    lastError: (code: string) => `last error ${code}`,
    sending: 'Sending',
    works: 'Working.',
    stopped: 'Stopped.',
    timers: 'Automatic tasks',
    overdue: (count: number) => (count === 0 ? 'Nothing is late.' : `${count} more than ten minutes late.`),
    failing: (kind: string, count: number) => `${kind} keeps failing: ${count}`,
    feeds: 'Published calendars',
    unread: (count: number) => (count === 0 ? 'All can be read.' : `${count} cannot be read.`),
  },
  cleared: (letters: number) =>
    letters === 0 ? 'Mail goes there again.' : `Mail goes there again: ${letters} on the way.`,
}
