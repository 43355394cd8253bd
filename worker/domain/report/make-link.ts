import type { Outgoing } from '../decision.ts'
import type { LetterId } from '../ids.ts'
import type { FiguresLetter } from '../letter/letter.ts'
import { whyIndiscreet } from '../letter/outward-texts.ts'
import { letterReaderOf, senderOf } from '../letter/write.ts'
import { isWithin, REPORT_LINK_DAYS } from '../limits.ts'
import type { Person } from '../people/person.ts'
import type { Programme } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { addDays, daysBetween, startOfDay } from '../time/days.ts'
import type { Day, Instant, Zone } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import type { ReportLink } from './link.ts'

export type ReportLinkWish = Pick<ReportLink, 'id' | 'programmeId' | 'label' | 'locale' | 'address'> & {
  /** The last day on which it opens, by its maker's clock. */
  readonly endsOn: Day
}

type Making = {
  readonly manager: Person
  readonly programme: Programme
  readonly letterId: LetterId
  readonly now: Instant
}

/** Three months, if nobody says another day. */
export function usualEndOf(now: Instant, zone: Zone): Day {
  return addDays(toWall(zone, now).day, USUAL_DAYS)
}

const USUAL_DAYS = 90

/** A link, with the letter that brings it; refused if its last day is over, or further away than links are remembered. */
export function decideReportLink(
  { endsOn, ...wish }: ReportLinkWish,
  making: Making,
): Result<{ readonly link: ReportLink; readonly letters: readonly Outgoing[] }, Refusal> {
  const { manager, now } = making
  const days = daysBetween(toWall(manager.zone, now).day, endsOn)
  if (days < REPORT_LINK_DAYS.least) return refuse({ reason: 'day-passed' })
  if (!isWithin(days, REPORT_LINK_DAYS))
    return refuse({ reason: 'link-too-long', days: REPORT_LINK_DAYS.most })
  // Last, since a word that is insisted on is allowed before the link is made.
  const typed = { label: wish.address === null ? null : wish.label }
  const indiscreet = whyIndiscreet(typed, making.programme.policy)
  if (indiscreet) return refuse(indiscreet)
  const endsAt = startOfDay(manager.zone, addDays(endsOn, 1))
  const link = { ...wish, madeBy: manager.id, madeAt: now, endsAt, endedAt: null, endedBy: null }
  return accept({ link, letters: letterWith(link, making) })
}

/** In the name of whoever made it, who reads what is written back. */
function letterWith(link: ReportLink, { manager, programme, letterId, now }: Making): readonly Outgoing[] {
  if (link.address === null) return []
  const { zone } = manager
  const letter: FiguresLetter = {
    id: letterId,
    kind: 'figures',
    reader: { ...letterReaderOf(manager), name: link.label, email: link.address, locale: link.locale, zone },
    sender: senderOf({ manager, programme }),
    madeAt: now,
    programmeId: programme.id,
    linkId: link.id,
    validUntil: link.endsAt,
  }
  return [{ dedupeKey: figuresLetterKey(link.id), letter, dueAt: now }]
}

export function figuresLetterKey(linkId: string): string {
  return `figures:${linkId}`
}
