import { tidy, withoutAdditions, withoutMarks } from './clean.ts'
import { isAllSuffixes, withoutSuffixes, withoutTitles } from './titles.ts'
import { capitalised, isCapitals, isConnector, isInitials, isParticle } from './words.ts'

/** A name as it is understood. One that cannot be shortened has no given name, and is `family` as it is written. */
export type NameParts = {
  /** The given names that are shown: the first one, or all where they are known to be one name. */
  readonly given: readonly string[]
  readonly family: readonly string[]
}

/** “Last, First” is turned round; titles, suffixes, brackets and departments are left out. */
export function partsOf(name: string): NameParts {
  const bare = withoutAdditions(name)
  if (isCaseless(bare)) return whole([withoutHonorific(bare)], name)
  const { first, given } = namedSegmentsOf(bare)
  const [family, names] = [withoutAll(first), given && withoutAll(given)]
  return names ? fromDirectory(family, names, name) : inPlainOrder(family, name)
}

/** What stands before the first comma, and the given names after it, if there are any. */
export function namedSegmentsOf(bare: string) {
  const [first = [], ...others] = segmentsOf(bare, bare === bare.toLowerCase())
  return { first, given: others.find((words) => !isCredential(withoutAll(first), words)) ?? null }
}

function withoutAll(words: readonly string[]): readonly string[] {
  return withoutSuffixes(withoutTitles(words))
}

/** What stands between commas, without what only says what somebody is. */
function segmentsOf(bare: string, isLower: boolean): readonly (readonly string[])[] {
  return bare
    .split(/[,;،，、]/u)
    .map((text) => wordsOf(text, isLower))
    .filter((words, index) => words.length > 0 && (index === 0 || !isAllSuffixes(words)))
}

/** A name typed without capitals gets them. What has no letters goes, unless only one word would be left. */
function wordsOf(text: string, isLower: boolean): readonly string[] {
  const all = tidy(text.replace(/(\p{L}\.)(?=\p{Lu}\p{Ll})/gu, '$1 '))
    .split(' ')
    .filter((word) => /[\p{L}\p{N}\p{So}]/u.test(word))
  const named = all.filter((word) => /\p{L}/u.test(word))
  const words = named.length > 1 ? named : all
  return isLower && words.length > 1
    ? words.map((word) => (isParticle(word) ? word : capitalised(word)))
    : words
}

/** “Anna Schmidt, CSM”: one word in capitals beside a name that is not. */
function isCredential(name: readonly string[], [word = '', ...more]: readonly string[]): boolean {
  const isName = name.length > 1 && !name.some(isCapitals) && !isParticle(name[0] ?? '')
  return more.length === 0 && isName && isCapitals(word)
}

/** “Leyen, Ursula von der” */
function fromDirectory(family: readonly string[], words: readonly string[], name: string): NameParts {
  const given = words.slice(0, words.findLastIndex((word) => !isParticle(word)) + 1)
  const all = inCase([...words.slice(given.length), ...family])
  return given.length === 0 ? whole(all, name) : { given: shownOf(inCase(given)), family: all }
}

function inPlainOrder(words: readonly string[], name: string): NameParts {
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (words.length < 2 || (isInitials(last) && !isInitials(first)) || isLowerParticle(first))
    return whole(words, name)
  const initials = words.findIndex((word) => !isInitials(word))
  if (initials < 0) return whole(words, name)
  if (initials > 0) return { given: words.slice(0, initials), family: inCase(words.slice(initials)) }
  return byCapitals(words) ?? byParticles(inCase(words))
}

/** “LIM Siew Hoon”, “Jean DUPONT”. A given name after the family name is often two syllables of one name. */
function byCapitals(words: readonly string[]): NameParts | null {
  const isPlain = (word: string) => !isCapitals(word)
  const [first, last] = [words.findIndex(isPlain), words.findLastIndex(isPlain)]
  if (first < 0 || words.slice(first, last).some(isCapitals)) return null
  if (first > 0 && last === words.length - 1)
    return { given: words.slice(first, first + 2), family: inCase(words.slice(0, first)) }
  return first === 0 && last < words.length - 1
    ? { given: shownOf(words), family: inCase(words.slice(last + 1)) }
    : null
}

/** “Hans von der Leyen”, “José Ortega y Gasset”: the last word, with what belongs before it. */
function byParticles(words: readonly string[]): NameParts {
  if (isPatronymic(words)) return { given: words.slice(1, 2), family: words.slice(0, 1) }
  let at = words.length - 1
  while (at > 1 && isParticle(words[at - 1] ?? '')) at -= at > 2 && isConnector(words[at - 1] ?? '') ? 2 : 1
  return { given: shownOf(words), family: words.slice(at) }
}

/** “Петров Иван Сергеевич”: then the family name stands first. */
function isPatronymic(words: readonly string[]): boolean {
  const [, middle = '', last = ''] = words
  const pattern = /(?:ович|евич|ьич|овна|евна|ична)$/
  return words.length === 3 && pattern.test(last) && !pattern.test(middle)
}

/** The first given name, or all initials. */
function shownOf(given: readonly string[]): readonly string[] {
  const name = given.findIndex((word) => !isInitials(word))
  return given.slice(0, name === 0 ? 1 : name < 0 ? given.length : name)
}

function inCase(words: readonly string[]): readonly string[] {
  return words.map((word, index) => {
    if (!isCapitals(word)) return word
    const small = word.toLowerCase()
    return isParticle(small) && index < words.length - 1 ? small : capitalised(word)
  })
}

function whole(words: readonly string[], name: string): NameParts {
  return { given: [], family: [words.join(' ') || withoutMarks(name)] }
}

function isLowerParticle(word: string): boolean {
  return word === word.toLowerCase() && isParticle(word)
}

/** Han, Hangul, kana, Arabic, Hebrew, Thai …: nobody makes initials there. */
export function isCaseless(text: string): boolean {
  return /(?![ªº])\p{Lo}/u.test(text)
}

function withoutHonorific(name: string): string {
  const words = segmentsOf(name, false)
    .flatMap(withoutAll)
    .filter((word) => /\p{L}/u.test(word))
  return words.join(' ').replace(/(?<=\S)\s?(?:様|さん|さま|先生|님|선생님)$/u, '')
}
