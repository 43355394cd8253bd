import { proposedShortName } from '../people/name/short.ts'
import { findPhrase, findPhrases, type Phrases, phrasesIn, placesOf, type Word, wordsIn } from './phrases.ts'
import { ORDINARY_PHRASES, TELLING_PARTS, TELLING_WORDS } from './telling-words.ts'

/** Texts that others may read: over a shoulder, in a shared calendar, in a mail log. */
export type Outward = {
  readonly summary?: string
  readonly subject?: string
  readonly fromName?: string
  readonly body?: string
  readonly description?: string
  readonly location?: string
  readonly url?: string
  /** The CN of whom an event is with, and of whom it is to. */
  readonly attendee?: string
  readonly fileName?: string
  /** A subscribed calendar's own name. */
  readonly calendarName?: string
}

export type DiscretionRules = {
  /** The programme's own words and phrases, in addition to those for all programmes. */
  readonly forbiddenWords: readonly string[]
  /** Words and phrases that the programme allows, for a reason somebody gave: also those of all programmes. */
  readonly allowedWords?: readonly string[]
  /** Full names of people who must not be named here. */
  readonly hiddenNames: readonly string[]
}

/** `word` is the finding as the text writes it. */
export type Finding = {
  readonly where: keyof Outward
  readonly kind: 'forbidden-word' | 'hidden-name'
  readonly word: string
}

/** Finds words that reveal what a time is for. Case and accents are ignored; a part of a longer word does not count. */
export function lintOutward(
  text: Outward,
  { forbiddenWords, allowedWords = [], hiddenNames }: DiscretionRules,
): readonly Finding[] {
  const [forbidden, allowed] = [phrasesIn(forbiddenWords), phrasesIn(allowedWords)]
  const hidden = hiddenNames.map(formsOfName)
  return PLACES.flatMap((where): readonly Finding[] => {
    const words = wordsIn(text[where] ?? '')
    const phrases = tellingWords(words, forbidden, allowed)
    const names = hidden.flatMap((forms) => findName(words, forms) ?? [])
    return [
      ...phrases.map((word) => ({ where, kind: 'forbidden-word', word }) as const),
      ...names.map((word) => ({ where, kind: 'hidden-name', word }) as const),
    ]
  })
}

const PLACES = [
  ...(['summary', 'subject', 'fromName', 'body', 'description'] as const),
  ...(['location', 'url', 'attendee', 'fileName', 'calendarName'] as const),
] as const

/** Forbidden in every outward text, in any language. */
const ALWAYS_FORBIDDEN = phrasesIn(TELLING_WORDS)
const ORDINARY = phrasesIn(ORDINARY_PHRASES)

/** What is said of the hour: our own words where they are not part of an ordinary phrase, the programme's own ones always. */
function tellingWords(words: readonly Word[], forbidden: Phrases, allowed: Phrases) {
  const excused = placesOf(words, allowed)
  const ordinary = new Set([...excused, ...placesOf(words, ORDINARY)])
  const parts = words.filter(
    ({ compared }, index) => !ordinary.has(index) && TELLING_PARTS.some((part) => compared.includes(part)),
  )
  const found = [
    ...findPhrases(words, ALWAYS_FORBIDDEN, ordinary),
    ...findPhrases(words, forbidden, excused),
    ...parts.map(({ written }) => written),
  ]
  return [...new Set(found)]
}

type NameForms = { readonly wholes: readonly (readonly Word[])[]; readonly parts: readonly Word[] }

/** The name in full, reversed, joined, as “T. Leroy”, and each part that is long enough to be recognised. */
function formsOfName(name: string): NameForms {
  const words = wordsIn(name)
  const [first, last] = [words[0], words.at(-1)]
  const parts = words.filter((word) => words.length === 1 || word.written.length >= (word.caseless ? 2 : 3))
  if (!first || !last || first === last) return { wholes: [], parts }

  const initial = wordsIn(Array.from(first.written)[0] ?? '')
  const joined = wordsIn(words.map(({ written }) => written).join(''))
  const short = wordsIn(proposedShortName(name))
  return { wholes: [words, words.toReversed(), [...initial, last], short, joined], parts }
}

/** A part of a name counts only if it is written with a capital: “You may see” is not about Will May. */
function findName(words: readonly Word[], { wholes, parts }: NameForms): string | null {
  const capitals = words.filter((word) => word.caseless || word.written !== word.compared)
  const found = [
    ...wholes.map((whole) => findPhrase(words, whole)),
    ...parts.map((part) => findPhrase(capitals, [part])),
  ]
  return found.find((each) => each !== null) ?? null
}
