import { MAX_FORBIDDEN_WORD_CHARACTERS } from '../limits.ts'
import { proposedShortName } from '../people/name/short.ts'
import { wordsAsOne } from './as-one.ts'
import {
  findPhrase,
  findPhrases,
  hasWord,
  type Phrases,
  phrasesIn,
  placesOf,
  type Word,
  wordsIn,
} from './phrases.ts'
import { ORDINARY_PHRASES, TELLING_PARTS, TELLING_STARTS, TELLING_WORDS } from './telling-words.ts'

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

/** Finds words that reveal what a time is for, however they are written. Few of them count inside a longer word. */
export function lintOutward(
  text: Outward,
  { forbiddenWords, allowedWords = [], hiddenNames }: DiscretionRules,
): readonly Finding[] {
  const [forbidden, allowed] = [phrasesIn(forbiddenWords), phrasesIn(allowedWords)]
  const hidden = hiddenNames.map(formsOfName)
  return PLACES.flatMap((where): readonly Finding[] => {
    const written = text[where] ?? ''
    if (written === '') return []
    const words = wordsIn(written)
    const phrases = [
      ...new Set([...tellingWords(words, forbidden, allowed), ...tellingAsOne(written, forbidden, allowed)]),
    ]
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
function tellingWords(words: readonly Word[], forbidden: Phrases, allowed: Phrases): readonly string[] {
  const excused = placesOf(words, allowed)
  const ordinary = new Set([...excused, ...placesOf(words, ORDINARY)])
  const longer = words.flatMap((word, index) =>
    ordinary.has(index) ? [] : (saidInside(word, allowed) ?? []),
  )
  return [
    ...findPhrases(words, ALWAYS_FORBIDDEN, ordinary),
    ...findPhrases(words, forbidden, excused),
    ...longer,
  ]
}

/** The same in words that only an eye puts together, unless their pieces say it already or are ordinary. */
function tellingAsOne(text: string, forbidden: Phrases, allowed: Phrases): readonly string[] {
  const isSaid = (pieces: readonly Word[]) =>
    tellingWords(pieces, forbidden, NO_PHRASES).length > 0 ||
    placesOf(pieces, allowed).size > 0 ||
    placesOf(pieces, ORDINARY).size > 0
  const found = wordsAsOne(text)
    .filter(
      ({ word, pieces }) =>
        (hasWord(ALWAYS_FORBIDDEN, word.compared) ||
          hasWord(forbidden, word.compared) ||
          saidInside(word, allowed) !== null) &&
        !hasWord(allowed, word.compared) &&
        !isSaid(pieces),
    )
    .map(({ word }) => saidInside(word, allowed) ?? word.written)
  // “re-verse-men-toring” is read as more than one word: the shortest says it.
  return found.filter((word) => !found.some((each) => each !== word && word.includes(each)))
}

const NO_PHRASES = phrasesIn([])

/** A longer word that has a telling one in it; of one too long for a list of words, what is telling in it. */
function saidInside({ written, compared }: Word, allowed: Phrases): string | null {
  const part =
    TELLING_PARTS.find((each) => compared.includes(each)) ??
    TELLING_STARTS.find((each) => compared.startsWith(each))
  if (part === undefined) return null
  if (written.length <= MAX_FORBIDDEN_WORD_CHARACTERS) return written
  return hasWord(allowed, part) ? null : part
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
  const capitals = words.filter(({ caseless, written }) => caseless || written !== written.toLowerCase())
  const found = [
    ...wholes.map((whole) => findPhrase(words, whole)),
    ...parts.map((part) => findPhrase(capitals, [part])),
  ]
  return found.find((each) => each !== null) ?? null
}
