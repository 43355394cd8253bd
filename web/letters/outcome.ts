import type { OutcomeLetter } from '../../worker/domain/letter/letter.ts'
import { formatDay, rangeWithZone } from '../words/moments.ts'
import { statesOf } from '../words/states/words.ts'
import { aside, button, link, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText } from './names.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To the mentor: four links, and nobody's name in the subject. */
export function writeOutcomeLetter(letter: OutcomeLetter, links: Links): WrittenLetter {
  const { reader, sender, time, otherName } = letter
  const words = wordsOf(reader.locale).outcome
  const states = statesOf(reader.locale).outcome
  const logAs = (result: 'happened' | 'cut-short' | 'did-not-happen' | 'moved') =>
    links.urlOf(letter.linkId, 'log', { result })
  return compose(letter, {
    subject: words.subject(formatDay(time.start, reader)),
    blocks: [
      say(words.over(nameInText(otherName), rangeWithZone(time, reader))),
      say(words.ask),
      button(states.happened, logAs('happened')),
      button(states['cut-short'], logAs('cut-short')),
      button(states['did-not-happen'], logAs('did-not-happen')),
      button(states.moved, logAs('moved')),
      ...(letter.asks ? [link(words.questions, links.urlOf(letter.linkId, 'pulse'))] : []),
      aside(words.noChase(nameInText(sender.managerName))),
    ],
  })
}
