import type { OptionId } from '../ids.ts'
import { pickableOptions, whyOptionWithdrawn } from '../offer/withdrawn.ts'
import type { Pairing } from '../pairing/pairing.ts'
import { inLine } from '../pairing/reporting-line.ts'
import type { Reporting } from '../pairing/reporting.ts'
import type { Person } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { type Offer, type Option, type Session, standingOptions } from '../session/session.ts'
import type { Diary } from '../slot/diary.ts'
import { isHard } from '../slot/diary.ts'
import { zoneOfAt } from '../slot/hours.ts'
import { latestStart, whyNot } from '../slot/judge.ts'
import { slotAt } from '../slot/slot.ts'
import { startOfDay } from '../time/days.ts'
import type { Day, Instant, Interval, WallMinutes } from '../time/time.ts'
import { toInstant } from '../time/zones.ts'
import type { Suggested } from './suggestion.ts'

/** What taking a suggestion would do now. `refusal`: why it cannot be; null where one press does it. */
export type SuggestedNow = {
  readonly source: Suggested['source']
  readonly refusal: Refusal | null
} & (
  | { readonly kind: 'time'; readonly time: Interval }
  | { readonly kind: 'option'; readonly optionId: OptionId; readonly time: Interval }
  | { readonly kind: 'none' }
  | { readonly kind: 'later'; readonly notBefore: Instant }
)

export type SuggestionSituation = {
  readonly now: Instant
  /** The session that the mail is probably about. */
  readonly session: Session
  readonly pairing: Pick<Pairing, 'status'>
  readonly diary: Diary
  /** The reporting line that keeps the two apart; null: none does. */
  readonly line: Reporting | null
  /** Whoever wrote it: a wall clock is his. */
  readonly writer: Person
}

/** Null where nothing can be made of it any more: the session is over, the offer answered, the time beyond the horizon. */
export function suggestedNow(suggested: Suggested, situation: SuggestionSituation): SuggestedNow | null {
  const { session, now } = situation
  if (session.time && session.time.end <= now) return null
  if (suggested.source === 'calendar') return ofTime('calendar', suggested.start, situation)
  return ofWords(suggested, situation)
}

function ofWords(
  { suggestion, offerId }: Extract<Suggested, { source: 'words' }>,
  situation: SuggestionSituation,
): SuggestedNow | null {
  const { session, diary, writer, now } = situation
  const open = openOffer(session, now)
  const offer = open?.id === offerId ? open : null
  switch (suggestion.kind) {
    case 'time': {
      const start = momentOf(writer, suggestion.day, suggestion.minutes)
      return start > latestStart(diary) ? null : ofTime('words', start, situation)
    }
    case 'option': {
      const option = offer && optionAt(offer, suggestion.number, situation)
      return option ? ofOption('words', option, situation) : null
    }
    case 'none':
      return offer ? { source: 'words', kind: 'none', refusal: null } : null
    case 'later': {
      const notBefore = startOfDay(writer.zone, suggestion.day)
      const isAsked =
        session.status === 'offered' && session.offer !== null && ASKED.has(session.offer.status)
      return isAsked && notBefore > now ? { source: 'words', kind: 'later', notBefore, refusal: null } : null
    }
  }
}

/** An offer that was answered has fixed a time; one that was superseded is not what was answered. */
const ASKED: ReadonlySet<Offer['status']> = new Set(['open', 'expired', 'none', 'later'])

function ofTime(
  source: Suggested['source'],
  start: Instant,
  situation: SuggestionSituation,
): SuggestedNow | null {
  const { session, pairing, diary, line, now } = situation
  const option = standingOptions(openOffer(session, now), now).find((each) => each.start === start)
  if (option) return ofOption(source, option, situation)
  if (session.time?.start === start) return null

  const time = slotAt(start, session.minutes)
  const { status } = pairing
  const isClosed = status === 'paused' || status === 'ended'
  const refusal = isClosed
    ? ({ reason: 'pairing-closed', status } as const)
    : line
      ? inLine(line)
      : whyNot(time, diary, { ignoring: session.id })
  return { source, kind: 'time', time, refusal }
}

function ofOption(source: Suggested['source'], option: Option, situation: SuggestionSituation): SuggestedNow {
  const { id: optionId, start, end } = option
  return {
    source,
    kind: 'option',
    optionId,
    time: { start, end },
    refusal: whyNotOption(option, situation),
  }
}

/** A held time: only what is hard stands against it, a reporting line, or that it was found in hours that are gone. */
export function whyNotOption(
  option: Option,
  { session, diary, line }: Pick<SuggestionSituation, 'session' | 'diary' | 'line'>,
): Refusal | null {
  if (line) return inLine(line)
  const refusal = whyNot(option, diary, { ignoring: session.id })
  if (refusal && isHard(refusal)) return refusal
  return whyOptionWithdrawn(option, diary)
}

function openOffer({ status, offer }: Session, now: Instant): Offer | null {
  return status === 'offered' && offer?.status === 'open' && offer.heldUntil > now ? offer : null
}

/**
 * Counted as they stood in the mail, by their start; what others proposed later did not. Once one of them cannot be picked
 * any more, a mail that was written again lists fewer, and nobody knows which of the two was answered.
 */
function optionAt(offer: Offer, number: number, { diary, now }: SuggestionSituation): Option | null {
  const sent = offer.options
    .filter(({ origin }) => origin === 'found')
    .toSorted((one, other) => one.start - other.start)
  const named = standingOptions(offer, now).find((each) => each === sent.at(number - 1))
  const pickable = pickableOptions(offer, diary)
  // Of one that the mentor's hours have withdrawn it is said why it cannot be taken.
  return named && sent.every((each) => each === named || pickable.includes(each)) ? named : null
}

/** In the zone where the writer is that day: at home, or on a trip. */
function momentOf(writer: Person, day: Day, minutes: WallMinutes): Instant {
  const zone = zoneOfAt(writer, toInstant(writer.zone, day, minutes))
  return toInstant(zone, day, minutes)
}
