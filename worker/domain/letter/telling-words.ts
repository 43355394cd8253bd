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
  ...['taught', 'lesson', 'lessons', 'homework', 'syllabus', 'trained', 'instructor', 'instructors'],
  ...formsOf('academ', ['y', 'ies', 'ie']),
  ...formsOf('student', ['', 's']),
  ...formsOf('pupil', ['', 's']),
  ...formsOf('classroom', ['', 's']),
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
  ...['brown bag', 'work shop', 'boot camp', 'master class', 'knowledge transfer'],
  ...[
    'refresher',
    'crash',
    'online',
    'digital',
    'short',
    'evening',
    'intensive',
    'private',
    'language',
  ].flatMap((which) => ['course', 'courses', 'class', 'classes'].map((what) => `${which} ${what}`)),
  ...formsOf('program', ['', 's', 'me', 'mes']),
  ...formsOf('session', ['', 's']),
  ...['development', 'digital literacy', 'digital fluency', 'ai literacy', 'ai fluency'],
  ...formsOf('tuteur', ['', 's']),
  ...formsOf('tutrice', ['', 's']),
  ...formsOf('tuto', ['', 's']),
  ...['parrainage', 'parrainages', 'marrainage', 'compagnonnage', 'filleul', 'filleule', 'filleuls'],
  ...formsOf('parrain', ['', 's']),
  ...formsOf('marraine', ['', 's']),
  ...formsOf('formation', ['', 's']),
  ...formsOf('formateur', ['', 's']),
  ...formsOf('formatrice', ['', 's']),
  ...['autoformation', 'autoformations', 'se former', 'appris', 'apprise', 'apprises', 'cursus'],
  ...formsOf('instruct', ['eur', 'eurs', 'rice', 'rices']),
  ...formsOf('stagiaire', ['', 's']),
  ...['mon eleve', 'son eleve', 'votre eleve', 'ses eleves', 'vos eleves', 'les eleves', 'etudier'],
  ...formsOf('didacticiel', ['', 's']),
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
  ...[
    'particulier',
    'particuliers',
    'en ligne',
    'du soir',
    'prive',
    'prives',
    'individuel',
    'individuels',
  ].map((which) => `cours ${which}`),
  ...['intensif', 'intensifs', 'avec', 'd anglais', 'd ia', 'd informatique', 'de langue', 'de langues'].map(
    (which) => `cours ${which}`,
  ),
  ...formsOf('atelier', ['', 's']),
  ...formsOf('seminaire', ['', 's']),
  ...formsOf('webinaire', ['', 's']),
  ...formsOf('perfectionnement', ['', 's']),
  ...formsOf('accompagnement', ['', 's']),
  ...formsOf('competence', ['', 's']),
  ...[
    'developpement',
    'remise a niveau',
    'mise a niveau',
    'acculturation',
    'litteratie',
    'transfert de connaissances',
  ],
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
    'learning',
    'autoformation',
  ],
  ...['apprentissage', 'workshop', 'seminaire', 'tutorat', 'webinar'],
]

/** What a longer word begins with that is about nothing else: “mentoranna”, “learningpath”, “coachez”. */
export const TELLING_STARTS: readonly string[] = [
  ...['mentor', 'mentee', 'coach', 'tutor', 'tuteur', 'training', 'elearn', 'lesson'],
  ...['teach', 'upskill', 'reskill', 'masterclass', 'bootcamp', 'seminar', 'educat', 'curricul', 'pedagog'],
  ...['didacti', 'appren', 'enseignant', 'enseignement', 'etudiant', 'formateur', 'formatrice', 'formation'],
  ...['atelier', 'perfectionn', 'entraineur', 'entrainement'],
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
  ...['machinelearning', 'deeplearning', 'coachella', 'coachbuilder', 'coachbuilders', 'coachwork'],
  ...['en cours avec', 'au cours du soir'],
  ...[
    'machine learning',
    'deep learning',
    'chief learning officer',
    'court session',
    'session de bourse',
    'education nationale',
  ],
]

function formsOf(stem: string, endings: readonly string[]): readonly string[] {
  return endings.map((ending) => `${stem}${ending}`)
}
