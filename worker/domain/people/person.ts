import type { FormatId, PersonId, ProgrammeId } from '../ids.ts'
import type { Day, WallMinutes, Zone } from '../time/time.ts'

export type Role = 'manager' | 'mentor' | 'executive' | 'assistant' | 'sponsor'
export type Locale = 'en' | 'fr'
export type Blocker = 'booked' | 'bottleneck' | 'handled' | 'on-the-go'

/** One human is one row in an installation, whatever the programmes. */
export type Person = {
  readonly id: PersonId
  readonly name: string
  /** Normalised: trimmed, lower case. */
  readonly email: string
  readonly aliases: readonly string[]
  readonly zone: Zone
  readonly locale: Locale
  readonly unit: string | null
  readonly reportsTo: PersonId | null
  readonly blockers: readonly Blocker[]
  readonly rules: PersonRules
  /** The secret address this person answers to: From, Reply-To and ORGANIZER of all that is sent to him. */
  readonly replyAddress: string
  /** Raised by one with every change of the row. */
  readonly version: number
}

export type Membership = { readonly programmeId: ProgrammeId; readonly role: Role }

/** A weekly window on the wall; ISO weekday, 1 is Monday. `to` may be 1440 (24:00). */
export type WeeklyWindow = { readonly day: number; readonly from: WallMinutes; readonly to: WallMinutes }
/** A date that differs: without times the day is closed, with times they replace the weekly ones. */
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

/** What one person asks of every slot, beyond the weekly hours. Absent means: as the programme has it. */
export type PersonRules = {
  readonly minutes?: number
  /** Hours. */
  readonly notice?: number
  readonly shortNotice?: boolean
  readonly perDay?: number
  readonly perWeek?: number
  /** Minutes. */
  readonly buffers?: { readonly before: number; readonly after: number }
  /** Minutes kept free around an executive's session, for the way. */
  readonly travelBuffer?: number
  /** “Never Mondays before ten.” */
  readonly never?: readonly WeeklyWindow[]
  readonly trips?: readonly Trip[]
  /** Whether the assistant may read the mentor's name. */
  readonly mentorHidden?: boolean
  /** Working days between an offer and the first of its times, while there are such. */
  readonly ahead?: number
  /** Who is asked for a time; an executive without an assistant always answers himself. */
  readonly answers?: 'assistant' | 'executive'
  /** Met by telephone where no other place is named. */
  readonly byPhone?: boolean
  readonly phone?: string
  /** Whoever answers may say that a quarter of an hour is enough. */
  readonly quarter?: boolean
  /** What his sessions begin with, first first; those of other programmes count there. */
  readonly formats?: readonly FormatId[]
  /** One word between two sessions about what he meant to do. */
  readonly nudges?: boolean
  /** Whether the clock may ask for the next time. */
  readonly autopilot?: boolean
  /** What an executive would learn, and what a mentor has to give. */
  readonly topics?: Topics
}

/** Addresses are compared trimmed and in lower case. */
export function normalAddress(address: string): string {
  return address.trim().toLowerCase()
}

/** `Nadia Haddad <nadia@northwind.example>`; null for anything else. */
export function mailboxIn(text: string): { readonly name: string; readonly email: string } | null {
  const [, name = '', email = ''] = /^\s*"?([^"<>@]+?)"?\s*<([^<>\s@]+@[^<>\s@]+)>\s*$/.exec(text) ?? []
  return name && email ? { name, email: normalAddress(email) } : null
}

/** “T. Leroy”: enough to recognise somebody, not enough to announce him. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1) ?? name
  const first = words.length > 1 ? Array.from(words[0] ?? '')[0] : undefined
  return first ? `${first}. ${last}` : last
}
