import type { DigestEntry, DigestLetter } from '../../worker/domain/letter/letter.ts'
import { bothZones } from '../words/moments.ts'
import { statesOf } from '../words/states/words.ts'
import { type Block, lines, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText } from './names.ts'
import { toDesk } from './offer.ts'
import { whereOf } from './places.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To an assistant: the sessions known for the next working day, for her to correct. */
export function writeDigest(letter: DigestLetter, links: Links): WrittenLetter {
  const words = wordsOf(letter.reader.locale).digest
  return compose(letter, {
    subject: words.subject(letter.entries.length),
    blocks: [
      say(words.intro),
      ...letter.entries.map((entry) => blockOf(entry, letter)),
      say(words.wrong),
      toDesk(letter, links),
    ],
  })
}

function blockOf(entry: DigestEntry, { reader }: DigestLetter): Block {
  const { locale, zone } = reader
  const words = wordsOf(locale)
  const where = whereOf(entry.place, words)
  return lines(nameInText(entry.executiveName), [
    ...bothZones(entry.time, zone, entry.executiveZone, locale),
    ...(entry.mentorName === null ? [] : [words.digest.with(nameInText(entry.mentorName))]),
    ...(where === null ? [] : [where]),
    `${statesOf(locale).answer[entry.partstat]}.`,
  ])
}
