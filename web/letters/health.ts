import type { HealthLetter } from '../../worker/domain/letter/letter.ts'
import { HOW_IT_RUNS, paths } from '../pages/paths.ts'
import { momentWithZone } from '../words/moments.ts'
import { aside, type Block, link, say } from './blocks.ts'
import { compose } from './compose.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To whoever runs the installation. It names what is bad, never whom it hits. */
export function writeHealth(letter: HealthLetter, links: Links): WrittenLetter {
  const words = wordsOf(letter.reader.locale).health
  return compose(letter, {
    subject: letter.wellSince === null ? words.broken : words.mended,
    blocks: [
      ...(letter.wellSince === null ? brokenBlocks(letter) : mendedBlocks(letter, letter.wellSince)),
      link(words.open, links.pageOf(`${paths.deliveries}#${HOW_IT_RUNS}`)),
    ],
    aside: aside(words.why),
  })
}

function brokenBlocks({ reader, bad }: HealthLetter): readonly Block[] {
  const words = wordsOf(reader.locale).health
  return [
    say(words.isBad),
    ...bad.map(({ code, since }) => say(words.since(words.codes[code], momentWithZone(since, reader)))),
    say(words.toDo),
    say(words.next),
  ]
}

function mendedBlocks(
  { reader, firstAt }: HealthLetter,
  wellSince: NonNullable<HealthLetter['wellSince']>,
): readonly Block[] {
  const words = wordsOf(reader.locale).health
  return [
    say(words.isWell(momentWithZone(firstAt, reader), momentWithZone(wellSince, reader))),
    say(words.nothing),
    say(words.again),
  ]
}
