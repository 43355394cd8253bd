import type { PersonId, ProgrammeId, ReportLinkId } from '../ids.ts'
import type { Locale } from '../people/person.ts'
import { dayInUtc } from '../programme/close.ts'
import type { Programme } from '../programme/programme.ts'
import { before, type Day, HOUR, type Instant, MINUTE, type Zone } from '../time/time.ts'
import { toWall } from '../time/zones.ts'

/** Opens the figures for somebody without an account: that page, and no other. */
export type ReportLink = {
  readonly id: ReportLinkId
  readonly programmeId: ProgrammeId
  /** Who it is for, in the manager's words. */
  readonly label: string
  readonly locale: Locale
  /** Where it is mailed; null: whoever made it passes it on. */
  readonly address: string | null
  readonly madeBy: PersonId
  readonly madeAt: Instant
  readonly endsAt: Instant
  readonly endedAt: Instant | null
  /** Null: nobody pressed; it ended with its maker's place in the programme. */
  readonly endedBy: PersonId | null
}

/** How often it was opened, and within which hour last. A mail scanner opens too. */
export type ReportLinkUse = { readonly opened: number; readonly lastOpenedAt: Instant | null }

/** What a link is judged by when it is opened. */
export type ReportLinkStanding = {
  readonly programme: Pick<Programme, 'purgeOn' | 'purgedAt'>
  /** Whether whoever made it has managed the programme ever since. */
  readonly isMakerHere: boolean
  readonly now: Instant
}

/** Whether it opens: until its day, until somebody ends it, as long as its maker is there, and until the purge. */
export function isReportLinkOpen(
  { endsAt, endedAt }: Pick<ReportLink, 'endsAt' | 'endedAt'>,
  { programme: { purgeOn, purgedAt }, isMakerHere, now }: ReportLinkStanding,
): boolean {
  const isPurged = purgedAt !== null || (purgeOn !== null && purgeOn <= dayInUtc(now))
  return endedAt === null && endsAt > now && isMakerHere && !isPurged
}

/** The last day on which it opens, by the clock of whoever reads. */
export function lastDayOf({ endsAt }: Pick<ReportLink, 'endsAt'>, zone: Zone): Day {
  return toWall(zone, before(endsAt, MINUTE)).day
}

/** For so long whoever made a link that is not mailed can read it from the page. */
const TO_COPY_MS = HOUR / 4

export function isToCopy(
  { address, madeBy, madeAt, endedAt }: ReportLink,
  readerId: PersonId,
  now: Instant,
): boolean {
  return address === null && endedAt === null && madeBy === readerId && before(now, TO_COPY_MS) < madeAt
}
