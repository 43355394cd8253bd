import { proposedShortName } from '../people/name/short.ts'

/** Texts that others may read: over a shoulder, in a shared calendar, in a mail log. */
export type Outward = {
  readonly summary?: string
  readonly subject?: string
  readonly fromName?: string
  readonly body?: string
  readonly location?: string
  readonly fileName?: string
}

export type DiscretionRules = {
  /** The programme's own words and phrases, in addition to those for all programmes. */
  readonly forbiddenWords: readonly string[]
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
  { forbiddenWords, hiddenNames }: DiscretionRules,
): readonly Finding[] {
  const forbidden = [...ALWAYS_FORBIDDEN, ...forbiddenWords.map(wordsIn)]
  const hidden = hiddenNames.map(formsOfName)
  return PLACES.flatMap((where): readonly Finding[] => {
    const words = wordsIn(text[where] ?? '')
    const phrases = forbidden.flatMap((phrase) => findPhrase(words, phrase) ?? [])
    const names = hidden.flatMap((forms) => findName(words, forms) ?? [])
    return [
      ...phrases.map((word) => ({ where, kind: 'forbidden-word', word }) as const),
      ...names.map((word) => ({ where, kind: 'hidden-name', word }) as const),
    ]
  })
}

const PLACES = ['summary', 'subject', 'fromName', 'body', 'location', 'fileName'] as const

/** A run of letters and digits. Scripts without case do not put spaces between words, or join particles to them. */
type Word = { readonly written: string; readonly compared: string; readonly caseless: boolean }

/** Removes accents, full-width forms, soft hyphens and other invisible marks. */
function wordsIn(text: string): readonly Word[] {
  const bare = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC')
  return Array.from(bare.matchAll(/[\p{L}\p{N}]+/gu), ([written]) => ({
    written,
    compared: written.toLowerCase(),
    caseless: /^\p{Lo}/u.test(written),
  }))
}

/** Forbidden in every outward text, in any language. */
const ALWAYS_FORBIDDEN: readonly (readonly Word[])[] = [
  ...[
    'mentor',
    'mentors',
    'mentored',
    'mentoring',
    'mentorship',
    'mentee',
    'mentees',
    'coach',
    'coaches',
    'coached',
  ],
  ...[
    'coachee',
    'coaching',
    'tutor',
    'tutors',
    'tutoring',
    'tutorial',
    'training',
    'trainings',
    'trainer',
    'trainee',
  ],
  ...[
    'learn',
    'learns',
    'learner',
    'learning',
    'teach',
    'teacher',
    'teaching',
    'lesson',
    'lessons',
    'education',
  ],
  ...['upskilling', 'skills', 'workshop', 'workshops', 'seminar', 'seminars', 'curriculum', 'brown bag'],
  ...['programme', 'programmes', 'program', 'programs', 'session', 'sessions'],
  ...[
    'mentorat',
    'mentore',
    'mentoree',
    'tuteur',
    'tutrice',
    'tutorat',
    'formation',
    'formations',
    'formateur',
  ],
  ...[
    'formatrice',
    'apprendre',
    'apprenant',
    'apprenante',
    'apprentissage',
    'enseigner',
    'enseignement',
    'lecon',
  ],
  ...['lecons', 'atelier', 'ateliers', 'seminaire', 'perfectionnement', 'accompagnement', 'competences'],
].map(wordsIn)

/** The first match of the phrase, word by word; anything may be between the words. */
function findPhrase(words: readonly Word[], phrase: readonly Word[]): string | null {
  if (phrase.length === 0) return null
  const start = words.findIndex((_, index) =>
    phrase.every((word, offset) => matchesWord(words[index + offset], word)),
  )
  if (start < 0) return null
  return words
    .slice(start, start + phrase.length)
    .map(({ written }) => written)
    .join(' ')
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
