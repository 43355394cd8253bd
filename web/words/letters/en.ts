import type { MailedCode } from '../../../worker/domain/clock/alert-mail.ts'
import type { ToldLine } from '../../../worker/domain/letter/letter.ts'

/** No word here says what the hour is for: a colleague may read any line. */
export const lettersEn = {
  hello: (name: string) => `Hello ${name},`,
  human: (manager: string, email: string) =>
    `Sent for ${manager}. Reply to this email, or write to ${email}: a person reads both.`,
  place: {
    where: (location: string) => `Where: ${location}`,
    join: 'Join online',
    byPhone: 'By phone.',
    online: 'Online.',
  },
  signIn: {
    subject: 'Your link to sign in',
    asked: (email: string, when: string) => `On ${when}, somebody asked to sign in as ${email}.`,
    valid: (minutes: number, until: string) =>
      `This link signs you in. It works once, for ${minutes} minutes: until ${until}.`,
    press: 'Sign in',
    ignore: 'If it was not you, ignore this email: nobody can get in without it.',
  },
  invitation: {
    subject: (programme: string) => `${programme}: when can you be booked?`,
    asks: (manager: string) =>
      `${manager} would like to book an hour of your time now and then, with one person at a time. Nobody else is told.`,
    first:
      'First there is a three-minute read. Then say when you can be booked: two or three hours a week is plenty, and times are proposed only within them.',
    press: 'Sign in and set your hours',
    valid: (until: string) =>
      `The link signs you in once, until ${until}. After that, ask for a new one with this address:`,
    again: 'Sign in',
    ignore: (manager: string) =>
      `If you cannot do it, or do not know ${manager}, reply to this email. Nothing happens until you say so.`,
  },
  test: {
    subject: 'Your test email',
    arrived: (when: string) => `You asked for this email on ${when}. It has arrived, so mail is going out.`,
    nothing: 'There is nothing to do.',
  },
  /** It stands in the reader's own calendar. */
  testInvite: {
    title: 'Calendar test',
    isAt: (when: string) => `The entry: ${when}.`,
    about: 'You asked for this entry to see that invites reach your calendar. It is of nobody else.',
    answer: 'Accept or decline it there: your answer then stands on the page Today.',
    gone: 'It is gone from your calendar. There is nothing to do.',
  },
  /** To whoever runs the installation. */
  health: {
    broken: 'Sotto: something needs a look',
    mended: 'Sotto: everything works again',
    isBad: 'Something is not as it should be:',
    since: (sentence: string, when: string) => `${sentence} Since ${when}.`,
    codes: {
      'letters-late': 'Emails are leaving late.',
      'jobs-failed': 'A job of the last run failed.',
      'timers-failing': 'A task fails each time it is tried.',
      'checks-broken': 'The nightly check of the database found something that is not as it must be.',
      'feeds-failing': 'A published calendar cannot be read.',
    } satisfies Record<MailedCode, string>,
    open: 'See how it runs',
    toDo: {
      'letters-late': 'The page Delivery shows what waits, and the last error.',
      'jobs-failed': 'The foot of the page Delivery names it, and the log says why.',
      'timers-failing':
        'It is tried again automatically: the foot of the page Delivery names its kind, and the log says why.',
      'checks-broken': '“npm run fsck” names what it is.',
      'feeds-failing':
        'No new times are offered with it meanwhile. It is put right on the page Calendars of the person whose it is, or on that person’s own page.',
    } satisfies Record<MailedCode, string>,
    elsewhere:
      'The log of the installation says more. Whoever manages a programme here finds it on the page Delivery too, so it is worth asking.',
    next: 'Another email comes when everything works again, when something else breaks, or in a week; never more than one a day about what does not work.',
    isWell: (firstAt: string, when: string) =>
      `On ${firstAt} we wrote that something was not as it should be. Everything has worked again since ${when}.`,
    nothing: 'There is nothing to do.',
    again:
      'If something breaks again, the page Delivery shows it at once, and an email says so: one a day at most.',
    againByMail: 'If something breaks again, an email says so: one a day at most.',
    why: 'You get this email because you run this installation of Sotto.',
  },
  figures: {
    subject: (programme: string) => `${programme}: the figures`,
    about: (programme: string) =>
      `Here are the figures of ${programme}. They are totals and change once a month; nothing in them is about one person.`,
    press: 'Open the figures',
    valid: (until: string) =>
      `The link works until ${until}, without a password. Whoever has it can read the page, so please keep it to yourself.`,
  },
  offer: {
    subjectFor: (times: number, executive: string, again: boolean) =>
      `${counted(times, again)} for ${executive}: ${times === 1 ? 'does it suit?' : 'which one suits?'}`,
    subject: (minutes: number, again: boolean) =>
      again ? `${minutes} minutes: which new time suits you?` : `${minutes} minutes: which time suits you?`,
    /** `until` is null where each time has an hour of its own. */
    heldFor: (times: number, executive: string, until: string | null, again: boolean) =>
      `${counted(times, again)} ${times === 1 ? 'is' : 'are'} being held for ${executive}, ${until === null ? 'each until the hour shown with it' : `until ${until}`}.`,
    until: (moment: string) => `until ${moment}`,
    length: (minutes: number, mentor: string | null) =>
      mentor ? `${minutes} minutes with ${mentor}.` : `${minutes} minutes, one to one.`,
    several: (executives: string) => `Times for ${executives}: which ones suit?`,
    andMore: (executives: string, more: number) => `${executives} and ${more} others`,
    part: (executive: string, again: boolean) => `${executive}${again ? ' (new times)' : ''}:`,
    allHeld: (until: string) => `All are held until ${until}.`,
    heldUntil: (until: string) => `Held until ${until}.`,
    zoneOfAll: (zone: string) => `All hours are ${zone}.`,
    /** `withTimes`: the address stands for the times too. */
    otherwise: (withTimes: boolean): string =>
      withTimes ? 'Choose, or give another answer' : 'None of these, later, or a time of your own',
    stillHeldFor: (executive: string) => `Still held for ${executive}: does one of them suit?`,
    stillHeld: 'Still held for you: does one of them suit?',
    severalStillHeld: (executives: string) => `Still held for ${executives}: which ones suit?`,
    still: 'These times are still being held, waiting for an answer. “None of these” is fine too.',
    below: (count: number) => `Times are being held for ${count} people; each has a part of this email.`,
    tap: 'One tap on the time that suits; nothing is settled before it is confirmed on the page.',
    which: (times: number, again: boolean) =>
      times === 1
        ? `Would this ${again ? 'new ' : ''}time suit you?`
        : `Which of these ${again ? 'new ' : ''}times would suit you best?`,
    heldForYou: (times: number, until: string | null) =>
      until === null
        ? 'Each is held for you until the hour shown with it.'
        : `${times === 1 ? 'It is' : 'They are'} held for you until ${until}.`,
    none: 'None of these',
    later: 'Ask me after …',
    own: 'Suggest a time of your own',
    copy: 'To copy:',
    firstFor: (manager: string, executive: string) =>
      `What this is: ${manager} arranges a few private one-to-one meetings for ${executive}, and asks you as the keeper of the diary. There is no account to open.`,
    firstForSeveral: (manager: string, executives: string) =>
      `What this is: ${manager} arranges a few private one-to-one meetings for ${executives}, and asks you as the keeper of the diary. There is no account to open.`,
    stopFor: 'To stop these emails, reply to this one with a line that says so.',
    first: (manager: string) =>
      `What this is: a private one-to-one meeting that ${manager} arranges for you. Nothing to prepare, no account to open.`,
    stop: 'If you would rather not be asked, reply to this email with a line that says so.',
  },
  calendar: {
    title: (minutes: number, other: string) => `${minutes} min with ${other}`,
    plainTitle: '1:1',
    withWhom: (minutes: number, other: string | null) =>
      other ? `${minutes} minutes with ${other}.` : `${minutes} minutes, one to one.`,
    fixed: (when: string) => `Here is the time: ${when}.`,
    moved: (when: string, before: string) => `There is a new time: ${when}. It replaces ${before}.`,
    placed: (when: string) => `The place has changed; the time stays: ${when}.`,
    stoodIn: (when: string, other: string | null) =>
      other
        ? `The time stays: ${when}. It is now with ${other}.`
        : `The time stays: ${when}. A detail has changed.`,
    answer: 'Accept or decline it in your calendar, or propose another time there.',
    answeredBy: (name: string) =>
      name
        ? `Your last answer came from ${name}.`
        : 'Your last answer came from an address we do not know. If it was a mistake, reply to this email.',
    page: 'Answer on its page',
    questions: 'Two short questions, two taps',
    pageAddress: (url: string) => `Its page: ${url}`,
    first: (manager: string) =>
      `What this is: a private one-to-one meeting that ${manager} arranges for you. Nothing to prepare, no account to open. If you would rather have no more of these, reply to this email with a line that says so.`,
    cancelled: (title: string) => `Cancelled: ${title}`,
    free: (when: string) => `This time is free again: ${when}.`,
    nothingToDo: 'There is nothing to do. If there is another time, it will come as a new invite.',
    notPossible: 'Thank you, but the time you proposed is not possible. The one in your calendar stays.',
    unchanged: (title: string) => `Time unchanged: ${title}`,
    stays: (when: string) =>
      `Thank you for proposing another time. It could not be arranged, so this one stays: ${when}.`,
  },
  outcome: {
    subject: (day: string) => `${day}: how did it go?`,
    over: (other: string, when: string) => `Your meeting with ${other} is over: ${when}.`,
    ask: 'How did it go? Each of these opens a page with that answer chosen. No password, less than a minute.',
    questions: 'Two short questions, two taps',
    noChase: (manager: string) => `You do not have to chase anybody: ${manager} takes care of what follows.`,
  },
  told: {
    morning: (count: number) => `Today: ${things(count)}`,
    urgent: (count: number, when: string) => `Before ${when}: ${things(count)}`,
    intro: (count: number) =>
      count === 1 ? 'One thing is waiting for you.' : `${count} things are waiting for you.`,
    near: 'This affects the next 24 hours.',
    since: (day: string) => `since ${day}`,
    acts: (when: string) => `If nobody acts first, Sotto will: ${when}.`,
    waits: 'Sotto will do nothing about it by itself.',
    askedAgain: 'Other times have gone out by themselves.',
    more: (count: number) => (count === 1 ? 'And one more thing' : `And ${count} more things`),
    open: 'See everything',
    which: 'Choose which of these emails you get, and who gets them while you are away',
    news: {
      restored: 'Restored from a backup: nothing is being sent',
      'sending-stopped': 'No mail is going out',
      'mentor-cannot': 'Somebody cannot come',
      'mentor-leaves': 'Somebody will have left by then; another person is needed',
      declined: 'Declined, and nothing new is on offer',
      'bumped-twice': 'Given up at least twice in a row',
      counter: 'Another time is proposed',
      'answer-waiting': 'An answer needs a person to look at it',
      'reporting-line': 'Nothing new can be arranged between these two as things stand',
      'trip-over-dates': 'A trip, or hours changed since, cover this date',
      'address-bounced': 'Mail to an address bounces',
      undelivered: 'An email could not be delivered',
      'asks-for-another': 'Somebody would prefer another arrangement',
      'asks-to-pause': 'Somebody would rather pause',
      'asks-erasure': 'Somebody asks to be erased',
      'asks-correction': 'Somebody asks for a correction',
      pulse: 'Somebody would like it to go on differently',
      'offset-changed': 'The clocks there have changed: this is no longer at the hour agreed',
      'zone-changed': 'Somebody has moved to another time zone, and this is outside the hours there',
      'no-link': 'A date has no place yet',
      'offer-unanswered': 'Not answered for two working days',
      'offer-expired': 'The times on offer have expired',
      'none-suited': 'None of the times suited',
      'no-next-date': 'No next date',
      'asked-for-later': 'Asked to wait, and has had no date for a long time',
      'first-offer': 'Not asked yet',
      tentative: 'Still “perhaps”, and soon',
      'not-logged': 'How it went is not noted yet',
      'needs-manager': 'Somebody asks you to look',
      'mentor-not-ready': 'Somebody who is to meet others has no hours yet',
      draft: 'Something is drafted, and waits for you',
      'timer-failed': 'Sotto keeps failing at something here',
      'programme-ends': 'The last day is near',
      'key-expires': 'One of your API keys ends within a week',
      strangers: 'Mail from addresses that nobody here has',
      'given-up': 'This date was given up',
    } satisfies Record<ToldLine['news'], string>,
  },
  /** To the page with all dates, at the end of an assistant's mails. */
  desk: 'Your desk: the next six weeks in one place, after signing in',
  digest: {
    subject: (meetings: number) =>
      `The next working day: ${meetings === 1 ? 'one meeting' : `${meetings} meetings`}`,
    intro: 'This is what we believe is in the diaries. If a meeting was moved there, we do not hear of it.',
    with: (mentor: string) => `With ${mentor}.`,
    wrong: 'If something is wrong, reply to this email with a line. Otherwise there is nothing to do.',
  },
  brief: {
    subject: (when: string) => `For ${when}`,
    who: (other: string, when: string) => `You meet ${other}: ${when}.`,
    kinds: {
      workshop: 'You teach: you show one thing, and do it together before you part.',
      mentoring:
        'You are the more senior, or a peer: you are asked what you know, and what comes of it is for the other person to decide.',
      'reverse-mentoring':
        'You lead, however senior the other person is: no titles, no slides, one thing at a time.',
    },
    first: {
      workshop: 'It is your first time together: begin with something small enough to be finished today.',
      mentoring: 'It is your first time together: ask what would be useful before you say what you know.',
      'reverse-mentoring':
        'It is your first time together: ask what is easy and what is not, and show one thing only.',
    },
    noCommitment: 'Nothing was agreed last time.',
    commitment: 'Agreed last time:',
    due: (day: string) => `By ${day}.`,
    done: {
      yes: 'Done.',
      partly: 'Done in part.',
      no: 'Not done; no need to ask why.',
      unknown: 'It is not known whether it was done.',
    },
    says: {
      yes: (other: string) => `${other} says that it is done.`,
      partly: (other: string) => `${other} says that it is done in part.`,
      no: (other: string) => `${other} says that it is not done; no need to ask why.`,
    },
    notSeen: 'You have not said whether you saw it.',
    format: (name: string) => `To begin with, “${name}”:`,
    avoid: 'Better avoided:',
    why: 'Why this comes next:',
    doing: 'Together:',
    sign: 'A sign that it worked:',
    forYou: 'For you:',
    materials: 'Materials',
    question: 'A question is waiting for you, written beforehand; only you can read it, here',
    track: (name: string, step: number, of: number) => `${step} of ${of}: “${name}”.`,
    ofTrack: 'For this step:',
    ofTrackLink: 'Materials for this step',
    waiting: 'On the day: nobody here after ten minutes',
    late: 'I am running late',
    cannot: 'I can’t make it',
  },
  own: {
    subject: 'Your page',
    asked: 'You asked for your own page: the next date, and what you meant to do.',
    ignore: 'If it was not you, ignore this email: it changes nothing.',
    subjectFrom: (other: string | null) => (other ? `A word from ${other}` : 'A word for you'),
    reminds: (other: string | null) =>
      other ? `${other} remembers what you meant to do:` : 'What you meant to do:',
    remindsOnPage: (other: string | null) =>
      other
        ? `${other} remembers what you meant to do; you find it on your page.`
        : 'What you meant to do is on your page.',
    page: 'Say how it stands',
    noHurry: 'There is no hurry. A person reads replies to this email.',
  },
  agreed: {
    subject: (other: string | null) => (other ? `A note from ${other}` : 'A note for you'),
    noted: (other: string | null) =>
      other ? `${other} has noted what you mean to do:` : 'What you mean to do:',
    onPage: (other: string | null) =>
      other
        ? `${other} has noted what you mean to do; you find it on your page.`
        : 'What you mean to do is on your page.',
    due: (day: string) => `By ${day}.`,
    page: 'Your page',
    why: 'You asked for this in writing, once after each meeting. You can turn it off on your page. A person reads replies to this email.',
  },
  closing: {
    subject: 'What stays with you',
    over: 'The meetings that were arranged for you are over. Thank you for your time. This is your own list.',
    met: 'You met:',
    minutes: (day: string, minutes: number) => `${day}, ${minutes} minutes`,
    neverMet: 'No meeting took place.',
    meant: 'What you meant to do:',
    done: { yes: '(done)', partly: '(done in part)', no: '(not done)' },
    said: {
      yes: '(you say: done)',
      partly: '(you say: done in part)',
      no: '(you say: not done)',
    },
    seen: { yes: '(seen: done)', partly: '(seen: done in part)', no: '(seen: not done)' },
    unknown: '(not known whether done)',
    stages: {
      reading: 'You were seen reading along.',
      answering: 'You were seen answering in the open.',
      posting: 'You were seen writing something of your own.',
      'asking-others-in': 'You were seen asking others in.',
    },
    more: 'The rest of what you meant to do is on your page alone.',
    page: 'It is on your page too.',
    pageWithQuestions: (manager: string) =>
      `It is on your page too, with two short questions; only ${manager} reads the answers.`,
    open: 'Your page',
    kept: (day: string) =>
      `Names and notes are kept until ${day} and then deleted. Only totals stay, without names.`,
    object: 'If you want something corrected, or deleted earlier, a line is enough.',
  },
  attendance: {
    subject: (when: string) => `About ${when}`,
    expected: (executive: string | null, when: string) =>
      executive ? `${executive} is expected: ${when}.` : `You are expected: ${when}.`,
    late: (when: string) => `The other person is running ten minutes late: ${when}.`,
    nothing: 'There is no need to reply. If it does not work out, new times will follow by themselves.',
  },
  confirm: {
    subject: 'Please confirm: was this you?',
    asked: (when: string) => `Somebody opened your invite and asked to decline it: ${when}. Was it you?`,
    askedFor: (executive: string, when: string) =>
      `Somebody opened the invite for ${executive} and asked to decline it: ${when}. Was it you?`,
    yes: 'Yes, decline it',
    ignore: 'If it was not you, ignore this email: the time stays as it is.',
  },
}

export type LetterWords = typeof lettersEn

function counted(times: number, again: boolean): string {
  const number = ['No', 'One', 'Two', 'Three', 'Four', 'Five'][times] ?? String(times)
  return `${number}${again ? ' new' : ''} ${times === 1 ? 'time' : 'times'}`
}

function things(count: number): string {
  return count === 1 ? 'one thing is waiting for you' : `${count} things are waiting for you`
}
