import type { CalendarLetter } from '../../worker/domain/letter/letter.ts'
import { hrefOfPlace } from '../../worker/domain/pairing/place-link.ts'
import { shownAddress } from '../../worker/domain/people/address.ts'
import { shortNameOf } from '../../worker/domain/people/name/short.ts'
import { MINUTE } from '../../worker/domain/time/time.ts'
import { rangeWithZone } from '../words/moments.ts'
import { aside, type Block, link, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText, oneLine } from './names.ts'
import { locationOf, whereBlocks } from './places.ts'
import { wordsOf } from './words.ts'
import type { CalendarWords, Links, WrittenLetter } from './written.ts'

/** Every word may become the event: Exchange takes title and body from the mail, not from the calendar part. */
export function writeCalendar(letter: CalendarLetter, links: Links): WrittenLetter {
  const page = pageOf(letter, links)
  return compose(letter, {
    subject: subjectOf(letter),
    blocks: bodyOf(letter, page, links),
    calendar: calendarWordsOf(letter, page),
  })
}

/** A REQUEST's subject is the title alone, so that no calendar shows “Invitation:” or an outdated hour. */
function subjectOf(letter: CalendarLetter): string {
  const words = wordsOf(letter.reader.locale).calendar
  switch (letter.method) {
    case 'REQUEST':
      return titleOf(letter)
    case 'CANCEL':
      return words.cancelled(titleOf(letter))
    case 'DECLINECOUNTER':
      return words.unchanged(titleOf(letter))
  }
}

function titleOf({
  reader,
  otherName,
  otherShortName = null,
  wording,
  title,
  ...letter
}: CalendarLetter): string {
  if (title) return oneLine(title)
  const words = wordsOf(reader.locale).calendar
  if (otherName === null || wording === 'plain') return words.plainTitle
  const other = shortNameOf({ name: otherName, shortName: otherShortName })
  return words.title(minutesOf(letter), oneLine(other))
}

function bodyOf(letter: CalendarLetter, page: string | null, links: Links): readonly Block[] {
  const { reader, time, place } = letter
  const words = wordsOf(reader.locale)
  const when = rangeWithZone(time, reader)
  switch (letter.method) {
    case 'REQUEST':
      return [
        say(newsOf(letter, when)),
        say(withWhom(letter)),
        ...whereBlocks(place, words),
        ...howToAnswer(letter, page),
        ...questions(letter, links),
        ...answeredBy(letter),
        ...firstContact(letter),
      ]
    case 'CANCEL':
      return [
        say(words.calendar.free(when)),
        say(withWhom(letter)),
        say(words.calendar.nothingToDo),
        ...answeredBy(letter),
      ]
    case 'DECLINECOUNTER':
      return [
        say(words.calendar.stays(when)),
        say(withWhom(letter)),
        ...whereBlocks(place, words),
        ...howToAnswer(letter, page),
      ]
  }
}

function newsOf({ reader, movedFrom, news, otherName, wording }: CalendarLetter, when: string): string {
  const words = wordsOf(reader.locale).calendar
  if (movedFrom) return words.moved(when, rangeWithZone(movedFrom, reader))
  switch (news) {
    case 'time':
      return words.fixed(when)
    case 'place':
      return words.placed(when)
    case 'person':
      return words.stoodIn(when, otherName === null || wording === 'plain' ? null : nameInText(otherName))
  }
}

/** DESCRIPTION has no greeting, and ends as other invites do, with a name: everybody with access to the calendar reads it. */
function calendarWordsOf(letter: CalendarLetter, page: string | null): CalendarWords {
  const { reader, sender, place } = letter
  const words = wordsOf(reader.locale)
  const answer = letter.method === 'CANCEL' ? [] : [words.calendar.answer]
  const description = [
    withWhom(letter),
    ...answer,
    ...(page === null ? [] : [words.calendar.pageAddress(page)]),
    `${nameInText(sender.managerName)}, ${shownAddress(sender.managerEmail)}`,
  ]
  return {
    summary: titleOf(letter),
    // A calendar shows a DECLINECOUNTER's text as the answer to the proposal: it says no, and nothing else.
    description: letter.method === 'DECLINECOUNTER' ? words.calendar.notPossible : description.join('\n'),
    location: locationOf(place),
    url: hrefOfPlace(place),
  }
}

function withWhom({ reader, otherName, ...letter }: CalendarLetter): string {
  const other = otherName === null ? null : nameInText(otherName)
  return wordsOf(reader.locale).calendar.withWhom(minutesOf(letter), other)
}

function howToAnswer({ reader }: CalendarLetter, page: string | null): readonly Block[] {
  const words = wordsOf(reader.locale).calendar
  return [say(words.answer), ...(page === null ? [] : [link(words.page, page)])]
}

/** Once, half-way. A delegate may read this line too, so the page behind the link never shows the answer. */
function questions({ reader, asks, linkId }: CalendarLetter, links: Links): readonly Block[] {
  if (!asks || linkId === null) return []
  return [link(wordsOf(reader.locale).calendar.questions, links.urlOf(linkId, 'pulse'))]
}

function answeredBy(letter: CalendarLetter): readonly Block[] {
  if (letter.answeredBy === null) return []
  return [aside(wordsOf(letter.reader.locale).calendar.answeredBy(nameInText(letter.answeredBy)))]
}

function firstContact({ reader, sender, toExecutive, ...letter }: CalendarLetter): readonly Block[] {
  if (!letter.firstContact || !toExecutive) return []
  return [aside(wordsOf(reader.locale).calendar.first(nameInText(sender.managerName)))]
}

function pageOf({ linkId, method }: CalendarLetter, links: Links): string | null {
  return linkId === null || method === 'CANCEL' ? null : links.urlOf(linkId, 'invite')
}

function minutesOf({ time }: Pick<CalendarLetter, 'time'>): number {
  return Math.round((time.end - time.start) / MINUTE)
}
