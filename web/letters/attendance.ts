import type { AttendanceLetter } from '../../worker/domain/letter/letter.ts'
import { rangeWithZone } from '../words/moments.ts'
import { say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText } from './names.ts'
import { wordsOf } from './words.ts'
import type { WrittenLetter } from './written.ts'

/** On the day, one neutral line: somebody is late, and nothing else. */
export function writeAttendance(letter: AttendanceLetter): WrittenLetter {
  const { reader, time, news, executiveName, toExecutive } = letter
  const words = wordsOf(reader.locale).attendance
  const when = rangeWithZone(time, reader)
  const who = toExecutive ? null : nameInText(executiveName)
  return compose(letter, {
    subject: words.subject(when),
    blocks: [say(news === 'late' ? words.late(when) : words.expected(who, when)), say(words.nothing)],
  })
}
