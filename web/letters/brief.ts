import type { BriefLetter } from '../../worker/domain/letter/letter.ts'
import { formatWords } from '../words/formats/words.ts'
import { bothZones, formatDay } from '../words/moments.ts'
import { wordsFor } from '../words/pages/words.ts'
import { reasonWords } from '../words/path/words.ts'
import { quoted } from '../words/punctuation.ts'
import { trackName } from '../words/tracks/words.ts'
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
      ...aimBlocks(letter),
      ...commitmentBlocks(letter),
      ...formatBlocks(letter),
      ...(letter.hasQuestion ? [link(brief.question, links.urlOf(linkId, 'meeting'))] : []),
      button(brief.waiting, links.urlOf(linkId, 'meeting', { say: 'waiting' })),
      link(brief.late, links.urlOf(linkId, 'meeting', { say: 'late' })),
      link(brief.cannot, links.urlOf(linkId, 'meeting', { say: 'cannot' })),
    ],
  })
}

function aimBlocks({ reader, aim = null }: BriefLetter): readonly Block[] {
  const { path } = wordsFor(reader)
  return aim ? [aside(path.towards(path.aims[aim]))] : []
}

function commitmentBlocks(letter: BriefLetter): readonly Block[] {
  const { reader, otherName, commitment, pairingKind, why = [] } = letter
  const isFirst = letter.isFirst ?? why.some(({ code }) => code === 'first-meeting')
  const { brief } = wordsOf(reader.locale)
  if (!commitment) return [say(isFirst ? brief.first[pairingKind] : brief.noCommitment)]
  const { words, dueOn, done, saidDone = null } = commitment
  const due = dueOn ? [brief.due(formatDay(dueOn, reader))] : []
  const said = saidDone ? [brief.says[saidDone](nameInText(otherName))] : []
  const saw = done || !saidDone ? [brief.done[done ?? 'unknown']] : [brief.notSeen]
  return [lines(brief.commitment, [quoted(words, reader.locale), ...due, ...said, ...saw])]
}

function formatBlocks({ reader, format, why = [], track = null }: BriefLetter): readonly Block[] {
  const { brief } = wordsOf(reader.locale)
  if (!format) return []
  const { name, prompts, avoid, doing, sign, text } = formatWords(format, reader.locale)
  return [
    ...(track
      ? [say(brief.track(oneLine(trackName(track.title, reader.locale)), track.step, track.of))]
      : []),
    ...(why.length > 0 ? [lines(brief.why, reasonWords(why, reader.locale))] : []),
    lines(
      brief.format(oneLine(name)),
      prompts.map((each) => `– ${oneLine(each)}`),
    ),
    ...(doing ? [lines(brief.doing, linesIn(doing))] : []),
    ...(avoid ? [lines(brief.avoid, [oneLine(avoid)])] : []),
    ...(sign ? [lines(brief.sign, linesIn(sign))] : []),
    ...(text ? [lines(brief.forYou, linesIn(text))] : []),
    ...(format.link ? [link(brief.materials, format.link)] : []),
    ...(track?.text ? [lines(brief.ofTrack, linesIn(track.text))] : []),
    ...(track?.link ? [link(brief.ofTrackLink, track.link)] : []),
  ]
}

function linesIn(text: string): readonly string[] {
  return text.split('\n').map(oneLine)
}
