import type { CalendarMessage, FeedEntry } from '../worker/domain/itip/message.ts'
import { writeFeed, writeMessage } from '../worker/domain/itip/write.ts'
import { type Instant, instant } from '../worker/domain/time/time.ts'

/** A calendar as it is sent, and what every reader must find in it: UID, SUMMARY and DTSTART of each event. */
export type Specimen = {
  readonly name: string
  readonly text: string
  readonly events: readonly (readonly [string, string, string])[]
}

const NAMES = [
  'Paul Bernard',
  'Bernard, Paul; CFO: "the one"',
  "O'Brien \\ Sons",
  '田中 太郎（営業部・第二課・東京本社・グローバル戦略推進室）',
  'محمد بن راشد',
  'Zoë 👩🏽‍💻 Ångström',
]

/** Every message about a session, with every name that once caused a bug, and the feed. */
export function specimens(): Specimen[] {
  const life: Record<string, Partial<CalendarMessage>> = {
    invite: {},
    'invite-with-everything': {
      description: 'Nothing to prepare;\nanswer from your calendar, or here: https://sotto.example/i?k=a,b',
      location: 'Room 4, 2nd floor',
      url: 'https://meet.example/abc?d=e,f;g',
      alarm: true,
    },
    'by-phone': { location: '+33 1 40 00 00 00', url: 'tel:+33140000000' },
    tentative: { status: 'TENTATIVE' },
    moved: { sequence: 1, time: { start: at('2027-03-28T07:00Z'), end: at('2027-03-28T07:25Z') } },
    'new-words': { dtstamp: at('2027-03-02T12:00Z'), description: 'Another room' },
    'asked-again': { attendee: { ...party('Paul Bernard'), partstat: 'ACCEPTED' } },
    'counter-declined': { method: 'DECLINECOUNTER', sequence: 1, description: 'The time stays, sorry.' },
    cancelled: {
      method: 'CANCEL',
      sequence: 2,
      alarm: true,
      description: 'This session does not take place.',
    },
  }
  return [
    ...Object.entries(life).map(([name, what]) => message(name, what)),
    ...NAMES.map((name, index) =>
      message(`name-${index}`, {
        attendee: party(name),
        organizer: party(name),
        summary: `1:1 ${name}`,
        location: name,
      }),
    ),
    feed(),
    { name: 'feed-without-sessions', text: writeFeed({ name: 'Sotto, Tom', entries: [] }), events: [] },
  ]
}

function message(name: string, what: Partial<CalendarMessage>): Specimen {
  const whole: CalendarMessage = {
    method: 'REQUEST',
    uid: 'k4w2q9z7x1c5v0b8n3m6',
    sequence: 0,
    dtstamp: at('2027-03-01T12:00Z'),
    time: { start: at('2027-03-22T09:00Z'), end: at('2027-03-22T09:30Z') },
    organizer: { address: 'nadia.k7q2m4z9x1@reply.sotto.example', name: 'Nadia H. via Northwind' },
    attendee: party('Paul Bernard'),
    summary: '30 min with T. Leroy',
    description: null,
    location: null,
    url: null,
    status: 'CONFIRMED',
    alarm: false,
    ...what,
  }
  const named = whole.method !== 'DECLINECOUNTER'
  return { name, text: writeMessage(whole), events: named ? [seen(whole)] : [] }
}

function feed(): Specimen {
  const entries: FeedEntry[] = (['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const).map((status, index) => ({
    uid: `feed-${index}`,
    sequence: index,
    dtstamp: at('2027-03-01T12:00Z'),
    time: { start: at(`2027-03-2${index}T09:00Z`), end: at(`2027-03-2${index}T09:30Z`) },
    summary: NAMES[index] ?? '',
    description: null,
    location: 'Room 4',
    url: 'https://meet.example/abc',
    status,
  }))
  return { name: 'feed', text: writeFeed({ name: 'Sotto, Tom', entries }), events: entries.map(seen) }
}

function seen({ uid, summary, time }: FeedEntry | CalendarMessage): [string, string, string] {
  return [uid, summary, new Date(time.start).toISOString().replace('.000Z', '+00:00')]
}

function party(name: string) {
  return { address: 'paul.bernard@northwind.example', name }
}

function at(text: string): Instant {
  return instant(Date.parse(text))
}
