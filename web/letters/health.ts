import type { MailedCode } from '../../worker/domain/clock/alert-mail.ts'
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
  const { isForManager, wellSince } = letter
  return compose(letter, {
    subject: wellSince === null ? words.broken : words.mended,
    blocks: [
      ...(wellSince === null ? brokenBlocks(letter) : mendedBlocks(letter, wellSince)),
      ...(isForManager ? [link(words.open, links.pageOf(`${paths.deliveries}#${HOW_IT_RUNS}`))] : []),
    ],
    aside: aside(words.why),
  })
}

function brokenBlocks({ reader, bad, isForManager }: HealthLetter): readonly Block[] {
  const words = wordsOf(reader.locale).health
  const isElsewhere = !isForManager && bad.some(({ code }) => ON_DELIVERY.has(code))
  return [
    say(words.isBad),
    ...bad.map(({ code, since }) => {
      const sentence = words.since(words.codes[code], momentWithZone(since, reader))
      return say(!isForManager && ON_DELIVERY.has(code) ? sentence : `${sentence} ${words.toDo[code]}`)
    }),
    ...(isElsewhere ? [say(words.elsewhere)] : []),
    say(words.next),
  ]
}

/** What to do about these is read on a page that only managers can open. */
const ON_DELIVERY: ReadonlySet<MailedCode> = new Set(['letters-late', 'jobs-failed', 'timers-failing'])

function mendedBlocks(
  { reader, firstAt, isForManager }: HealthLetter,
  wellSince: NonNullable<HealthLetter['wellSince']>,
): readonly Block[] {
  const words = wordsOf(reader.locale).health
  return [
    say(words.isWell(momentWithZone(firstAt, reader), momentWithZone(wellSince, reader))),
    say(words.nothing),
    say(isForManager ? words.again : words.againByMail),
  ]
}
