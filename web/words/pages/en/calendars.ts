export const calendarsEn = {
  title: 'Calendars',
  of: (name: string) => `Calendars of ${name}`,
  link: 'Calendars',
  subscribeTitle: 'Subscribe',
  subscribe:
    'Your sessions in your own calendar program, beside the invites. It looks for changes every hour or so.',
  make: 'Make an address',
  again: 'Make a new address',
  againHint:
    'Whoever knows the address sees the times. A new one, or none, and the old one opens nothing any more: a calendar that subscribed to it keeps what it has and hears of no change.',
  stop: 'Stop it',
  open: 'Open in the calendar program',
  busyTitle: 'Published calendar',
  busy: 'The address of a calendar published as .ics (Outlook, Google, Apple …). Only its times are read, each hour, never a word of it: hours it says no to are not offered.',
  address: 'Address (https)',
  addressHint: 'It takes the place of the one that is read now.',
  stopReading: 'Stop reading it',
  stopReadingHint: (host: string) =>
    `What ${host} says no to would be offered again. Its address is forgotten, and would have to be written once more.`,
  save: 'Read this calendar',
  from: (host: string) => `Read from ${host}.`,
  known: (moment: string) => `Last read ${moment}.`,
  unknown: (moment: string) => `Not readable since ${moment}: until it is, nothing counts as free.`,
  problem: (code: string) => `What was wrong: ${code}.`,
  bad: {
    empty: 'Write an address. To stop reading the calendar, press the button below.',
    unreadable: 'This is not an address.',
    'not-https': 'It must begin with https:// and use no port of its own.',
    'not-public': 'It must be a public address, with a name.',
  },
}
