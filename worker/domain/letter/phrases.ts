import { asRead, inLatin } from './as-read.ts'

/** A run of letters and digits. Scripts without case do not put spaces between words, or join particles to them. */
export type Word = { readonly written: string; readonly compared: string; readonly caseless: boolean }

export type Phrase = readonly Word[]

/** Phrases by how they begin: a text of many words is read once, not once for each phrase. */
export type Phrases = {
  readonly all: readonly Phrase[]
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** Of scripts without case: they may begin inside a word. */
  readonly caseless: readonly Phrase[]
}

export function phrasesIn(texts: readonly string[]): Phrases {
  const all = texts.map(wordsIn).filter((phrase) => phrase.length > 0)
  const isCaseless = ([first]: Phrase) => first?.caseless === true
  return {
    all,
    byFirst: Map.groupBy(
      all.filter((phrase) => !isCaseless(phrase)),
      ([first]) => first?.compared ?? '',
    ),
    caseless: all.filter(isCaseless),
  }
}

/** What stands between letters and digits parts words. `compared` is how they are read, whatever letters they are made of. */
export function wordsIn(text: string): readonly Word[] {
  return Array.from(asRead(text).matchAll(/[\p{L}\p{N}]+/gu), ([written]) => ({
    written,
    compared: inLatin(withoutNumber(written)).toLowerCase(),
    caseless: /^\p{Lo}/u.test(written),
  }))
}

/** “mentoring2027” is “mentoring”; “2027” stays. */
function withoutNumber(word: string): string {
  return word.replace(/^\p{N}+(?=\p{L}{4})|(?<=\p{L}{4})\p{N}+$/gu, '')
}

/** Whether one of the phrases is this word alone. */
export function hasWord({ byFirst }: Phrases, compared: string): boolean {
  return byFirst.get(compared)?.some(({ length }) => length === 1) ?? false
}

/** Where the words of these phrases stand. */
export function placesOf(words: readonly Word[], phrases: Phrases): ReadonlySet<number> {
  return new Set(
    words.flatMap((_, at) =>
      phrasesAt(words, at, phrases).flatMap((phrase) => phrase.map((_each, offset) => at + offset)),
    ),
  )
}

/** Each phrase that is found, as the text writes it the first time. One that stands wholly in `excused` is none. */
export function findPhrases(
  words: readonly Word[],
  phrases: Phrases,
  excused: ReadonlySet<number>,
): readonly string[] {
  const found = new Map<Phrase, string>()
  for (const at of words.keys())
    for (const phrase of phrasesAt(words, at, phrases))
      if (!found.has(phrase) && !phrase.every((_word, offset) => excused.has(at + offset)))
        found.set(phrase, written(words, phrase, at))
  return phrases.all.flatMap((phrase) => found.get(phrase) ?? [])
}

/** The first match of one phrase, word by word; anything may be between the words. */
export function findPhrase(words: readonly Word[], phrase: Phrase): string | null {
  const start = words.findIndex((_, at) => startsAt(words, phrase, at))
  return start < 0 ? null : written(words, phrase, start)
}

function written(words: readonly Word[], { length }: Phrase, at: number): string {
  const those = words.slice(at, at + length)
  return those.map((word) => word.written).join(' ')
}

function phrasesAt(words: readonly Word[], at: number, { byFirst, caseless }: Phrases): readonly Phrase[] {
  const near = byFirst.get(words[at]?.compared ?? '') ?? []
  const begun = caseless.length > 0 ? [...near, ...caseless] : near
  return begun.filter((phrase) => startsAt(words, phrase, at))
}

function startsAt(words: readonly Word[], phrase: Phrase, at: number): boolean {
  return phrase.length > 0 && phrase.every((word, offset) => matchesWord(words[at + offset], word))
}

function matchesWord(word: Word | undefined, sought: Word): boolean {
  if (!word) return false
  return sought.caseless ? word.compared.includes(sought.compared) : word.compared === sought.compared
}
