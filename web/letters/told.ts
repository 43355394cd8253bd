import type { MorningLetter, ToldLine, UrgentLetter } from '../../worker/domain/letter/letter.ts'
import { before, DAY, earliest } from '../../worker/domain/time/time.ts'
import { lineId } from '../pages/line-id.ts'
import { MAILS, paths } from '../pages/paths.ts'
import type { LetterWords } from '../words/letters/en.ts'
import { formatDay, formatMoment, momentWithZone } from '../words/moments.ts'
import { type Block, link, say } from './blocks.ts'
import { compose } from './compose.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

type ManagerLetter = MorningLetter | UrgentLetter

/** To a manager: what waits on Today, each with a link to its line. The links sign nobody in. */
export function writeMorning(letter: MorningLetter, links: Links): WrittenLetter {
  const words = wordsOf(letter.reader.locale).told
  const count = letter.lines.length + letter.more
  return compose(letter, {
    subject: words.morning(count),
    blocks: [
      say(words.intro(count)),
      ...blocksOf(letter, links),
      ...(letter.more > 0 ? [say(`${words.more(letter.more)}.`)] : []),
      link(words.open, links.pageOf(paths.today)),
    ],
    aside: which(letter, words, links),
  })
}

/** To a manager, at once: what touches the next day, and when Sotto acts by itself. */
export function writeUrgent(letter: UrgentLetter, links: Links): WrittenLetter {
  const { reader, lines, madeAt } = letter
  const words = wordsOf(reader.locale).told
  const first = earliest(...lines.map(({ start }) => start ?? madeAt))
  return compose(letter, {
    subject: words.urgent(lines.length, formatMoment(first, reader)),
    blocks: [say(words.near), ...blocksOf(letter, links)],
    aside: which(letter, words, links),
  })
}

function which({ reader }: ManagerLetter, words: LetterWords['told'], links: Links): Block {
  return link(words.which, links.pageOf(`${paths.person(reader.personId)}#${MAILS}`))
}

/** Where several programmes have something to say, each under its name. */
function blocksOf(letter: ManagerLetter, links: Links): readonly Block[] {
  const byProgramme = Map.groupBy(letter.lines, ({ programmeId }) => programmeId)
  return Array.from(byProgramme.values()).flatMap((lines) => [
    ...(byProgramme.size > 1 ? [say(lines[0]?.programme ?? '')] : []),
    ...lines.map((line) =>
      link(sentenceOf(line, letter), links.pageOf(paths.todayLine(line.programmeId, idOf(line)))),
    ),
  ])
}

function idOf({ opens }: ToldLine): string | null {
  return opens === null ? null : lineId(opens)
}

function sentenceOf(line: ToldLine, letter: ManagerLetter): string {
  const words = wordsOf(letter.reader.locale).told
  const what = words.news[line.news]
  const when = whenOf(line, letter, words)
  const said = when === null ? `${what}.` : `${what} (${when}).`
  if (line.actsAt !== null) return `${said} ${words.acts(momentWithZone(line.actsAt, letter.reader))}`
  if (letter.kind === 'morning') return said
  return `${said} ${line.opens === null ? words.askedAgain : words.waits}`
}

/** The date that it touches; else since when it waits, if not since yesterday. */
function whenOf(
  { start, since }: ToldLine,
  { reader, madeAt }: ManagerLetter,
  words: LetterWords['told'],
): string | null {
  if (start !== null) return momentWithZone(start, reader)
  return since < before(madeAt, DAY) ? words.since(formatDay(since, reader)) : null
}
