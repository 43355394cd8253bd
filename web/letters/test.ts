import type { TestLetter } from '../../worker/domain/letter/letter.ts'
import { momentWithZone } from '../words/moments.ts'
import { say } from './blocks.ts'
import { compose } from './compose.ts'
import { wordsOf } from './words.ts'
import type { WrittenLetter } from './written.ts'

export function writeTest(letter: TestLetter): WrittenLetter {
  const words = wordsOf(letter.reader.locale).test
  return compose(letter, {
    subject: words.subject,
    blocks: [say(words.arrived(momentWithZone(letter.madeAt, letter.reader))), say(words.nothing)],
  })
}
