/** Before a family name, and part of it: always in lower case, or with a capital too. */
const PARTICLES = setOf(
  'von vom zu zum zur van vander der den de del della dello degli dei di da do dos das du des la las le les lo los li',
  'af av ten ter te op in aan auf am und y i e bin ibn binti binte bint ben bar ap ab al el ul abu abd abdul abdel abdal',
  "'t ’t st st. ste ste. san a/l a/p s/o d/o o’ o' mac mc",
)
const CAPITAL_PARTICLES = setOf(
  'von van vander der den de del della di da dos das du des la le ten ter bin ibn binti bint ben al el abu abd abdul',
  "abdel st st. ste. saint o’ o' mac mc",
)
/** “Ortega y Gasset”, “Silva e Souza”: they join two names. */
const CONNECTORS = setOf('y i e und')

export function isParticle(word: string): boolean {
  if (word === word.toLowerCase()) return PARTICLES.has(word)
  return CAPITAL_PARTICLES.has(word.toLowerCase()) && !/^\p{Lu}\p{Lu}/u.test(word)
}

export function isConnector(word: string): boolean {
  return CONNECTORS.has(word)
}

/** “J.”, “J”, “J.R.”, “J.-L.”, “Th.” */
export function isInitials(word: string): boolean {
  return /^\p{Lu}\p{M}*(?:\.?|\p{Ll}\.)(?:-?\p{Lu}\p{M}*\.)*$/u.test(word)
}

/**
 * In capitals, as forms and passports write family names. Two letters are one only if they can be spoken: “LI”, “NG”, and
 * not “JP” or “AJ”.
 */
export function isCapitals(word: string): boolean {
  if (!/^(?:Ma?c)?\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word)) return false
  return letters(word) > 2 || /^(?:NG|[^AEIOU][AEIOUY]|AI|AN|OU|YI)$/.test(word)
}

/** “LIM” as “Lim”, “O’BRIEN-SMITH” as “O’Brien-Smith”. */
export function capitalised(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + upper(letter))
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${upper(letter)}`)
}

/** “Jean-Luc” as “J.-L.”; initials stay, each by itself. */
export function initialsOf(word: string): string {
  if (isInitials(word)) return `${word.replace(/\.$/, '').replace(/\.(?=\p{Lu})/gu, '. ')}.`
  const initials = word.split('-').flatMap((part) => /[\p{L}\p{N}]\p{M}*/u.exec(part)?.[0] ?? [])
  return initials.map((letter) => `${upper(letter)}.`).join('-')
}

/** Georgian has capitals for headings only. */
function upper(letter: string): string {
  return /\p{Script=Georgian}/u.test(letter) ? letter : letter.toUpperCase()
}

function letters(word: string): number {
  return Array.from(word.matchAll(/\p{L}/gu)).length
}

export function setOf(...words: readonly string[]): ReadonlySet<string> {
  return new Set(words.join(' ').split(' '))
}
