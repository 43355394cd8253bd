import type { LetterOption, OfferLetter } from '../../worker/domain/letter/letter.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import { paths } from '../pages/paths.ts'
import { bothZones, deadlineWithZone, formatDeadline } from '../words/moments.ts'
import { aside, type Block, button, lines, link, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText, nameOnLine } from './names.ts'
import { meansOf } from './places.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** The held times, each with a link: to the assistant, or shorter to the executive himself. */
export function writeOfferLetter(letter: OfferLetter, links: Links): WrittenLetter {
  const words = wordsOf(letter.reader.locale).offer
  const again = letter.bumps > 0
  return compose(letter, {
    subject: subjectOf(letter, again),
    blocks: [
      ...(letter.reminds ? [say(words.still)] : ownWords(letter)),
      ...(letter.toExecutive ? askExecutive(letter, again) : [...askAssistant(letter), say(words.tap)]),
      ...optionButtons(letter, links),
      ...otherAnswers(letter, links),
      ...firstContact(letter),
    ],
  })
}

function subjectOf({ reader, toExecutive, ...letter }: OfferLetter, again: boolean): string {
  const words = wordsOf(reader.locale).offer
  const executive = nameOnLine(letter.executiveName)
  if (letter.reminds) return toExecutive ? words.stillHeld : words.stillHeldFor(executive)
  return toExecutive
    ? words.subject(letter.minutes, again)
    : words.subjectFor(letter.options.length, executive, again)
}

function askAssistant(letter: OfferLetter): readonly Block[] {
  const words = wordsOf(letter.reader.locale).offer
  const until = sharedDeadline(letter)
  return [
    say(words.heldFor(letter.options.length, nameInText(letter.executiveName), until, letter.bumps > 0)),
    say(whatIsHeld(letter)),
  ]
}

function askExecutive(letter: OfferLetter, again: boolean): readonly Block[] {
  const words = wordsOf(letter.reader.locale).offer
  const times = letter.options.length
  const until = sharedDeadline(letter)
  return [say(`${words.which(times, again)} ${whatIsHeld(letter)}`), say(words.heldForYou(times, until))]
}

/** Length, the other person if the reader may know him, and the means. */
export function whatIsHeld({ reader, minutes, mentorName, place }: OfferLetter): string {
  const words = wordsOf(reader.locale)
  const length = words.offer.length(minutes, mentorName === null ? null : nameInText(mentorName))
  const means = meansOf(place, words)
  return means === null ? length : `${length} ${means}`
}

function optionButtons(letter: OfferLetter, links: Links): readonly Block[] {
  const words = wordsOf(letter.reader.locale).offer
  const isShared = sharedDeadline(letter) !== null
  return letter.options.map((option) => {
    const [own, other = null] = clocksOf(option, letter)
    // Behind another clock it says whose it is.
    const format = other === null ? formatDeadline : deadlineWithZone
    const until = isShared ? null : words.until(format(lastHourOf(option, letter), letter.reader))
    const note = [other, until].filter((each) => each !== null).join(' · ')
    return button(own, links.urlOf(letter.linkId, 'answer', { option: option.id }), note || null)
  })
}

/** The last hour that all times have in common; null if each has its own. */
function sharedDeadline(letter: OfferLetter): string | null {
  const [first = letter.heldUntil, ...others] = letter.options.map((each) => lastHourOf(each, letter))
  return others.every((each) => each === first) ? deadlineWithZone(first, letter.reader) : null
}

/** Until when a time can be picked. */
export function lastHourOf({ until }: LetterOption, { heldUntil }: OfferLetter): Instant {
  return until ?? heldUntil
}

/** The reader's clock first. For an executive on a trip it is the clock there; the one at home comes second. */
function clocksOf(option: LetterOption, { reader, executiveZone, toExecutive }: OfferLetter) {
  const there = option.zone ?? executiveZone
  const travels = toExecutive && option.zone !== undefined
  const [first, second] = travels ? [there, reader.zone] : [reader.zone, there]
  return bothZones(option, first, second, reader.locale)
}

function otherAnswers(letter: OfferLetter, links: Links): readonly Block[] {
  const { reader, linkId, options, toExecutive } = letter
  const words = wordsOf(reader.locale).offer
  const answers = [
    link(words.none, links.urlOf(linkId, 'answer', { option: 'none' })),
    link(words.later, links.urlOf(linkId, 'answer', { option: 'later' })),
    link(words.own, links.urlOf(linkId, 'answer', { option: 'own' })),
  ]
  if (toExecutive) return answers
  const copied = options.map((option) => clocksOf(option, letter).join(' · '))
  return [...answers, lines(words.copy, copied), toDesk(letter, links)]
}

/** All dates of everybody she answers for; it asks for a sign-in of her own, and opens as long as she answers for somebody. */
export function toDesk({ reader }: Pick<OfferLetter, 'reader'>, links: Links): Block {
  return link(wordsOf(reader.locale).desk, links.pageOf(paths.desk))
}

/** What the manager wrote for the first mail, line by line; the times and the links follow. */
export function ownWords({ words }: OfferLetter): readonly Block[] {
  const written = words?.split('\n').filter((line) => line.trim() !== '') ?? []
  return written.map((line) => say(line))
}

/** What this is, in our words where the manager wrote none, and always how to get no more of it. */
function firstContact(letter: OfferLetter): readonly Block[] {
  const { stop, stopFor } = wordsOf(letter.reader.locale).offer
  if (!letter.firstContact) return []
  const howToStop = letter.toExecutive ? stop : stopFor
  return [aside(letter.words ? howToStop : `${standardWords(letter)} ${howToStop}`)]
}

/** What the first mail says of itself, in our words. */
export function standardWords({ reader, sender, executiveName, toExecutive }: OfferLetter): string {
  const words = wordsOf(reader.locale).offer
  const manager = nameInText(sender.managerName)
  return toExecutive ? words.first(manager) : words.firstFor(manager, nameInText(executiveName))
}
