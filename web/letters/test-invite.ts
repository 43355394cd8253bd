import type { TestInviteLetter } from '../../worker/domain/letter/letter.ts'
import { rangeWithZone } from '../words/moments.ts'
import { say } from './blocks.ts'
import { compose } from './compose.ts'
import { wordsOf } from './words.ts'
import type { WrittenLetter } from './written.ts'

/** As every invite: the title alone is the subject, and every word may become the event. */
export function writeTestInvite(letter: TestInviteLetter): WrittenLetter {
  const { reader, method, time } = letter
  const { testInvite: words, calendar } = wordsOf(reader.locale)
  const isThere = method === 'REQUEST'
  const when = rangeWithZone(time, reader)
  const lines = isThere ? [words.about, words.answer] : [words.gone]
  return compose(letter, {
    subject: isThere ? words.title : calendar.cancelled(words.title),
    blocks: [words.isAt(when), ...lines].map((line) => say(line)),
    calendar: { summary: words.title, description: lines.join('\n'), location: null, url: null },
  })
}
