import type { AgreedLetter } from '../../worker/domain/letter/letter.ts'
import { formatDay } from '../words/moments.ts'
import { quoted } from '../words/punctuation.ts'
import { aside, type Block, button, lines, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText, nameOnLine, oneLine } from './names.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To the executive who asked for it: what was agreed, once after a session, in the mentor's name. */
export function writeAgreed(letter: AgreedLetter, links: Links): WrittenLetter {
  const { reader, mentorName, linkId } = letter
  const words = wordsOf(reader.locale).agreed
  return compose(letter, {
    subject: words.subject(mentorName === null ? null : nameOnLine(mentorName)),
    blocks: [...saidBlocks(letter), button(words.page, links.urlOf(linkId, 'own')), aside(words.why)],
  })
}

function saidBlocks({ reader, mentorName, commitment, dueOn }: AgreedLetter): readonly Block[] {
  const words = wordsOf(reader.locale).agreed
  const from = mentorName === null ? null : nameInText(mentorName)
  if (commitment === null) return [say(words.onPage(from))]
  const due = dueOn ? [words.due(formatDay(dueOn, reader))] : []
  return [lines(words.noted(from), [quoted(oneLine(commitment), reader.locale), ...due])]
}
