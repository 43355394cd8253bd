import { addDays } from '../time/days.ts'
import type { Day } from '../time/time.ts'
import { ownSentences } from './own-sentences.ts'
import { dayAtStart, type SpokenTime, timeIn } from './read-times.ts'
import type { ReadingContext } from './spoken-days.ts'
import { afterNotBefore, denies, isDoubtful, optionsIn, saysNone } from './spoken-words.ts'
import type { Suggestion } from './suggestion.ts'

/** What the words of all sentences come to. */
type Said = {
  readonly times: readonly SpokenTime[]
  readonly isUnsure: boolean
  readonly options: readonly number[]
  readonly days: readonly Day[]
  readonly isNone: boolean
}

/**
 * What a mail in plain English or French suggests; null where a person has to read it. Only what is certain counts: one
 * day with one hour, “not before” a day, one of the times that were sent, or none of them. It is never applied by itself.
 */
export function readSuggestion(text: string, context: ReadingContext): Suggestion | null {
  const sentences = ownSentences(text)
  const said = sentences.map((sentence, index) =>
    ifAnswered(saidIn(sentence, context), sentence, sentences[index + 1], text),
  )
  const all: Said = {
    times: said.flatMap(({ times }) => times),
    isUnsure: said.some(({ isUnsure }) => isUnsure),
    options: said.flatMap(({ options }) => options),
    days: said.flatMap(({ days }) => days),
    isNone: said.some(({ isNone }) => isNone),
  }
  return all.isUnsure ? null : suggestedBy(all)
}

/** Two kinds at once are one only where the second says no more than the first. */
function suggestedBy({ times, options, days, isNone }: Said): Suggestion | null {
  const [time] = times
  const [number] = options
  const [day] = days
  if (time) {
    const isOne = times.every((each) => each.day === time.day && each.minutes === time.minutes)
    return isOne && number === undefined && !(day && day > time.day) ? { kind: 'time', ...time } : null
  }
  if (number !== undefined)
    return new Set(options).size === 1 && !isNone && !day ? { kind: 'option', number } : null
  if (day) return new Set(days).size === 1 ? { kind: 'later', day } : null
  return isNone ? { kind: 'none' } : null
}

/** “Thursday at 16:00? I am in Tokyo then.”: what follows a question may be its answer, unless it only takes leave. */
function ifAnswered(said: Said, sentence: string, next: string | undefined, text: string): Said {
  const isAnswered = sentence.endsWith('?') && next !== undefined && !takesLeave(next, text)
  return isAnswered && said.times.length + said.options.length > 0 ? { ...said, isUnsure: true } : said
}

/** Thanks, greetings, and a name below. A single word is a name only after them or in a line of its own: “Sorry” is none. */
function takesLeave(sentence: string, text: string): boolean {
  const rest = sentence.replace(TAKES_LEAVE, '')
  if (rest === '') return true
  const isName = NAME.test(rest) && !EXCUSES.test(rest) && !isDoubtful(plain(rest))
  const isAlone = rest === sentence && !rest.includes(' ')
  return isName && (!isAlone || text.split(/[\r\n]+/).some((line) => line.trim() === rest))
}

const TAKES_LEAVE = new RegExp(
  `^(?:(?:${[
    '(?:(?:many|best|kind|warm) )*(?:thanks?(?: you)?|regards|wishes|best)(?: (?:in advance|again|so much|very much|a lot))*',
    "(?:un grand )?merci(?: (?:beaucoup|bien|encore|d['’]avance|par avance|à vous|à toi))*",
    'please|cheers|sincerely|yours(?: (?:truly|sincerely))?|(?:see|talk to) you(?: (?:soon|then))?',
    "i(?: would|['’]d) be (?:(?:very|most|so) )?(?:grateful|obliged)|(?:please )?let me know|(?:please )?tell me",
    "s['’]il (?:vous|te) pla[iî]t|[àa] bient[ôo]t|bonne (?:journ[ée]e|soir[ée]e)|dites-moi|je vous remercie",
    '(?:bien )?(?:cordialement|sincèrement|amicalement)(?: (?:vôtre|à vous|à toi))?|bien à (?:vous|toi)',
  ].join('|')})(?![\\p{L}\\p{N}'’-])[\\s,.!–-]*)+`,
  'iu',
)
const NAME = /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u
const EXCUSES = /^(?:sorry|apolog|d[ée]sol|pardon|navr)/iu

const NOTHING: Said = { times: [], isUnsure: false, options: [], days: [], isNone: false }

function saidIn(original: string, context: ReadingContext): Said {
  const sentence = plain(original)
  const rest = afterNotBefore(sentence)
  const day = rest === null ? null : dayAtStart(rest, context)
  if (day !== null && day > context.today && day <= addDays(context.today, MAX_DAYS_AHEAD))
    return { ...NOTHING, days: [day] }
  if (denies(sentence)) return { ...NOTHING, isNone: saysNone(sentence) }

  const options = optionsIn(sentence)
  if (isDoubtful(sentence) || !/\d/.test(sentence)) return { ...NOTHING, options }
  const time = NAMES_ZONE.test(original) ? 'unsure' : timeIn(sentence, context)
  return {
    ...NOTHING,
    options,
    isUnsure: time === 'unsure',
    times:
      time === null || time === 'unsure' || time.day > addDays(context.today, MAX_DAYS_AHEAD) ? [] : [time],
  }
}

/** A date that is further away was meant for the year that is over, or for nothing that Sotto plans. */
const MAX_DAYS_AHEAD = 300

/** An hour on a clock that may not be the writer's. */
const NAMES_ZONE =
  /\d\s*(?:h|am|pm)?\s*\(?\s*(?:UTC|GMT|BST|CES?T|WES?T|EES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]T|IST|SGT|HKT|JST|AE[SD]T|Z\b)/

/** Lower case, without accents and typographic signs. */
function plain(sentence: string): string {
  return sentence
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[“”«»"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
