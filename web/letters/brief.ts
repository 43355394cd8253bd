import type { BriefLetter } from '../../worker/domain/letter/letter.ts'
import { formatWords } from '../words/formats/words.ts'
import { bothZones, formatDay } from '../words/moments.ts'
import { aside, type Block, button, lines, link, say } from './blocks.ts'
import { compose } from './compose.ts'
import { nameInText, oneLine } from './names.ts'
import { whereOf } from './places.ts'
import { wordsOf } from './words.ts'
import type { Links, WrittenLetter } from './written.ts'

/** To the mentor alone, the working day before. */
export function writeBrief(letter: BriefLetter, links: Links): WrittenLetter {
  const { reader, otherName, otherZone, time, place, pairingKind, linkId } = letter
  const words = wordsOf(reader.locale)
  const { brief } = words
  const [own, other] = bothZones(time, reader.zone, otherZone, reader.locale)
  const where = whereOf(place, words)
  return compose(letter, {
    subject: brief.subject(own),
    blocks: [
      say(brief.who(nameInText(otherName), own)),
      ...(other ? [aside(other)] : []),
      ...(where === null ? [] : [say(where)]),
      say(brief.kinds[pairingKind]),
      ...commitmentBlocks(letter),
      ...formatBlocks(letter),
      button(brief.waiting, links.urlOf(linkId, 'meeting', { say: 'waiting' })),
      link(brief.late, links.urlOf(linkId, 'meeting', { say: 'late' })),
      link(brief.cannot, links.urlOf(linkId, 'meeting', { say: 'cannot' })),
    ],
  })
}

function commitmentBlocks({ reader, commitment, isFirst, pairingKind }: BriefLetter): readonly Block[] {
  const { brief } = wordsOf(reader.locale)
  if (!commitment) return [say(isFirst ? brief.first[pairingKind] : brief.noCommitment)]
  const { words, dueOn, done } = commitment
  const due = dueOn ? [brief.due(formatDay(dueOn, reader))] : []
  return [lines(brief.commitment, [`“${words}”`, ...due, brief.done[done ?? 'unknown']])]
}

function formatBlocks({ reader, format }: BriefLetter): readonly Block[] {
  const { brief } = wordsOf(reader.locale)
  if (!format) return []
  const { name, prompts, avoid } = formatWords(format, reader.locale)
  return [
    lines(
      brief.format(oneLine(name)),
      prompts.map((each) => `– ${oneLine(each)}`),
    ),
    ...(avoid ? [lines(brief.avoid, [oneLine(avoid)])] : []),
    ...(format.link ? [link(brief.materials, format.link)] : []),
  ]
}
