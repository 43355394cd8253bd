/**
 * Words that keep a sentence from suggesting the time in it: it denies it, it says what else is then, it tells of what was,
 * or it asks for something to go. All without accents and in lower case.
 */
export function isDoubtful(sentence: string): boolean {
  return DENIES.test(sentence) || OCCUPIED.test(sentence) || PAST.test(sentence) || MOVES_AWAY.test(sentence)
}

export function denies(sentence: string): boolean {
  return DENIES.test(sentence)
}

const DENIES = wordsOf(
  `not no non nope never none nothing neither nor cannot cant wont dont doesnt isnt wouldnt couldnt unable impossible
  unavailable unfortunately sadly except unless without hardly busy booked taken blocked away conflict\\w* clash\\w*
  difficult bad problem\\w* issue decline[sd]? refuse[sd]? reject\\w* avoid skip miss overbooked
  ne pas jamais aucune? ni sauf sans indisponibles? helas malheureusement regrette decline refuse occupee? prise? pris
  absente? empechee? difficile complique\\w* souci conflit hors hormis excepte rien guere mal tard
  full complets? completes? chargee? bloquee?`,
  "n't\\b|\\bn'|\\bout (?:of|on|then|that)\\b|\\bis out\\b|\\btoo (?:early|late|soon)\\b|\\btrop\\b|\\b(?:any\\w*|every\\w*|all|always|whenever|other)\\b.{0,40}\\b(?:but|save|bar|barring)\\b|\\b(?:apart|aside) from\\b|\\bother than\\b|\\bbesides\\b|\\ba part\\b|\\ben dehors d|\\ba l'exception\\b",
)

const OCCUPIED = wordsOf(
  `meetings? flight fly flies flying train trip travel\\w* conference board appointment holidays? vacation leave call
  interview dentist doctor lunch dinner breakfast until deadline due
  reunion rendez rdv vol avion voyage deplacement conference conseil conges? vacances entretien dejeuner diner
  jusqu deadline`,
  "\\b(?:i am|i'm|we are) (?:in|at|on)\\b|\\bje (?:suis|serai) (?:a|en|au|chez|dans)\\b",
)

const PAST = wordsOf(
  `was were had did yesterday ago last been etait avait avions etions hier dernier derniere ete passee?`,
  '\\b(?:still|toujours|encore)\\b.*\\?',
)

const MOVES_AWAY = wordsOf(
  `cancel\\w* annul\\w* drop delete supprim\\w* abandon\\w*`,
  '\\binstead of\\b|\\brather than\\b|\\bother than\\b|\\bau lieu d|\\bplutot que\\b|\\ba la place d|\\b(?:postpone|reschedule|move|shift|push|deplacer|decaler|reporter|repousser|avancer)\\b(?!.*\\b(?:to|for|au|a|pour)\\b)',
)

/** “None of these work”, “aucun ne me convient”: of the times that were sent. */
export function saysNone(sentence: string): boolean {
  if (sentence.includes('?') || NOT_WHOLLY.test(sentence)) return false
  return NONE.some((pattern) => pattern.test(sentence))
}

const NOT_WHOLLY = wordsOf(
  `except but apart besides unless if whether problem\\w* issue\\w* doubt conflict\\w* other
  sauf hormis mais excepte si sinon souci\\w* probleme\\w* inconvenient\\w* doute besoin mal autre`,
  '\\bau cas ou\\b|\\bin case\\b',
)

const TIMES =
  '(?:(?:the|these|those|them|your|that|offered|proposed|suggested|three|two|four|five|[2-5]) )*(?:times?|dates?|options?|slots?|hours?|proposals?|suggestions?|days?|ones?)?'
const FITS = '(?:works?|suits?|fits?|matches|do|does|is|are|will|would|can|seems?|goes)'
const HEURES =
  '(?:(?:le|la|les|ces|ceux|celles|vos|ses|trois|deux|quatre|cinq|[2-5]|eux|elles|proposee?s|ci) ?)*(?:creneaux?|dates?|horaires?|options?|propositions?|moments?|heures?|jours?)?(?: proposee?s?)?'
const CONVIENT =
  '(?:convien\\w*|convenir|va|vont|ira|iront|marche\\w*|colle\\w*|arrange\\w*|fonctionne\\w*|correspond\\w*|(?:est|sont|sera|serait|seront) (?:possibles?|bon\\w*|libres?|adapte\\w*))'

const NONE: readonly RegExp[] = [
  new RegExp(
    `\\bnone of ${TIMES} ?(?:really |quite |actually |unfortunately )?(?:for (?:me|him|her|us) )?(?:${FITS}\\b|[.,;!]|$)`,
  ),
  new RegExp(
    `\\b(?:none|neither) (?:of them )?(?:works?|suits?|fits?|will do|would do|will work|would work|is possible|are possible)\\b`,
  ),
  new RegExp(`\\bno (?:times?|dates?|options?|slots?) (?:works?|suits?|fits?)\\b`),
  new RegExp(
    `(?:n't|\\bnot|\\bcannot|\\bunable to)\\b.{0,30}\\b(?:any|either|one) of (?:the|these|those|them|your)\\b`,
  ),
  new RegExp(
    `\\b(?:these|those|the) ${TIMES} (?:\\w+ )?(?:do|does|will|would|can) ?(?:not|n't) (?:really )?(?:works?|suits?|fits?|do)\\b`,
  ),
  new RegExp(
    `\\baucune? (?:(?:de|des|d'|parmi|d'entre) ?)?${HEURES} ?,?(?:ne |n')(?:me |m'|nous |lui |leur |te |t')?${CONVIENT}\\b`,
  ),
  new RegExp(
    `^\\W*(?:non\\W+)?(?:helas\\W+|malheureusement\\W+|desolee?\\W+)?aucune? (?:de|des|d'|parmi|d'entre) ?${HEURES}[ .!]*$`,
  ),
  new RegExp(`\\brien (?:de (?:tout )?(?:ca|cela) )?(?:ne |n')(?:me |m'|nous |lui )?${CONVIENT}\\b`),
  new RegExp(`\\bpas (?:libre|disponible|possible) (?:a|pour) aucun`),
  new RegExp(`\\b(?:ces|les|vos) (?!autres)${HEURES} (?:ne |n')?(?:me |m'|nous |lui )?${CONVIENT} pas\\b`),
]

/** The numbers of the options that a sentence says yes to: 1 is the first, 0 the last. */
export function optionsIn(sentence: string): readonly number[] {
  if (denies(sentence)) return []
  const found = [...sentence.matchAll(NUMBERED), ...sentence.matchAll(ORDINAL)].flatMap(([, word = '']) => {
    const number = NUMBER_OF.get(word)
    return number === undefined ? [] : [number]
  })
  const isShort = sentence.split(' ').length <= 3
  return isShort || AGREES.test(sentence) ? [...new Set(found)] : []
}

const NUMBERED =
  /(?:\b(?:option|number|numero|choice|choix|proposition|proposal|slot|creneau|n°)|#)\s*(?:n°|no|#)?\s*([1-5]|one|two|three|four|five|un|deux|trois|quatre|cinq)(?![\w:/.]\d|\w)/g

const ORDINAL =
  /(?:\b(?:the|le|la)\s+|\bl')(?:(first|second|third|fourth|fifth|last|deuxieme|seconde?|troisieme|quatrieme|cinquieme|premiere?|derniere?|[2-5](?:e|eme)|2nd|3rd|4th|5th|1st|1er|1re|1ere)\b(?:\s+(one|option|time|slot|date|proposal|choice|suggestion|creneau|horaire|proposition|choix|moment))?)(?=\s*(?:$|[.,!)]|\b(?:please|is|works?|suits?|would|will|fits?|looks|sounds|me|m'|nous|lui|convien\w*|ira|irait|va|est|serait|s'il|svp|pour|for)\b))/g

const AGREES = wordsOf(
  `fine good ok okay works? suits? fits? please perfect great yes yep take takes prefer choose pick best better happy
  convien\\w* ira irait va parfait\\w* bien bonne? oui merci prends? prenons prefer\\w* choisi\\w* retien\\w* accord
  possible svp plutot thanks`,
  "\\bgo (?:for|with)\\b|\\b(?:would|will) do\\b|\\bs'il\\b",
)

/** “2nd” and “1er” alone are days of a month. */
const NUMBER_OF: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1: 'one un first premier premiere',
    2: 'two deux second seconde deuxieme 2e 2eme',
    3: 'three trois third troisieme 3e 3eme',
    4: 'four quatre fourth quatrieme 4e 4eme',
    5: 'five cinq fifth cinquieme 5e 5eme',
    0: 'last dernier derniere',
  }).flatMap(([number, words]) => [
    [number, Number(number)] as const,
    ...words.split(' ').map((word) => [word, Number(number)] as const),
  ]),
)

/** What follows “not before”, where a date has to stand; null for a sentence that says no such thing. */
export function afterNotBefore(sentence: string): string | null {
  if (sentence.includes('?')) return null
  return NOT_BEFORE.map((pattern) => pattern.exec(sentence)?.[1]).find((rest) => rest !== undefined) ?? null
}

const NOT_BEFORE: readonly RegExp[] = [
  /(?:\b(?:not|no|nothing|never|none|cannot|unavailable|impossible)\b|n't\b)(?:[ ,]+[\w'-]+){0,5}?[ ,]+(?:before|until|till)\s+(.*)$/,
  /\b(?:pas|rien|plus|jamais|impossible|indisponible|aucune?)\b(?:[ ,]+[\w'-]+){0,5}?[ ,]+avant\s+(.*)$/,
  /\bask (?:me|him|her|us) (?:again )?(?:after|from|on|not before)\s+(.*)$/,
  /\b(?:redemandez|recontactez|relancez|demandez)(?:[- ][\w']+){0,3} (?:apres|a partir d[eu]|des)\s+(.*)$/,
]

function wordsOf(words: string, others: string): RegExp {
  return new RegExp(`\\b(?:${words.trim().split(/\s+/).join('|')})\\b|${others}`)
}
