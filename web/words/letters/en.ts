import type { ToldLine } from '../../../worker/domain/letter/letter.ts'

/** No word here says what the hour is for: a colleague may read any line. */
export const lettersEn = {
  hello: (name: string) => `Hello ${name},`,
  human: (manager: string, email: string) =>
    `Sent for ${manager}. Answer this mail, or write to ${email}: a person reads both.`,
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
    ignore: 'If it was not you, ignore this mail: without it nobody gets in.',
  },
  invitation: {
    subject: (programme: string) => `${programme}: when may you be booked?`,
    asks: (manager: string) =>
      `${manager} would like to book an hour of yours now and then, with one person at a time. Nobody else is told.`,
    first:
      'First there are three minutes to read. Then say when you may be booked: two or three hours a week are plenty, and times are proposed only inside them.',
    press: 'Sign in and give your hours',
    valid: (until: string) =>
      `The link signs you in once, until ${until}. After that, ask for a new one with this address:`,
    again: 'Sign in',
    ignore: (manager: string) =>
      `If you cannot do it, or do not know ${manager}, answer this mail. Nothing happens until you say so.`,
  },
  test: {
    subject: 'Mail arrives',
    arrived: (when: string) => `You asked for this mail on ${when}. It has arrived, so mail goes out.`,
    nothing: 'There is nothing to do.',
  },
  offer: {
    subjectFor: (times: number, executive: string, again: boolean) =>
      `${counted(times, again)} for ${executive}: ${times === 1 ? 'does it suit?' : 'which one suits?'}`,
    subject: (minutes: number, again: boolean) =>
      again ? `${minutes} minutes: which new time suits you?` : `${minutes} minutes: which time suits you?`,
    /** `until` is null where each time has an hour of its own. */
    heldFor: (times: number, executive: string, until: string | null, again: boolean) =>
      `${counted(times, again)} ${times === 1 ? 'is' : 'are'} being held for ${executive}, ${until === null ? 'each until the hour that stands with it' : `until ${until}`}.`,
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
      withTimes ? 'Choose, or answer otherwise' : 'None of these, later, or a time of your own',
    stillHeldFor: (executive: string) => `Still held for ${executive}: does one of them suit?`,
    stillHeld: 'Still held for you: does one of them suit?',
    severalStillHeld: (executives: string) => `Still held for ${executives}: which ones suit?`,
    still: 'These times are still being held, and wait for an answer. “None of these” is a fine one too.',
    below: (count: number) => `Times are being held for ${count} people; each has a part of this mail.`,
    tap: 'One tap on the time that suits; nothing is settled before it is confirmed on the page.',
    which: (times: number, again: boolean) =>
      times === 1
        ? `Would this ${again ? 'new ' : ''}time suit you?`
        : `Which of these ${again ? 'new ' : ''}times would suit you best?`,
    heldForYou: (times: number, until: string | null) =>
      until === null
        ? 'Each is kept for you until the hour that stands with it.'
        : `${times === 1 ? 'It is' : 'They are'} kept for you until ${until}.`,
    none: 'None of these',
    later: 'Ask me after …',
    own: 'Write a time of your own',
    copy: 'To copy:',
    firstFor: (manager: string, executive: string) =>
      `What this is: ${manager} arranges a few private one-to-one meetings for ${executive}, and asks you as the keeper of the diary. There is no account to open.`,
    firstForSeveral: (manager: string, executives: string) =>
      `What this is: ${manager} arranges a few private one-to-one meetings for ${executives}, and asks you as the keeper of the diary. There is no account to open.`,
    stopFor: 'To get no more of these mails, answer this one with a line that says so.',
    first: (manager: string) =>
      `What this is: a private one-to-one meeting that ${manager} arranges for you. Nothing to prepare, no account to open.`,
    stop: 'Should you rather not be asked, answer this mail with a line that says so.',
  },
  calendar: {
    title: (minutes: number, other: string) => `${minutes} min with ${other}`,
    plainTitle: '1:1',
    withWhom: (minutes: number, other: string | null) =>
      other ? `${minutes} minutes with ${other}.` : `${minutes} minutes, one to one.`,
    fixed: (when: string) => `Here is the time: ${when}.`,
    moved: (when: string, before: string) => `There is a new time: ${when}. It takes the place of ${before}.`,
    placed: (when: string) => `The place has changed; the time stays: ${when}.`,
    stoodIn: (when: string, other: string | null) =>
      other
        ? `The time stays: ${when}. It is with ${other} now.`
        : `The time stays: ${when}. A detail has changed.`,
    answer: 'Accept or decline it in your calendar, or propose another time there.',
    answeredBy: (name: string) =>
      name
        ? `Your last answer came from ${name}.`
        : 'Your last answer came from an address we do not know. If it was not meant, answer this mail.',
    page: 'Answer on its page',
    questions: 'Two short questions, two taps',
    pageAddress: (url: string) => `Its page: ${url}`,
    first: (manager: string) =>
      `What this is: a private one-to-one meeting that ${manager} arranges for you. Nothing to prepare, no account to open. Should you rather have no more of these, answer this mail with a line that says so.`,
    cancelled: (title: string) => `Cancelled: ${title}`,
    free: (when: string) => `This time is free again: ${when}.`,
    nothingToDo: 'There is nothing to do. Should there be another time, it comes as an invite of its own.',
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
    noChase: (manager: string) => `You need not chase anybody: ${manager} sees to what follows.`,
  },
  told: {
    morning: (count: number) => `Today: ${things(count)}`,
    urgent: (count: number, when: string) => `Before ${when}: ${things(count)}`,
    intro: (count: number) => (count === 1 ? 'One thing waits for you.' : `${count} things wait for you.`),
    near: 'This touches the next 24 hours.',
    since: (day: string) => `since ${day}`,
    acts: (when: string) => `If nobody acts before, Sotto does: ${when}.`,
    waits: 'Sotto does nothing about it by itself.',
    askedAgain: 'Other times have gone out by themselves.',
    more: (count: number) => (count === 1 ? 'And one thing more' : `And ${count} things more`),
    open: 'All of it',
    which: 'Which of these mails you get, and who gets them while you are away',
    news: {
      'sending-stopped': 'No mail goes out',
      'mentor-cannot': 'Somebody cannot come',
      'mentor-leaves': 'Somebody leaves before; another person is needed',
      declined: 'Declined, and nothing new is on offer',
      'bumped-twice': 'Moved at least twice in a row',
      counter: 'Another time is proposed',
      'answer-waiting': 'An answer needs a human eye',
      'reporting-line': 'Nothing new can be arranged between these two as things stand',
      'trip-over-dates': 'A trip, or hours changed since, cover this date',
      'address-bounced': 'Mail to an address comes back',
      undelivered: 'A mail could not be delivered',
      'asks-for-another': 'Somebody would rather have it otherwise',
      'asks-to-pause': 'Somebody would rather pause',
      pulse: 'Somebody would go on otherwise',
      'offset-changed': 'The clocks there are set otherwise now: this is at another hour than agreed',
      'zone-changed': 'Somebody has moved to another zone, and this is outside the hours there',
      'offer-unanswered': 'Not answered for two working days',
      'offer-expired': 'The times on offer have expired',
      'none-suited': 'None of the times suited',
      'no-next-date': 'No next date',
      'asked-for-later': 'Asked to be asked later, and has had no date for long',
      'first-offer': 'Not asked yet',
      tentative: 'Still “perhaps”, and soon',
      'not-logged': 'How it went is not noted yet',
      'needs-manager': 'Somebody asks you to look',
      'mentor-not-ready': 'Somebody who is to meet others has no hours yet',
      'timer-failed': 'Sotto fails at something here, again and again',
      'programme-ends': 'The last day is near',
      strangers: 'Mail from addresses that nobody here has',
      'given-up': 'This date was given up',
    } satisfies Record<ToldLine['news'], string>,
  },
  /** To the page with all dates, at the end of an assistant's mails. */
  desk: 'Your desk: all dates in one place, after signing in',
  digest: {
    subject: (meetings: number) =>
      `The next working day: ${meetings === 1 ? 'one meeting' : `${meetings} meetings`}`,
    intro: 'This is what we believe is in the diaries. A meeting that was moved there does not tell us.',
    with: (mentor: string) => `With ${mentor}.`,
    wrong: 'If something is not so, answer this mail with a line. Otherwise there is nothing to do.',
  },
  brief: {
    subject: (when: string) => `For ${when}`,
    who: (other: string, when: string) => `You meet ${other}: ${when}.`,
    kinds: {
      workshop: 'You teach: you show one thing, and it is done together before you part.',
      mentoring:
        'You are the senior or a peer: you are asked what you know, and what comes of it is for the other person to decide.',
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
    question: 'A question is waiting for you, written down beforehand; only you read it, here',
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
    ignore: 'If it was not you, ignore this mail: it changes nothing.',
    subjectFrom: (other: string | null) => (other ? `A word from ${other}` : 'A word for you'),
    reminds: (other: string | null) =>
      other ? `${other} remembers what you meant to do:` : 'What you meant to do:',
    page: 'Say how it stands',
    noHurry: 'There is no hurry. An answer to this mail is read by a person.',
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
    why: 'You asked for this in writing, once after each meeting. You can switch it off on your page. An answer to this mail is read by a person.',
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
    unknown: '(whether done is not known)',
    stages: {
      reading: 'You were seen reading along.',
      answering: 'You were seen answering in the open.',
      posting: 'You were seen writing something of your own.',
      'asking-others-in': 'You were seen asking others in.',
    },
    page: 'It stands on your page too.',
    pageWithQuestions: (manager: string) =>
      `It stands on your page too, with two short questions; only ${manager} reads the answers.`,
    open: 'Your page',
    kept: (day: string) =>
      `Names and notes are kept until ${day} and are deleted then. Only numbers stay, without names.`,
    object: 'Should you want something put right, or deleted earlier, a line is enough.',
  },
  attendance: {
    subject: (when: string) => `About ${when}`,
    expected: (executive: string | null, when: string) =>
      executive ? `${executive} is expected: ${when}.` : `You are expected: ${when}.`,
    late: (when: string) => `The other person is running ten minutes late: ${when}.`,
    nothing: 'There is nothing to answer. Should it not work out, new times come by themselves.',
  },
  confirm: {
    subject: 'Please confirm: was this you?',
    asked: (when: string) => `Somebody opened your invite and asked to decline it: ${when}. Was it you?`,
    askedFor: (executive: string, when: string) =>
      `Somebody opened the invite for ${executive} and asked to decline it: ${when}. Was it you?`,
    yes: 'Yes, decline it',
    ignore: 'If it was not you, ignore this mail: the time stays as it is.',
  },
}

export type LetterWords = typeof lettersEn

function counted(times: number, again: boolean): string {
  const number = ['No', 'One', 'Two', 'Three', 'Four', 'Five'][times] ?? String(times)
  return `${number}${again ? ' new' : ''} ${times === 1 ? 'time' : 'times'}`
}

function things(count: number): string {
  return count === 1 ? 'one thing waits for you' : `${count} things wait for you`
}
