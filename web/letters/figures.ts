import type { FiguresLetter } from '../../worker/domain/letter/letter.ts'
import { deadlineWithZone } from '../words/moments.ts'
import { button, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText, oneLine } from './names.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To somebody without an account: where a programme's figures are, and until when. */
export function writeFigures(letter: FiguresLetter, links: Links): WrittenLetter {
  const { reader, sender, linkId, validUntil } = letter
  const words = wordsOf(reader.locale).figures
  return compose(letter, {
    subject: words.subject(oneLine(sender.programme)),
    blocks: [
      say(words.about(nameInText(sender.programme))),
      button(words.press, links.urlOf(linkId, 'figures')),
      say(words.valid(deadlineWithZone(validUntil, reader))),
    ],
  })
}
