import { isInitials, isParticle, setOf } from './words.ts'

/** Titles before a name; compared in lower case, without dots and accents. */
const TITLES = setOf(
  'dr prof mr mrs ms miss mx sir dame lord lady reverend revd rabbi doctor professor captain colonel',
  'mme mlle madame monsieur mademoiselle docteur professeur maitre',
  'herr frau fraulein doktor dott dottssa dottoressa signor signora senor senora senorita dra doutor doutora',
  'mevr mevrouw dhr meneer dato datuk datin puan encik haji hajah hajji sheikh shaikh shri smt ustaz khun hrh',
)
/** The same, only with a dot: without it they are names too. */
const DOTTED_TITLES = setOf(
  'rev hon capt col gen lt maj cmdr adm sgt sen rep gov amb eng engr arch me pr fr hr mag dipl ing univ priv doz',
  'pd sig sigra avv rag geom sr sra srta dna drs ir kum he hh',
)

/** “Dr.-Ing.”, “Dipl.-Kfm.”, “Univ.-Prof.” */
const COMPOUND_TITLE = /^(?:dr|prof|dipl|univ|priv|ao|apl|assoc|asst)\.?-\p{L}+\.?(?:-\p{L}+\.?)*$/iu
/** After a title: “rer. nat.”, “h.c.”, “habil.” */
const MORE_OF_TITLE = /^(?:(?:\p{Ll}{2,5}\.|h\.?c\.?|\p{Ll}\.)+|Seri|Sri)$/u

/** Generations, orders and degrees after a name; compared in lower case without dots. */
const SUFFIXES = setOf(
  'jr jnr sr snr ii iii iv vi vii viii 2nd 3rd 4th esq esquire ret',
  'phd md mba mbas msc bsc mphil dphil llm llb jd cpa cfa cfp acca fcca fca aca cissp pmp meng beng ceng mpa mph',
  'dds dvm edd dba psyd frcs frs obe mbe cbe kbe dbe qc dr prof hc mdb',
)
/** Only after a comma: they are family names too. */
const SUFFIXES_AFTER_COMMA = setOf('ma ba ms am ao pe rn do mp kc ca cma mbbs ing ir mr mrs v')
/** Brazil: not a family name of its own, if one stands before it. */
const GENERATIONS = setOf('junior filho neto sobrinho')

/** What follows the titles; never nothing. */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words
  if (isMonsieur(first, rest)) return withoutTitles(rest)
  if (!isTitle(first) || rest.every(isTitle)) return words
  return withoutTitles(rest.slice(moreOfTitle(rest)))
}

/** “M. Jean Dupont”; in “M. Dupont” it may be an initial as well, and does no harm. */
function isMonsieur(word: string, [next = '', ...rest]: readonly string[]): boolean {
  return word === 'M.' && rest.length > 0 && !isInitials(next) && !isParticle(next)
}

function moreOfTitle(words: readonly string[]): number {
  const count = words.findIndex((word) => !MORE_OF_TITLE.test(word))
  return Math.max(0, count)
}

export function isTitle(word: string): boolean {
  const bare = compared(word)
  return TITLES.has(bare) || (word.endsWith('.') && DOTTED_TITLES.has(bare)) || COMPOUND_TITLE.test(word)
}

/** What comes before “Jr.”, “III”, “MBA”; never nothing. */
export function withoutSuffixes(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const isGeneration = words.length > 2 && GENERATIONS.has(compared(last))
  return before.length > 0 && (isSuffix(last) || isGeneration) ? withoutSuffixes(before) : words
}

/** Whether a part between commas only says what somebody is: “MBA”, “Ph.D.”, “Jr.”, “Dr.” */
export function isAllSuffixes(words: readonly string[]): boolean {
  return words.every((word) => isSuffix(word) || isTitle(word) || SUFFIXES_AFTER_COMMA.has(compared(word)))
}

function isSuffix(word: string): boolean {
  const bare = compared(word)
  const isDotted = /^\p{L}{1,3}\.(?:\p{L}{1,3}\.)+$/u.test(word) && SUFFIXES_AFTER_COMMA.has(bare)
  return SUFFIXES.has(bare) || isDotted || COMPOUND_TITLE.test(word)
}

function compared(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.’'-]/gu, '')
    .toLowerCase()
}
