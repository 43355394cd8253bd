import type { OffersLetter } from '../../worker/domain/letter/letter.ts'
import { type Block, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameOnLine } from './names.ts'
import { offerBlocks } from './offer.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** One mail to an assistant who answers for several: each executive has his own times, deadline and links. */
export function writeOffers({ offers, ...letter }: OffersLetter, links: Links): WrittenLetter {
  const words = wordsOf(letter.reader.locale).offer
  const executives = [...new Set(offers.map(({ executiveName }) => nameOnLine(executiveName)))]
  const areReminders = offers.every(({ reminds }) => reminds)
  const parts = offers.map((offer): readonly Block[] =>
    offerBlocks({ ...offer, reader: letter.reader }, links),
  )
  return compose(
    { ...letter, offers },
    {
      subject: (areReminders ? words.severalStillHeld : words.several)(executives.join(', ')),
      blocks: [
        ...(areReminders ? [say(words.still)] : []),
        say(words.below(executives.length)),
        say(words.tap),
        ...parts.flat(),
      ],
    },
  )
}
