import type { LetterOption, OfferLetter, OffersLetter } from '../../worker/domain/letter/letter.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import { offsetAt } from '../../worker/domain/time/zones.ts'
import {
  deadlineWithZone,
  formatDay,
  formatDeadline,
  formatRange,
  hoursOf,
  rangeWithZone,
  zoneLabel,
  zoneLabelOf,
} from '../words/moments.ts'
import { aside, type Block, type Choice, type Choices, plain, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText, nameOnLine } from './names.ts'
import { lastHourOf, ownWords, toDesk, whatIsHeld } from './offer.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** With more executives than this the plain text has one address for each of them, not one for each time. */
const MOST_WITH_ALL_ADDRESSES = 4

/** As many names as a list of them says; the others are a number. */
const MOST_NAMES = 4

/**
 * One mail to an assistant who answers for several: each executive has a part of few lines with his own times and links.
 * What holds for all (zone, deadline, what this is) is said once, so that the mail of ten is one to be read.
 */
export function writeOffers({ offers, ...letter }: OffersLetter, links: Links): WrittenLetter {
  const words = wordsOf(letter.reader.locale).offer
  const executives = [...new Set(offers.map(({ executiveName }) => executiveName))]
  const areReminders = offers.every(({ reminds }) => reminds)
  const subject = (areReminders ? words.severalStillHeld : words.several)(
    listed(executives.map(nameOnLine), letter),
  )
  const asked = offers.map((offer) => ({ ...offer, reader: letter.reader }))
  const once = saidOnce(asked)
  return compose(
    { ...letter, offers },
    {
      subject,
      blocks: [
        ...(areReminders ? [say(words.still)] : []),
        say(words.below(executives.length)),
        say(
          [words.tap, ...(once.zone ? [words.zoneOfAll(once.zone)] : []), ...allHeld(once, letter)].join(' '),
        ),
        ...once.words.map((line) => say(line)),
        ...asked.flatMap((offer) => partOf(offer, once, asked.length, links)),
        toDesk(letter, links),
        ...firstContact(asked, letter),
      ],
    },
  )
}

/** What holds for all offers: null, or no lines, where they differ. */
type Once = {
  readonly zone: string | null
  readonly until: Instant | null
  /** The manager's own words. */
  readonly words: readonly string[]
}

function saidOnce(offers: readonly OfferLetter[]): Once {
  const options = offers.flatMap((offer) => offer.options.map((option) => ({ offer, option })))
  const written = sameOf(offers.map((offer) => linesOf(offer).join('\n')))
  return {
    zone: sameOf(options.map(({ offer, option }) => zoneLabelOf(option, offer.reader))),
    until: sameOf(options.map(({ offer, option }) => lastHourOf(option, offer))),
    words: written ? written.split('\n') : [],
  }
}

function sameOf<Value>([first, ...others]: readonly Value[]): Value | null {
  return first !== undefined && others.every((each) => each === first) ? first : null
}

function linesOf(offer: OfferLetter): readonly string[] {
  return offer.reminds ? [] : ownWords(offer).map((block) => (block.kind === 'say' ? plain(block.words) : ''))
}

function allHeld({ until, zone }: Once, { reader }: Pick<OffersLetter, 'reader'>): readonly string[] {
  if (until === null) return []
  const isInZone = zone === zoneLabel(reader.zone, reader.locale, until)
  const moment = isInZone ? formatDeadline(until, reader) : deadlineWithZone(until, reader)
  return [wordsOf(reader.locale).offer.allHeld(moment)]
}

/** One executive: how long and with whom, each time with its link, and one link to every other answer. */
function partOf(offer: OfferLetter, once: Once, parts: number, links: Links): readonly Block[] {
  const words = wordsOf(offer.reader.locale).offer
  const until = once.until === null ? sameOf(offer.options.map((option) => lastHourOf(option, offer))) : null
  const about = until === null ? [] : [words.heldUntil(deadlineWithZone(until, offer.reader))]
  const hasOneAddress = parts > MOST_WITH_ALL_ADDRESSES
  const choices: Choices = {
    kind: 'choices',
    name: words.part(nameInText(offer.executiveName), offer.bumps > 0),
    about: [whatIsHeld(offer), ...about].join(' '),
    each: offer.options.map((option) =>
      choiceOf(option, offer, { ...once, until: once.until ?? until }, links),
    ),
    page: { label: words.otherwise(hasOneAddress), url: links.urlOf(offer.linkId, 'answer') },
    hasOneAddress,
  }
  return [...(once.words.length > 0 ? [] : linesOf(offer).map((line) => say(line))), choices]
}

function choiceOf(option: LetterOption, offer: OfferLetter, once: Once, links: Links): Choice {
  const { reader, linkId } = offer
  const there = elsewhere(option, offer)
  const format = there.length === 0 ? formatDeadline : deadlineWithZone
  const until = wordsOf(reader.locale).offer.until(format(lastHourOf(option, offer), reader))
  const notes = [...there, ...(once.until === null ? [until] : [])]
  return {
    label: once.zone === null ? rangeWithZone(option, reader) : formatRange(option, reader),
    note: notes.join(' · ') || null,
    url: links.urlOf(linkId, 'answer', { option: option.id }),
  }
}

/** The executive's clock, where it is not the reader's: its hours alone if the day is the same. */
function elsewhere(option: LetterOption, { reader, executiveZone }: OfferLetter): readonly string[] {
  const there = { zone: option.zone ?? executiveZone, locale: reader.locale }
  const agree = (moment: Instant) => offsetAt(reader.zone, moment) === offsetAt(there.zone, moment)
  if (agree(option.start) && agree(option.end)) return []
  const { from, to } = hoursOf(option, there)
  const isSameDay = formatDay(option.start, there) === formatDay(option.start, reader)
  return [isSameDay ? `${from}–${to}, ${zoneLabelOf(option, there)}` : rangeWithZone(option, there)]
}

/** What this is, once for all who are asked for the first time, and how to get no more of it. */
function firstContact(
  offers: readonly OfferLetter[],
  { reader, sender }: Pick<OffersLetter, 'reader' | 'sender'>,
): readonly Block[] {
  const { firstForSeveral, firstFor, stopFor } = wordsOf(reader.locale).offer
  const firsts = offers.filter((offer) => offer.firstContact)
  const names = [...new Set(firsts.filter(({ words }) => !words).map(({ executiveName }) => executiveName))]
  if (firsts.length === 0) return []
  const about = names.length === 1 ? firstFor : firstForSeveral
  const executives = listed(names.map(nameInText), { reader })
  return [
    aside(names.length === 0 ? stopFor : `${about(nameInText(sender.managerName), executives)} ${stopFor}`),
  ]
}

/** “A, B, C and 7 others” */
function listed(names: readonly string[], { reader }: Pick<OffersLetter, 'reader'>): string {
  if (names.length <= MOST_NAMES) return names.join(', ')
  const some = names.slice(0, MOST_NAMES - 1)
  return wordsOf(reader.locale).offer.andMore(some.join(', '), names.length - some.length)
}
