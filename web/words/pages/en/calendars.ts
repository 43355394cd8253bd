export const calendarsEn = {
  title: 'Calendars',
  of: (name: string) => `${name}’s calendars`,
  link: 'Calendars',
  subscribeTitle: 'Subscribe',
  subscribe:
    'Your sessions in your own calendar app, alongside the invites. It checks for changes every hour or so.',
  held: 'A time that is held for an open offer of yours stands there as not yet certain, until it is picked or let go.',
  make: 'Create an address',
  again: 'Create a new address',
  againHint:
    'Anyone who has the address can see the times. If you replace or stop it, the old one no longer works: a calendar subscribed to it keeps what it has and gets no more changes.',
  stop: 'Stop this address',
  open: 'Open in your calendar app',
  busyTitle: 'Published calendar',
  busy: 'The address of a calendar published as .ics (Outlook, Google, Apple …). Only its times are read, once an hour, never its words; times when it is busy are not offered.',
  ofExecutive:
    'If you like, let your own calendar be read: the address of one published as .ics, best one that shows free and busy alone. Only its times are kept, never its words; times when it is busy are not offered to you. While it cannot be read, no new times are offered. Nobody sees what is in it; whoever arranges your dates sees that there is one, and whether it can be read.',
  byAssistant: 'Its address was given by someone who answered for you.',
  forExecutive: (name: string) =>
    `Let ${name}’s calendar be read, if that is wanted: the address of one published as .ics, best one that shows free and busy alone. Only its times are kept, never its words; times when it is busy are not offered. While it cannot be read, no new times are offered. Nobody sees what is in it. ${name} sees where it is read from and that someone who answers gave it, and can end it; whoever arranges the dates sees that there is one, and whether it can be read.`,
  byOther: 'Its address was given by somebody else.',
  address: 'Address (https)',
  addressHint: 'It replaces the one that is read now.',
  stopReading: 'Stop reading it',
  stopReadingHint: (host: string | null) =>
    `Times when ${host ?? 'it'} is busy would be offered again. Its address is forgotten and would have to be entered again.`,
  save: 'Read this calendar',
  from: (host: string) => `Read from ${host}.`,
  known: (moment: string) => `Last read ${moment}.`,
  unknown: (moment: string) =>
    `It has not been readable since ${moment}; until it is, nothing counts as free.`,
  problems: {
    sealed: 'Its address is sealed by a key that is not there; enter it again',
    silent: 'Its server did not answer',
    gone: 'There is nothing at its address',
    refused: 'Its server does not give it out',
    elsewhere: 'Its address leads to one that is not read',
    large: 'It is too large',
    unreadable: 'What is there could not be read as a calendar',
  },
  bad: {
    empty: 'Enter an address.',
    emptyToStop: 'Enter an address. To stop reading the calendar, press the button below.',
    unreadable: 'This is not a web address.',
    'not-https': 'It must begin with https:// and have no port number.',
    'not-public': 'It must be a public address with a domain name.',
  },
}
