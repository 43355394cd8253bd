import type { SettingField, ValueOf } from '../fields.ts'
import type { FormatId, PersonId, ProgrammeId } from '../ids.ts'
import {
  AHEAD_WORKING_DAYS,
  BUFFER_MINUTES,
  MAX_FIRST_FORMATS,
  MAX_FORMAT_TITLE_CHARACTERS,
  MAX_LINK_TEMPLATE_CHARACTERS,
  MAX_MEETING_LINK_CHARACTERS,
  MAX_MEETING_LINKS,
  MAX_NEVER_WINDOWS,
  MAX_TOPIC_CHARACTERS,
  MAX_TOPICS,
  MAX_TRIPS,
  NOTICE_HOURS,
  SESSION_MINUTES,
  SESSIONS_PER_DAY,
  SESSIONS_PER_WEEK,
  TRAVEL_BUFFER_MINUTES,
} from '../limits.ts'
import { mergePatch, type MergePatch } from '../merge-patch.ts'
import type { Day, Instant, WallMinutes, Zone } from '../time/time.ts'

export type Role = 'manager' | 'mentor' | 'executive' | 'assistant' | 'sponsor'
export type Locale = 'en' | 'fr'
export const DEFAULT_LOCALE: Locale = 'en'
export const BLOCKERS = ['booked', 'bottleneck', 'handled', 'on-the-go'] as const
export type Blocker = (typeof BLOCKERS)[number]

export const NOTIFY = ['both', 'morning', 'urgent', 'none'] as const
/** The mails to a manager: of a morning, of what touches the next day, both, or none. */
export type Notify = (typeof NOTIFY)[number]

/** Until she says otherwise. */
export const HEARS_ALL = {
  notify: 'both',
  awayUntil: null,
  deputyId: null,
} as const satisfies Partial<Person>

/** What is said of somebody who joins. */
export type Newcomer = Omit<Person, 'replyAddress' | 'version' | 'departure' | keyof typeof HEARS_ALL>

/** One person is one row in an installation, in any number of programmes. */
export type Person = {
  readonly id: PersonId
  readonly name: string
  /** For titles, as the programme set it; null: made from the name (`name/short.ts`). */
  readonly shortName: string | null
  /** Normalised: trimmed, lower case. */
  readonly email: string
  readonly aliases: readonly string[]
  /** Whether these addresses are the programme's own; absent: all his programmes share them. */
  readonly hasOwnAddresses?: true
  readonly zone: Zone
  readonly locale: Locale
  readonly unit: string | null
  readonly reportsTo: PersonId | null
  readonly blockers: readonly Blocker[]
  readonly rules: PersonRules
  /** When the person leaves the programme; null: not known, or no programme is. */
  readonly departure: Departure | null
  /** Of a manager: which mails she gets of the programme. */
  readonly notify: Notify
  /** Her last day away; until then her mails go to the deputy. */
  readonly awayUntil: Day | null
  /** Another manager of the programme. */
  readonly deputyId: PersonId | null
  /** The person's secret address: From, Reply-To and ORGANIZER of all mail to this person. */
  readonly replyAddress: string
  /** Optimistic lock: every change of the row raises it by one. */
  readonly version: number
}

/** `on` is the last day, by the person's own clock. `leftAt`: when the membership ended; null: it has not. */
export type Departure = {
  readonly on: Day
  readonly saidAt: Instant
  readonly leftAt: Instant | null
}

export type Membership = { readonly programmeId: ProgrammeId; readonly role: Role }

/** A weekly window in wall-clock time; ISO weekday, 1 is Monday. `to` may be 1440 (24:00). */
export type WeeklyWindow = { readonly day: number; readonly from: WallMinutes; readonly to: WallMinutes }
/** A date that differs: without times it is closed, otherwise its times replace the weekly ones. */
export type DateException = {
  readonly date: Day
  readonly from: WallMinutes | null
  readonly to: WallMinutes | null
}

export type Availability = {
  readonly zone: Zone
  readonly weekly: readonly WeeklyWindow[]
  readonly exceptions: readonly DateException[]
}

/** Both days included. */
export type Trip = { readonly zone: Zone; readonly from: Day; readonly to: Day }

export type Topics = { readonly wished: readonly string[]; readonly taught: readonly string[] }

/** One person's rules for slots and letters. `fields.ts` says what is made from this table. */
export const RULE_FIELDS = {
  minutes: { kind: 'whole', unit: 'minutes', range: SESSION_MINUTES },
  notice: { kind: 'whole', unit: 'hours', range: NOTICE_HOURS },
  shortNotice: { kind: 'switch' },
  perDay: { kind: 'whole', unit: 'sessions', range: SESSIONS_PER_DAY },
  perWeek: { kind: 'whole', unit: 'sessions', range: SESSIONS_PER_WEEK },
  buffers: { kind: 'buffers', unit: 'minutes', range: BUFFER_MINUTES },
  /** Kept free around an executive's session, for travel. */
  travelBuffer: { kind: 'whole', unit: 'minutes', range: TRAVEL_BUFFER_MINUTES },
  /** “Never Mondays before ten.” */
  never: { kind: 'windows', most: MAX_NEVER_WINDOWS },
  trips: { kind: 'trips', most: MAX_TRIPS },
  /** Whether the assistant may not read the mentor's name. */
  mentorHidden: { kind: 'switch' },
  /** How an executive's sessions are called in calendars: `name`, `plain`, or a title with `{name}` in it. */
  wording: { kind: 'wording', characters: MAX_FORMAT_TITLE_CHARACTERS },
  /** Whether the clock may ask for the next time. */
  autopilot: { kind: 'switch' },
  /** Between an offer and the first of its times, if there are any that late. */
  ahead: { kind: 'whole', unit: 'working days', range: AHEAD_WORKING_DAYS },
  /** Who is asked for a time. An executive without an assistant always answers himself. */
  answers: { kind: 'choice', choices: ['assistant', 'executive'] },
  /** Meets by phone if no other place is set. */
  byPhone: { kind: 'switch' },
  /** A mentor's own, before that of the programme. */
  meetingLink: { kind: 'link-template', characters: MAX_LINK_TEMPLATE_CHARACTERS },
  /** A mentor's own rooms, before any template: each serves one session a day. */
  meetingLinks: { kind: 'links', most: MAX_MEETING_LINKS, characters: MAX_MEETING_LINK_CHARACTERS },
  phone: { kind: 'phone' },
  /** One letter between two sessions about the executive's commitment. */
  nudges: { kind: 'switch' },
  /** One letter after a session with what was agreed. Off until an executive asks for it. */
  inWriting: { kind: 'switch' },
  /** Whether the person who answers may choose 15 minutes instead. */
  quarter: { kind: 'switch' },
  /** The executive's formats, in order. A format of another programme counts only there. */
  formats: { kind: 'formats', most: MAX_FIRST_FORMATS },
  /** What an executive wants to learn, and what a mentor can teach. */
  topics: { kind: 'topics', most: MAX_TOPICS, characters: MAX_TOPIC_CHARACTERS },
} as const satisfies Readonly<Record<string, SettingField>>

type RuleFields = typeof RULE_FIELDS

/** Absent: as in the programme. */
export type PersonRules = { readonly [Name in keyof RuleFields]?: RuleValueOf<RuleFields[Name]> }

/** Applies a patch to rules. A side of `topics` that is not set is empty. */
export function changedRules(rules: PersonRules, patch: MergePatch<PersonRules>): PersonRules {
  const changed = mergePatch(rules, patch)
  const { topics } = changed
  if (!topics) return changed
  const partial: Partial<Topics> = topics
  return { ...changed, topics: { wished: partial.wished ?? [], taught: partial.taught ?? [] } }
}

type RuleValueOf<F extends SettingField> = F extends { readonly kind: 'windows' }
  ? readonly WeeklyWindow[]
  : F extends { readonly kind: 'trips' }
    ? readonly Trip[]
    : F extends { readonly kind: 'formats' }
      ? readonly FormatId[]
      : F extends { readonly kind: 'topics' }
        ? Topics
        : ValueOf<F>

/** All that are the person's, each once. */
export function addressesOf({ email, aliases }: Pick<Person, 'email' | 'aliases'>): readonly string[] {
  return [...new Set([email, ...aliases])]
}
