/**
 * Words that say what the hour is for, in every form a title, a mail or an address may have them. They are compared
 * without case and accents, and whole; hyphens and underscores stand between words.
 */
export const TELLING_WORDS: readonly string[] = [
  ...formsOf('mentor', ['', 's', 'ed', 'ing', 'ship', 'ships', 'at', 'ats', 'er', 'e', 'es', 'ee', 'ees']),
  ...formsOf('mente', ['e', 'es']),
  ...formsOf('protege', ['', 's', 'e', 'es']),
  ...formsOf('coach', ['', 's', 'es', 'ed', 'ing', 'ings', 'ee', 'ees', 'er', 'e']),
  ...formsOf('tutor', ['', 's', 'ed', 'ing', 'ial', 'ials', 'ship', 'at', 'ats']),
  ...formsOf('train', ['ing', 'ings', 'er', 'ers', 'ee', 'ees']),
  ...formsOf('retrain', ['', 'ed', 'ing']),
  ...formsOf('learn', ['', 's', 'ed', 't', 'er', 'ers', 'ing', 'ings']),
  ...formsOf('elearn', ['ing', 'ings']),
  ...formsOf('teach', ['', 'es', 'er', 'ers', 'ing', 'ings']),
  ...['taught', 'lesson', 'lessons', 'homework', 'education', 'educational', 'syllabus'],
  ...formsOf('curricul', ['um', 'ums', 'a']),
  ...formsOf('skill', ['', 's', 'ed', 'ing', 'set', 'sets']),
  ...formsOf('upskill', ['', 's', 'ed', 'ing']),
  ...formsOf('reskill', ['', 's', 'ed', 'ing']),
  ...formsOf('apprentice', ['', 's', 'ship', 'ships']),
  ...formsOf('workshop', ['', 's']),
  ...formsOf('seminar', ['', 's']),
  ...formsOf('webinar', ['', 's']),
  ...formsOf('masterclass', ['', 'es']),
  ...formsOf('bootcamp', ['', 's']),
  ...['brown bag', 'boot camp', 'master class', 'refresher course', 'crash course', 'online course'],
  ...formsOf('program', ['', 's', 'me', 'mes']),
  ...formsOf('session', ['', 's']),
  ...['development', 'digital literacy', 'digital fluency', 'ai literacy', 'ai fluency'],
  ...formsOf('tuteur', ['', 's']),
  ...formsOf('tutrice', ['', 's']),
  ...['parrainage', 'parrainages'],
  ...formsOf('formation', ['', 's']),
  ...formsOf('formateur', ['', 's']),
  ...formsOf('formatrice', ['', 's']),
  ...['autoformation', 'autoformations'],
  ...formsOf('appren', [
    'dre',
    'ant',
    'ants',
    'ante',
    'antes',
    'ti',
    'tis',
    'tie',
    'ties',
    'tissage',
    'tissages',
  ]),
  ...formsOf('enseign', ['er', 'ant', 'ants', 'ante', 'antes', 'ement', 'ements']),
  ...formsOf('lecon', ['', 's']),
  ...['cours particulier', 'cours particuliers', 'cours en ligne', 'cours du soir'],
  ...formsOf('atelier', ['', 's']),
  ...formsOf('seminaire', ['', 's']),
  ...formsOf('webinaire', ['', 's']),
  ...formsOf('perfectionnement', ['', 's']),
  ...formsOf('accompagnement', ['', 's']),
  ...formsOf('competence', ['', 's']),
  ...['developpement', 'remise a niveau', 'mise a niveau', 'acculturation', 'litteratie'],
]

/** Said so plainly that they count inside a longer word too: “reversementoring”. */
export const TELLING_PARTS: readonly string[] = [
  ...[
    'mentoring',
    'mentorship',
    'mentorat',
    'coaching',
    'upskilling',
    'reskilling',
    'elearning',
    'autoformation',
  ],
  ...['apprentissage', 'workshop', 'seminaire', 'tutorat', 'webinar'],
]

/** What every business says of other things: inside one of these, a telling word is none. */
export const ORDINARY_PHRASES: readonly string[] = [
  ...['business', 'product', 'software', 'market', 'corporate', 'property', 'web', 'application', 'drug'].map(
    (what) => `${what} development`,
  ),
  ...['research and development', 'research development', 'sustainable development', 'economic development'],
  ...['international development', 'regional development', 'development bank', 'development costs'],
  ...['commercial', 'durable', 'produit', 'produits', 'international', 'economique', 'logiciel', 'web'].map(
    (what) => `developpement ${what}`,
  ),
  ...['recherche et developpement', 'recherche developpement', 'developpement des ventes'],
  ...['developpement des affaires', 'developpement du marche', 'developpement de la marque'],
  ...['developpement immobilier', 'developpement informatique', 'banque de developpement'],
  ...['machine learning', 'deep learning', 'chief learning officer', 'court session', 'session de bourse'],
]

function formsOf(stem: string, endings: readonly string[]): readonly string[] {
  return endings.map((ending) => `${stem}${ending}`)
}
