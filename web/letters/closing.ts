import type { ClosingLetter, OwnList } from '../../worker/domain/letter/letter.ts'
import { MINUTE } from '../../worker/domain/time/time.ts'
import type { LetterWords } from '../words/letters/en.ts'
import { formatDay } from '../words/moments.ts'
import { quoted } from '../words/punctuation.ts'
import { type Block, button, lines, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText } from './names.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To the executive's own address: his list, how to have it corrected, and until when it is kept. */
export function writeClosing(letter: ClosingLetter, links: Links): WrittenLetter {
  const { reader, sender, keptUntil, linkId } = letter
  const manager = nameInText(sender.managerName)
  const words = wordsOf(reader.locale).closing
  return compose(letter, {
    subject: words.subject,
    blocks: [
      say(words.over),
      ...listOf(letter),
      ...(letter.hasMore ? [say(words.more)] : []),
      say(letter.list.held.length > 0 ? words.pageWithQuestions(manager) : words.page),
      button(words.open, links.urlOf(linkId, 'own')),
      say(words.kept(formatDay(keptUntil, reader))),
      say(words.object),
    ],
  })
}

function listOf({ reader, list: { held, commitments, stage } }: ClosingLetter): readonly Block[] {
  const words = wordsOf(reader.locale).closing
  const met = held.map(({ start, end }) =>
    words.minutes(formatDay(start, reader), Math.round((end - start) / MINUTE)),
  )
  const meant = commitments.map((each) => `${quoted(each.words, reader.locale)} ${howItWent(each, words)}`)
  return [
    ...(met.length > 0 ? [lines(words.met, met)] : [say(words.neverMet)]),
    ...(meant.length > 0 ? [lines(words.meant, meant)] : []),
    ...(stage === 'curious' ? [] : [say(words.stages[stage])]),
  ]
}

/** His own word, and what was seen. */
function howItWent(
  { done, saidDone = null }: OwnList['commitments'][number],
  words: LetterWords['closing'],
): string {
  if (!saidDone) return done ? words.done[done] : words.unknown
  return [words.said[saidDone], ...(done ? [words.seen[done]] : [])].join(' ')
}
