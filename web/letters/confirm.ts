import type { ConfirmLetter } from '../../worker/domain/letter/letter.ts'
import { rangeWithZone } from '../words/moments.ts'
import { button, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText } from './names.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To the executive or the assistant: one link. Without a click nothing changes. */
export function writeConfirm(letter: ConfirmLetter, links: Links): WrittenLetter {
  const { reader, executiveName, time } = letter
  const words = wordsOf(reader.locale).confirm
  const when = rangeWithZone(time, reader)
  const isHisOwn = reader.name === executiveName
  return compose(letter, {
    subject: words.subject,
    blocks: [
      say(isHisOwn ? words.asked(when) : words.askedFor(nameInText(executiveName), when)),
      button(words.yes, links.urlOf(letter.linkId, 'confirm')),
      say(words.ignore),
    ],
  })
}
