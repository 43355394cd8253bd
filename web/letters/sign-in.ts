import type { SignInLetter } from '../../worker/domain/letter/letter.ts'
import { shownAddress } from '../../worker/domain/people/address.ts'
import { MINUTE } from '../../worker/domain/time/time.ts'
import { momentWithZone } from '../words/moments.ts'
import { button, say } from './blocks.ts'
import { compose } from './compose.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

export function writeSignIn(letter: SignInLetter, links: Links): WrittenLetter {
  const { reader, sender, madeAt, validUntil } = letter
  const words = wordsOf(reader.locale).signIn
  const minutes = Math.round((validUntil - madeAt) / MINUTE)
  return compose(letter, {
    subject: words.subject,
    blocks: [
      say(words.asked(shownAddress(reader.email), momentWithZone(madeAt, reader))),
      button(words.press, links.urlOf(letter.linkId, 'sign-in')),
      say(words.valid(minutes, momentWithZone(validUntil, reader))),
      say(words.ignore),
    ],
    // A manager who signs in is herself the person to write to.
    ...(reader.email === sender.managerEmail && { aside: null }),
  })
}
