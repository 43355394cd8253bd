import type { JobName, RunName } from '../../../../worker/domain/clock/runs.ts'
import type { Letter } from '../../../../worker/domain/letter/letter.ts'
import type { RetiredFor } from '../../../../worker/domain/letter/order.ts'

export const deliveriesEn = {
  title: 'Delivery',
  filter: 'Emails shown',
  about:
    'Every email of this programme, newest first. What each one says stays between Sotto and its reader.',
  all: 'All',
  showAll: 'Show all emails',
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
    restored: 'It came with a restored backup, and had probably gone out already.',
  } satisfies Record<RetiredFor, string>,
  kinds: {
    closing: 'List at the end',
    test: 'Test',
    'test-invite': 'Test invite',
    figures: 'Link to the figures',
    health: 'How it runs',
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
  restored: {
    title: 'Restored from a backup: nothing is being sent',
    at: 'Restored',
    backup: 'The backup was made',
    about:
      'Emails that were waiting in the backup may have gone out since. Until somebody decides, no email leaves except sign-in links and tests, and Sotto offers, reminds and releases nothing by itself. Answers that come in are kept and count.',
    ofBackup: (count: number) =>
      count === 0
        ? 'No email was waiting in the backup.'
        : count === 1
          ? 'One email was waiting in the backup.'
          : `${count} emails were waiting in the backup.`,
    since: (count: number) =>
      count === 0 ? '' : count === 1 ? 'One was written since.' : `${count} were written since.`,
    oldest: 'The oldest is of',
    timers: (count: number) =>
      count === 0 ? '' : count === 1 ? 'One automatic task is due.' : `${count} automatic tasks are due.`,
    drop: 'Go on, without what was waiting in the backup',
    dropAbout:
      'For a backup that is not brand new. People keep what they have; whatever somebody turns out to lack can be sent again from its session.',
    send: 'Go on, and send everything that is waiting',
    sendAbout:
      'If surely nothing has gone out since the backup. Somebody who had an email already gets the same one again; dates that have passed are left out.',
    owner: (names: readonly string[]) =>
      `It concerns all programmes, so whoever runs this installation decides${names.length === 0 ? '' : `: ${names.join(', ')}`}.`,
    resumed: 'Emails go out again.',
    dropped: (count: number) =>
      count === 0
        ? ''
        : count === 1
          ? 'One email of the backup was set aside.'
          : `${count} emails of the backup were set aside.`,
  },
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
    runs: { minutely: 'Every minute', nightly: 'At night' } satisfies Record<RunName, string>,
    never: 'It has not run yet.',
    failed: (jobs: string) => `failed: ${jobs}`,
    jobs: {
      'expire-offer': 'ending offers nobody answered',
      bump: 'releasing declined dates',
      'ask-anew': 'asking the person who answers now',
      'mentor-cannot': 'standing in for a mentor',
      'clear-after-leaving': 'dropping times after a last day',
      're-offer': 'offering times again',
      'ask-for-outcome': 'asking how it went',
      'close-unmet': 'closing sessions nobody came to',
      brief: 'the mentor’s brief',
      nudge: 'the short note between two sessions',
      'open-round': 'opening the next round',
      digest: 'the assistant’s email the day before',
      'morning-mail': 'the managers’ morning email',
      'urgent-mail': 'the managers’ urgent email',
      leave: 'ending what ends with a last day',
      erase: 'erasing people',
      'read-feed': 'reading a published calendar',
      'finish-closing': 'closing a programme',
      purge: 'deleting names and notes of a closed programme',
      're-arm': 'setting tasks anew after a change',
      repair: 'checking the tasks against what is due',
      rounds: 'tasks about sessions and people',
      feeds: 'reading published calendars',
      deliver: 'sending emails',
      'seal-access-log': 'sealing the access log',
      'purge-letters': 'deleting the text of old emails',
      'drop-strangers': 'deleting old mail from strangers',
      'drop-undos-and-words': 'deleting what can no longer be undone',
      'drop-questions': 'deleting old questions',
      'drop-imports': 'deleting old import files',
      'release-reports': 'publishing figures for sponsors',
      'drop-kept-forms': 'deleting forms kept during a sign-in',
      'seal-anew': 'sealing with the newest key',
      'drop-reasons': 'deleting reasons after thirty days',
      'call-webhooks': 'calling webhooks',
      'tell-of-health': 'telling how it runs',
      'drop-tokens': 'deleting links and sign-ins that have ended',
      'drop-counts': 'deleting counts and keys of requests',
      'drop-settled': 'deleting what was settled long ago',
      'purge-access-log': 'deleting the log of access after a year',
      'ask-for-repairs': 'starting the nightly comparison of tasks',
      'check-invariants': 'checking the database',
    } satisfies Record<JobName, string>,
    job: (name: string, code: string) => `${name} (${code})`,
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
    checks: 'Check of the database',
    seal: 'Seal of the log of access',
    unsealed: 'Nothing is sealed yet.',
    keepSeal: 'Keep it elsewhere: “npm run audit:verify” compares it.',
    broken: (count: number) =>
      count === 0
        ? 'All is as it must be.'
        : count === 1
          ? 'One thing is not as it must be.'
          : `${count} things are not as they must be.`,
    whatToDo: '“npm run fsck” names each place where it is so.',
    unread: (count: number) => (count === 0 ? 'All can be read.' : `${count} cannot be read.`),
  },
  cleared: (letters: number) =>
    letters === 0 ? 'Mail goes there again.' : `Mail goes there again: ${letters} on the way.`,
}
