import { proposedShortName } from '../people/name/short.ts'
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
  const [forbidden, allowed] = [forbiddenWords.map(wordsIn), allowedWords.map(wordsIn)]
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

/** A run of letters and digits. Scripts without case do not put spaces between words, or join particles to them. */
type Word = { readonly written: string; readonly compared: string; readonly caseless: boolean }

/** “mentoring2027” is “mentoring”; “2027” stays. */
function withoutNumber(word: string): string {
  return word.replace(/^\p{N}+(?=\p{L}{4})|(?<=\p{L}{4})\p{N}+$/gu, '')
}

/** Removes accents, full-width forms, soft hyphens and other invisible marks. */
function wordsIn(text: string): readonly Word[] {
  const bare = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC')
  return Array.from(bare.matchAll(/[\p{L}\p{N}]+/gu), ([written]) => ({
    written,
    compared: withoutNumber(written.toLowerCase()),
    caseless: /^\p{Lo}/u.test(written),
  }))
}

type Phrase = readonly Word[]

/** Forbidden in every outward text, in any language. */
const ALWAYS_FORBIDDEN: readonly Phrase[] = TELLING_WORDS.map(wordsIn)
const ORDINARY: readonly Phrase[] = ORDINARY_PHRASES.map(wordsIn)

/** What is said of the hour: our own words where they are not part of an ordinary phrase, the programme's own ones always. */
function tellingWords(words: readonly Word[], forbidden: readonly Phrase[], allowed: readonly Phrase[]) {
  const excused = placesOf(words, allowed)
  const ordinary = new Set([...excused, ...placesOf(words, ORDINARY)])
  const parts = words.filter(
    ({ compared }, index) => !ordinary.has(index) && TELLING_PARTS.some((part) => compared.includes(part)),
  )
  const found = [
    ...ALWAYS_FORBIDDEN.flatMap((phrase) => findPhrase(words, phrase, ordinary) ?? []),
    ...forbidden.flatMap((phrase) => findPhrase(words, phrase, excused) ?? []),
    ...parts.map(({ written }) => written),
  ]
  return [...new Set(found)]
}

/** Where the words of these phrases stand. */
function placesOf(words: readonly Word[], phrases: readonly Phrase[]): ReadonlySet<number> {
  const places = phrases.flatMap((phrase) =>
    words.flatMap((_, index) =>
      startsAt(words, phrase, index) ? phrase.map((_each, at) => index + at) : [],
    ),
  )
  return new Set(places)
}

/** The first match of the phrase, word by word; anything may be between the words. */
function findPhrase(
  words: readonly Word[],
  phrase: Phrase,
  excused: ReadonlySet<number> = new Set(),
): string | null {
  const start = words.findIndex(
    (_, index) =>
      startsAt(words, phrase, index) && !phrase.every((_word, offset) => excused.has(index + offset)),
  )
  if (start < 0) return null
  return words
    .slice(start, start + phrase.length)
    .map(({ written }) => written)
    .join(' ')
}

function startsAt(words: readonly Word[], phrase: Phrase, index: number): boolean {
  return phrase.length > 0 && phrase.every((word, offset) => matchesWord(words[index + offset], word))
}

function matchesWord(word: Word | undefined, sought: Word): boolean {
  if (!word) return false
  return sought.caseless ? word.compared.includes(sought.compared) : word.compared === sought.compared
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
