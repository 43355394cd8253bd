import type { Mailbox } from '../../worker/compose/mailbox.ts'
import type { Chance } from '../simulating/random.ts'
import { oneOf, shuffled, weighted, whole } from './draw.ts'
import type { Owner } from './seen.ts'

export type Program = 'outlook' | 'google' | 'apple' | 'tool'
/** `you` is whom the calendar's owner meets. */
export type TitleStyle = (me: Name, you: Name) => string
export type Name = { readonly first: string; readonly last: string }

/** How somebody, and those around him, put one-to-ones into calendars. */
export type Habits = {
  readonly owner: Owner
  readonly domain: string
  readonly program: Program
  readonly colleagues: readonly Mailbox[]
  /** Who writes invites in his name, if anybody does. */
  readonly assistant: Mailbox | null
  readonly styles: readonly [TitleStyle, ...TitleStyle[]]
  readonly bodies: readonly [string, ...string[]]
  readonly locations: readonly [string, ...string[]]
  readonly lengths: readonly [readonly [number, number], ...(readonly [number, number])[]]
  readonly minutesOfStart: readonly [readonly [number, number], ...(readonly [number, number])[]]
  /** A supplier's or the organisation's own page on which others take a time. */
  readonly isBooked: boolean
}

export const FIRST_NAMES = [
  ...['Anna', 'Ben', 'Clara', 'David', 'Elena', 'Felix', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Karin', 'Louis'],
  ...['Marie', 'Nils', 'Olga', 'Pierre', 'Ruth', 'Simon', 'Tanja', 'Ulrich', 'Vera', 'Wolf', 'Yann', 'Zoe'],
  ...['Paul', 'Rosa', 'Sten', 'Tessa', 'Umar', 'Will', 'Xenia', 'Max', 'Nora', 'Owen'],
] as const
export const LAST_NAMES = [
  ...[
    'Leroy',
    'Bernard',
    'Weber',
    'Novak',
    'Rossi',
    'Meyer',
    'Dubois',
    'Larsen',
    'Moretti',
    'Schmidt',
    'Petit',
  ],
  ...[
    'Garcia',
    'Fontaine',
    'Keller',
    'Lindqvist',
    'Marchand',
    'Olsen',
    'Peeters',
    'Roux',
    'Seidel',
    'Thomas',
  ],
  ...[
    'Verne',
    'Klein',
    'Holm',
    'Wolff',
    'Aziz',
    'Costa',
    'Tanner',
    'Marsh',
    'Sorel',
    'Falk',
    'Blythe',
    'Ward',
  ],
] as const

const short = ({ first, last }: Name) => `${first[0]}. ${last}`
const initials = ({ first, last }: Name) => `${first[0]}${last[0]}`
const ANYWHERE: readonly TitleStyle[] = [
  (me, you) => `1:1 ${me.first}/${you.first}`,
  (_, you) => `1:1 ${you.first}`,
  (_, you) => `1:1 with ${you.first} ${you.last}`,
  () => '1:1',
  (me, you) => `${me.first} / ${you.first}`,
  (me, you) => `${short(you)} / ${short(me)}`,
  (me, you) => `${you.first} <> ${me.first}`,
  (me, you) => `${initials(me)}/${initials(you)}`,
  (_, you) => short(you),
  (_, you) => `${you.first} ${you.last}`,
  (_, you) => `Bilat ${you.last}`,
]
const BY_LANGUAGE = {
  en: [
    (_, you) => `Catch-up ${you.first}`,
    () => 'Catch-up',
    (me, you) => `Weekly ${you.first} & ${me.first}`,
    (_, you) => `Call with ${short(you)}`,
    (_, you) => `Coffee with ${you.first}`,
    (_, you) => `Touch base - ${you.last}`,
    (_, you) => `${you.first}: next steps`,
    (_, you) => `30 min ${you.first}`,
    () => '30 Minute Meeting',
    (_, you) => `Meeting with ${you.first} ${you.last}`,
  ],
  fr: [
    () => 'Point hebdo',
    (_, you) => `Point ${you.first}`,
    (_, you) => `Point avec ${short(you)}`,
    (me, you) => `Point ${you.last} / ${me.last}`,
    (_, you) => `Café ${you.first}`,
    (_, you) => `RDV ${short(you)}`,
    (_, you) => `Échange ${you.first} (30 min)`,
  ],
  de: [
    () => 'Jour fixe',
    (me, you) => `Jour fixe ${you.last}/${me.last}`,
    (_, you) => `JF ${you.first}`,
    (_, you) => `Abstimmung ${you.last}`,
    (_, you) => `Kurzer Austausch mit ${you.first}`,
    (_, you) => `Rücksprache ${short(you)}`,
  ],
} satisfies Readonly<Record<string, readonly TitleStyle[]>>

const TEAMS =
  '________________________________________________________________________________\nMicrosoft Teams meeting\nJoin: https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZDk2YjQ4ZjMtYjE0Zi00%40thread.v2/0?context=%7b%22Tid%22%3a%2272f988bf%22%7d\nMeeting ID: 312 456 789 012\nPasscode: a7Xk2Q\nNeed help? https://aka.ms/JoinTeamsMeeting\nFor organizers: https://teams.microsoft.com/meetingOptions/?organizerId=72f988bf'
const ZOOM =
  'Join Zoom Meeting\nhttps://zoom.example/j/94512345678?pwd=Zk9uT2ZkQ0h3\nMeeting ID: 945 1234 5678\nPasscode: 443201\nOne tap mobile\n+33170372246,,94512345678#'
const SIGNED =
  'Best regards\n\nAnna Leroy\nHead of Group Planning\n+33 1 55 00 00 17 | anna.leroy@alder.example'
const AGENDA =
  'Hi,\nas discussed, our regular slot. Please send points beforehand.\n- budget\n- hiring\n- next board\nBest regards'
const BY_PROGRAM = {
  outlook: [
    ['', TEAMS, TEAMS, `${AGENDA}\n${TEAMS}`, ' \n', AGENDA, SIGNED],
    ['Microsoft Teams Meeting', 'Microsoft Teams Meeting', '', 'Room 4.12', 'My office'],
  ],
  google: [
    ['', '', 'Agenda: https://docs.google.com/document/d/1x2y3z', AGENDA, SIGNED],
    ['', '', 'Room Lisbon', 'Phone'],
  ],
  apple: [
    ['', '', ZOOM, AGENDA],
    ['', 'Café Central', 'https://zoom.example/j/94512345678', 'Office'],
  ],
} as const

/** The habits of one person and of the office around, all drawn from one seed. */
export function habitsOf(chance: Chance, owner: Owner, language: keyof typeof BY_LANGUAGE): Habits {
  const domain = owner.address.split('@')[1] ?? ''
  const program = weighted(chance, [
    [65, 'outlook'],
    [25, 'google'],
    [10, 'apple'],
  ])
  const [bodies, locations] = BY_PROGRAM[program]
  const common = shuffled(chance, ANYWHERE)
  const own = shuffled(chance, BY_LANGUAGE[language])
  const [first = () => '1:1', ...others] = shuffled(chance, [...common.slice(0, 2), ...own.slice(0, 3)])
  return {
    owner,
    domain,
    program,
    colleagues: Array.from({ length: 12 }, () => somebody(chance, domain)),
    assistant: chance.of(0.5) ? somebody(chance, domain) : null,
    styles: [first, ...others],
    bodies,
    locations,
    lengths: [
      [whole(chance, 3, 8), 30],
      [whole(chance, 0, 4), 25],
      [whole(chance, 0, 3), 45],
      [whole(chance, 0, 3), 60],
      [whole(chance, 0, 2), 15],
      [whole(chance, 0, 2), 50],
    ],
    minutesOfStart: [
      [6, 0],
      [4, 30],
      [whole(chance, 0, 2), 15],
      [whole(chance, 0, 2), 45],
      [whole(chance, 0, 1), 5],
    ],
    isBooked: chance.of(0.3),
  }
}

export function somebody(chance: Chance, domain: string): Mailbox {
  const [first, last] = [oneOf(chance, FIRST_NAMES), oneOf(chance, LAST_NAMES)]
  return { name: `${first} ${last}`, address: `${first}.${last}@${domain}`.toLowerCase() }
}

export function namesOf({ name }: Mailbox): Name {
  const [first = '', ...rest] = name.split(' ')
  return { first, last: rest.join(' ') || first }
}
