import type { OwnLetter } from '../../worker/domain/letter/letter.ts'
import { quoted } from '../words/punctuation.ts'
import { button, lines, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText, nameOnLine } from './names.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To the executive's own address: a nudge about his commitment, or only the link to his page. */
export function writeOwn(letter: OwnLetter, links: Links): WrittenLetter {
  const { reader, mentorName, commitment, linkId } = letter
  const words = wordsOf(reader.locale).own
  const page = button(words.page, links.urlOf(linkId, 'own'))
  if (commitment === null)
    return compose(letter, { subject: words.subject, blocks: [say(words.asked), page, say(words.ignore)] })
  const from = mentorName === null ? null : nameInText(mentorName)
  return compose(letter, {
    subject: words.subjectFrom(mentorName === null ? null : nameOnLine(mentorName)),
    blocks: [
      letter.isUnsaid
        ? say(words.remindsOnPage(from))
        : lines(words.reminds(from), [quoted(commitment, reader.locale)]),
      page,
      say(words.noHurry),
    ],
  })
}
