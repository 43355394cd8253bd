import type { InvitationLetter } from '../../worker/domain/letter/letter.ts'
import { paths } from '../pages/paths.ts'
import { momentWithZone } from '../words/moments.ts'
import { button, link, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText, oneLine } from './names.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To somebody who was added to give hours: who asks, what comes first, and a link that signs him in. */
export function writeInvitation(letter: InvitationLetter, links: Links): WrittenLetter {
  const { reader, sender, validUntil } = letter
  const words = wordsOf(reader.locale).invitation
  const manager = nameInText(sender.managerName)
  return compose(letter, {
    subject: words.subject(oneLine(sender.programme)),
    blocks: [
      say(words.asks(manager)),
      say(words.first),
      button(words.press, links.urlOf(letter.linkId, 'sign-in')),
      say(words.valid(momentWithZone(validUntil, reader))),
      link(words.again, links.pageOf(paths.signIn)),
      say(words.ignore(manager)),
    ],
  })
}
