import type { PageWords } from '../en.ts'

export const importsFr: PageWords['imports'] = {
  title: 'Import et export',
  about:
    'Un fichier CSV, tel que l’enregistre tout tableur\u00a0: des personnes, leurs heures, des binômes. Sotto le reconnaît à ses colonnes. Vous lisez d’abord ce qu’il ferait\u00a0; rien n’est fait avant votre confirmation, et alors tout ou rien.',
  inTitle: 'Importer',
  files: 'Fichiers',
  filesHint: 'Un ou plusieurs, un mégaoctet au plus en tout. Personnes et binômes peuvent venir ensemble.',
  text: 'Ou collez des lignes d’un tableur',
  textHint: 'Avec la ligne des noms de colonnes en tête.',
  look: 'Voir ce que cela ferait',
  chooseOne: 'Choisissez un fichier, ou collez des lignes.',
  tooManyFiles: (most) => `${most} fichiers au plus à la fois.`,
  inFile: (name, sentence) => `${name}\u00a0: ${sentence}`,
  pasted: 'Ce que vous avez collé',
  columnsTitle: 'Colonnes',
  columnsAbout:
    'La première ligne nomme les colonnes, dans n’importe quel ordre\u00a0; une colonne absente ne change rien. Les listes sont séparées par |, les personnes désignées par leur adresse. Qui est connu par son adresse est modifié, pas doublé.',
  columns: {
    name: 'Obligatoire pour une nouvelle personne.',
    email: 'De qui il s’agit.',
    roles:
      'executive, mentor, assistant, manager, sponsor. Obligatoire pour une nouvelle personne\u00a0; un rôle omis prend fin.',
    zone: 'Une ville, comme Paris, ou un fuseau, comme Europe/Paris. Obligatoire pour une nouvelle personne.',
    locale: 'en ou fr.',
    unit: 'Vide\u00a0: aucune.',
    reports_to: 'Une adresse, aussi de quelqu’un du même fichier.',
    assistants: 'Les adresses de qui répond, aussi dans le même fichier.',
    blockers: 'booked, bottleneck, handled, on-the-go.',
    minutes: 'Durée d’une séance\u00a0; vide\u00a0: celle du programme.',
    aliases: 'Ses autres adresses.',
    short_name: 'Pour les titres\u00a0; vide\u00a0: tiré du nom.',
    mentor: 'Une adresse.',
    executive: 'Une adresse.',
    kind: 'workshop, mentoring ou reverse-mentoring\u00a0; vide\u00a0: celui qui convient à la place des deux.',
    place: 'Une salle, un numéro à appeler ou un lien.',
    day: 'De 1 à 7, lundi d’abord, ou une date à part. Toutes les lignes d’une personne forment ses nouvelles heures.',
    from: 'Comme 09:00. Une date sans heures est fermée.',
    to: 'Comme 12:00.',
  },
  kinds: { people: 'Personnes', pairings: 'Binômes', hours: 'Heures', sessions: 'Séances' },
  outTitle: 'Exporter',
  outAbout:
    'Ce qui est ici maintenant, à lire ou à modifier dans un tableur. Personnes, binômes et heures peuvent être importés de nouveau\u00a0; inchangés, ils ne changent rien. Aucun stade, engagement, question ni note n’y figure.',
  gone: 'Ce fichier n’est plus ici\u00a0: ce qui est lu est gardé un jour. Importez-le de nouveau.',
  reading: 'Lecture…',
  doing: (count) => (count === 1 ? 'Import d’une ligne…' : `Import de ${count} lignes…`),
  previewTitle: 'Ce que cela ferait',
  doneTitle: 'Importé',
  fileTitle: (kind, name) => (name ? `${kind}\u00a0: ${name}` : kind),
  summary: ({ made, changed, unchanged }) =>
    `${made} ${made > 1 ? 'nouvelles lignes' : 'nouvelle ligne'}, ${changed} ${changed > 1 ? 'modifiées' : 'modifiée'}, ${unchanged} sans changement.`,
  wouldDo: 'Si vous confirmez\u00a0:',
  errorsTitle: (errors, lines) =>
    `${errors === 1 ? 'Une erreur' : `${errors} erreurs`} dans ${lines === 1 ? 'une ligne' : `${lines} lignes`}`,
  errorsAbout:
    'Rien ne peut être fait tant qu’il en reste une. Corrigez le fichier, puis importez-le de nouveau.',
  line: (line) => `Ligne ${line}`,
  notTaken: 'erreur',
  change: (field, before, after) => `${field}\u00a0: ${after || 'vide'} (avant\u00a0: ${before || 'vide'})`,
  ends: (windows) => `N’est plus libre\u00a0: ${windows}`,
  confirm: (count) => (count === 1 ? 'Confirmer\u00a0: une ligne' : `Confirmer\u00a0: ${count} lignes`),
  nothingNew: 'Tout est déjà comme le dit le fichier. Il n’y a rien à confirmer.',
  again: 'Importer un autre fichier',
  people: 'Personnes',
  pairings: 'Binômes',
  errors: {
    needed: () => 'Il faut l’indiquer.',
    unreadable: () => 'Certains caractères ne peuvent pas être lus.',
    'too-long': ({ most }) => `C’est trop long\u00a0: ${most} caractères au plus.`,
    'too-many': ({ most }) => `Il y en a trop\u00a0: ${most} au plus.`,
    'no-address': ({ text }) => `«\u00a0${text}\u00a0» n’est pas une adresse complète.`,
    'other-letters': ({ text }) =>
      `On ne peut pas écrire à «\u00a0${text}\u00a0»\u00a0: avant le @ se trouvent des lettres ou des signes que le courriel n’admet pas, comme é.`,
    'address-too-long': () => 'Cette adresse est trop longue pour le courriel.',
    'unknown-role': ({ text }) =>
      `«\u00a0${text}\u00a0» n’est pas un rôle\u00a0: executive, mentor, assistant, manager ou sponsor, séparés par |.`,
    'unknown-zone': ({ text }) =>
      `«\u00a0${text}\u00a0» n’est ni un fuseau horaire, ni une ville connue de Sotto. Indiquez par exemple Paris ou Europe/Paris.`,
    'unknown-locale': ({ text }) => `«\u00a0${text}\u00a0» n’est pas une langue de Sotto\u00a0: en ou fr.`,
    'unknown-blocker': ({ text }) =>
      `«\u00a0${text}\u00a0» n’est pas un frein\u00a0: booked, bottleneck, handled ou on-the-go, séparés par |.`,
    'unknown-kind': ({ text }) =>
      `«\u00a0${text}\u00a0» n’est pas un genre\u00a0: workshop, mentoring ou reverse-mentoring.`,
    'bad-minutes': ({ least, most }) => `Indiquez un nombre entier de ${least} à ${most}.`,
    'bad-place': ({ kind }) =>
      ({
        room: 'Indiquez la salle, en moins de mots.',
        phone: 'Indiquez un numéro, par exemple +33 1 23 45 67 89.',
        link: 'Indiquez une adresse qui commence par https://.',
      })[kind],
    'bad-day': ({ text }) =>
      `«\u00a0${text}\u00a0» n’est pas un jour\u00a0: de 1 à 7, lundi d’abord, ou une date comme 22/03/2027.`,
    'bad-time': ({ text }) =>
      `«\u00a0${text}\u00a0» n’est pas une heure\u00a0: indiquez-en une, comme 09:00.`,
    'bad-order': () =>
      'La fin vient après le début. Une plage qui passe minuit s’écrit en deux lignes, la première jusqu’à 24:00.',
    'time-needed': () =>
      'Il faut une heure, comme 09:00. Seule une date peut n’en avoir aucune\u00a0: elle est alors fermée.',
    'too-many-cells': () => 'Cette ligne a plus de cellules que de colonnes.',
    'bad-quotes': () => 'Les guillemets de cette ligne ne peuvent pas être lus.',
    duplicate: ({ line }) => `La même chose figure déjà à la ligne ${line}.`,
    'nobody-here': ({ text }) => `Personne ici n’a l’adresse ${text}.`,
    'overlapping-hours': ({ line }) => `Cela recouvre la ligne ${line}, ou la contredit.`,
    'kind-stays': ({ kind }) =>
      `Ces deux personnes forment déjà un binôme (${kind}). Le genre reste jusqu’à sa fin.`,
    'too-many-places': ({ most }) =>
      `Un import change le lieu de ${most} binômes au plus, car des dates et des messages peuvent en dépendre. Importez le reste ensuite.`,
  },
  faults: {
    'empty-file': () => 'Il n’y a rien dedans.',
    'no-lines': () => 'Il y a une ligne de noms de colonnes, et aucune ligne au-dessous.',
    'open-quote': ({ line }) => `Un guillemet de la ligne ${line} n’est jamais refermé.`,
    'too-many-lines': ({ most }) =>
      `Il y a plus de ${most.toLocaleString('fr')} lignes. Importez-le en plusieurs parties.`,
    'too-many-columns': ({ most }) => `Il y a plus de ${most} colonnes.`,
    'unknown-column': ({ columns }) => `Ces colonnes ne sont pas connues ici\u00a0: ${columns.join(', ')}.`,
    'column-twice': ({ column }) => `La colonne ${column} s’y trouve deux fois.`,
    'column-missing': ({ columns }) => `Il manque ces colonnes\u00a0: ${columns.join(', ')}.`,
  },
}
