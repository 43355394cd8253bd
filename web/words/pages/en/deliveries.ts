import type { Letter } from '../../../../worker/domain/letter/letter.ts'
import type { RetiredFor } from '../../../../worker/domain/letter/order.ts'

export const deliveriesEn = {
  title: 'Delivery',
  filter: 'Which are shown',
  about: 'Every letter of this programme, newest first. Its words stay between Sotto and its reader.',
  all: 'All',
  emptyTitle: 'No letters here',
  empty: 'What goes out shows up here, with what became of it.',
  reasons: {
    over: 'Its hour had passed.',
    'called-off': 'What it was about had been cancelled.',
    moved: 'What it was about had been moved.',
    answered: 'It had been answered already.',
    'not-asked': 'Its reader is no longer the one to ask.',
    'address-changed': 'Its reader has another address by now.',
    done: 'It had been done already.',
    replaced: 'What it says had been replaced.',
    'not-wanted': 'Its reader does not want it any more.',
    gone: 'Its words have been deleted.',
    undone: 'It was taken back before it left.',
    'never-had': 'The invite it takes back never went out.',
  } satisfies Record<RetiredFor, string>,
  kinds: {
    closing: 'List at the end',
    test: 'Test',
    invitation: 'Invitation to give hours',
    'sign-in': 'Sign-in link',
    offer: 'Times to choose from',
    calendar: 'Invite',
    outcome: 'How did it go?',
    confirm: 'Please confirm',
    digest: 'The day before',
    own: 'Their own page',
    agreed: 'What was agreed, in writing',
    brief: 'For the mentor, the day before',
    attendance: 'On the day',
    offers: 'Times to choose from, for several',
    morning: 'What waits, in the morning',
    urgent: 'What touches the next day',
  } satisfies Record<Letter['kind'] | 'digest', string>,
  methods: { CANCEL: 'Cancellation', DECLINECOUNTER: 'Time unchanged' },
  to: (name: string) => `to ${name}`,
  tries: (count: number) => (count === 1 ? 'one try' : `${count} tries`),
  error: (code: string) => `Last error: ${code}`,
  again: 'Send again',
  stoppedAddress: 'Mail to this address comes back, so nothing more is sent there.',
  restingAddress: 'This address takes no mail for now. Letters to it go out from',
  clear: 'The address works again',
  person: 'Correct the address',
  stopped: (code: string) =>
    `No mail goes out: ${code}. All letters wait. One is tried by itself now and then, and once it leaves the others follow.`,
  stoppedSince: 'Since',
  resendAll: 'Send all again that were not delivered',
  resent: (letters: number, overtaken: number) => {
    const again =
      letters === 1 ? 'One letter is on its way again' : `${letters} letters are on their way again`
    if (overtaken === 0) return letters === 0 ? 'None was left undelivered.' : `${again}.`
    const rest = overtaken === 1 ? 'one says' : `${overtaken} say`
    return letters === 0
      ? `None is sent again: ${rest} what is no longer true.`
      : `${again}; ${rest} what is no longer true.`
  },
  moreFailed: 'Not all of them were looked at.',
  older: 'Older letters',
  test: 'Send me a test mail',
  tested: (email: string) =>
    `A test mail is on its way to ${email}. Look at this page again to see what became of it.`,
  serverSaid: (answer: string) => `The mail server said: ${answer}`,
  health: {
    title: 'How it runs',
    about: 'For whoever runs this installation: what happens by itself, in all programmes.',
    ticks: 'Last run of the clock',
    never: 'It has not run yet.',
    failed: (jobs: string) => `failed: ${jobs}`,
    letters: 'Letters',
    waiting: (count: number) => (count === 0 ? 'None waits.' : count === 1 ? 'One waits.' : `${count} wait.`),
    oldest: 'The oldest since',
    lastError: (code: string) => `last error ${code}`,
    sending: 'Sending',
    works: 'Works.',
    stopped: 'Stopped.',
    timers: 'What is due by itself',
    overdue: (count: number) =>
      count === 0 ? 'Nothing is late.' : `${count} late by more than ten minutes.`,
    failing: (kind: string, count: number) => `${kind} fails again and again: ${count}`,
    feeds: 'Published calendars',
    unread: (count: number) => (count === 0 ? 'All can be read.' : `${count} cannot be read.`),
  },
  cleared: (letters: number) =>
    letters === 0 ? 'Mail goes there again.' : `Mail goes there again: ${letters} on the way.`,
}
