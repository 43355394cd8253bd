import type { PageWords } from '../en.ts'

export const importsFr: PageWords['imports'] = {
  title: 'Import et export',
  about:
    'Un fichier CSV, tel que l’enregistre tout tableur\u202f: des personnes, leurs disponibilités, des binômes. Sotto le reconnaît à ses colonnes. Vous voyez d’abord ce qu’il ferait\u202f; rien n’est fait avant votre confirmation, puis tout ou rien.',
  inTitle: 'Importer',
  files: 'Fichiers',
  filesHint:
    'Un ou plusieurs, un mégaoctet au plus en tout. Personnes et binômes peuvent être importés ensemble.',
  text: 'Ou collez des lignes d’un tableur',
  textHint: 'Avec la ligne des noms de colonnes en tête.',
  look: 'Voir ce que cela ferait',
  chooseOne: 'Choisissez un fichier, ou collez des lignes.',
  tooManyFiles: (most) => `${most} fichiers au plus à la fois.`,
  inFile: (name, sentence) => `${name}\u202f: ${sentence}`,
  pasted: 'Ce que vous avez collé',
  columnsTitle: 'Colonnes',
  columnsAbout:
    'La première ligne nomme les colonnes, dans n’importe quel ordre\u202f; une colonne absente ne change rien. Les listes sont séparées par |, les personnes désignées par leur adresse. Une personne dont l’adresse est connue est modifiée, sans doublon.',
  columns: {
    name: 'Obligatoire pour une nouvelle personne.',
    email: 'De qui il s’agit.',
    roles:
      'executive, mentor, assistant, manager, sponsor. Obligatoire pour une nouvelle personne\u202f; un rôle omis prend fin.',
    zone: 'Une ville, comme Paris, ou un fuseau, comme Europe/Paris. Obligatoire pour une nouvelle personne.',
    locale: 'en ou fr.',
    unit: 'Vide\u202f: aucune.',
    reports_to: 'Une adresse, y compris d’une personne du même fichier.',
    assistants: 'Les adresses des personnes qui répondent, y compris dans le même fichier.',
    blockers: 'Freins\u202f: booked, bottleneck, handled, on-the-go.',
    minutes: 'Durée d’une séance\u202f; vide\u202f: celle du programme.',
    aliases: 'Ses autres adresses.',
    short_name: 'Pour les titres\u202f; vide\u202f: tiré du nom.',
    mentor: 'Une adresse.',
    executive: 'Une adresse.',
    kind: 'workshop, mentoring ou reverse-mentoring\u202f; vide\u202f: celui qui convient au niveau des deux.',
    place: 'Une salle, un numéro à appeler ou un lien.',
    day: 'De 1 à 7, 1 pour lundi, ou une date particulière. Toutes les lignes d’une personne forment ses nouvelles disponibilités.',
    from: 'Par exemple 09:00. Une date sans heures est bloquée.',
    to: 'Par exemple 12:00.',
  },
  kinds: { people: 'Personnes', pairings: 'Binômes', hours: 'Disponibilités', sessions: 'Séances' },
  outTitle: 'Exporter',
  outAbout:
    'Les données actuelles, à lire ou à modifier dans un tableur. Personnes, binômes et disponibilités peuvent être importés de nouveau\u202f; sans modification, rien ne change. Ni étape, ni engagement, ni question, ni note n’y figurent.',
  gone: 'Ce fichier n’est plus ici\u202f: ce qui est lu est gardé un jour. Importez-le de nouveau.',
  reading: 'Lecture…',
  doing: (count) => (count === 1 ? 'Import d’une ligne…' : `Import de ${count} lignes…`),
  previewTitle: 'Ce que cela ferait',
  doneTitle: 'Import terminé',
  fileTitle: (kind, name) => (name ? `${kind}\u202f: ${name}` : kind),
  summary: ({ made, changed, unchanged }) =>
    `${made} ${made > 1 ? 'nouvelles lignes' : 'nouvelle ligne'}, ${changed} ${changed > 1 ? 'modifiées' : 'modifiée'}, ${unchanged} sans changement.`,
  wouldDo: 'Si vous confirmez\u202f:',
  errorsTitle: (errors, lines) =>
    `${errors === 1 ? 'Une erreur' : `${errors} erreurs`} dans ${lines === 1 ? 'une ligne' : `${lines} lignes`}`,
  errorsAbout:
    'Rien ne peut être fait tant qu’il en reste une. Corrigez le fichier, puis importez-le de nouveau.',
  indiscreet: (found) =>
    `${found.map(({ word }) => `«\u202f${word}\u202f»`).join(', ')}\u202f: cela en dirait trop, car d’autres lisent ce texte dans les agendas et les courriels. Dites-le autrement\u202f; ou admettez-le dans les règles du programme, en disant pourquoi, puis revenez à cette page.`,
  rules: 'Les mots du programme',
  line: (line) => `Ligne ${line}`,
  notTaken: 'erreur',
  change: (field, before, after) => `${field}\u202f: ${after || 'vide'} (avant\u202f: ${before || 'vide'})`,
  ends: (windows) => `N’est plus libre\u202f: ${windows}`,
  confirm: (count) => (count === 1 ? 'Confirmer\u202f: une ligne' : `Confirmer\u202f: ${count} lignes`),
  nothingNew: 'Tout est déjà comme le dit le fichier. Il n’y a rien à confirmer.',
  again: 'Importer un autre fichier',
  people: 'Personnes',
  pairings: 'Binômes',
  errors: {
    needed: () => 'À renseigner.',
    unreadable: () => 'Certains caractères ne peuvent pas être lus.',
    'too-long': ({ most }) => `C’est trop long\u202f: ${most} caractères au plus.`,
    'too-many': ({ most }) => `Il y en a trop\u202f: ${most} au plus.`,
    'no-address': ({ text }) => `«\u202f${text}\u202f» n’est pas une adresse complète.`,
    'other-letters': ({ text }) =>
      `On ne peut pas écrire à «\u202f${text}\u202f»\u202f: avant le @ figurent des lettres ou des signes non admis dans une adresse, comme é.`,
    'address-too-long': () => 'Cette adresse est trop longue.',
    'unknown-role': ({ text }) =>
      `«\u202f${text}\u202f» n’est pas un rôle\u202f: executive, mentor, assistant, manager ou sponsor, séparés par |.`,
    'unknown-zone': ({ text }) =>
      `«\u202f${text}\u202f» n’est ni un fuseau horaire, ni une ville connue de Sotto. Indiquez par exemple Paris ou Europe/Paris.`,
    'unknown-locale': ({ text }) => `«\u202f${text}\u202f» n’est pas une langue de Sotto\u202f: en ou fr.`,
    'unknown-blocker': ({ text }) =>
      `«\u202f${text}\u202f» n’est pas un frein\u202f: booked, bottleneck, handled ou on-the-go, séparés par |.`,
    'unknown-kind': ({ text }) =>
      `«\u202f${text}\u202f» n’est pas un type\u202f: workshop, mentoring ou reverse-mentoring.`,
    'bad-minutes': ({ least, most }) => `Indiquez un nombre entier de ${least} à ${most}.`,
    'bad-place': ({ kind }) =>
      ({
        room: 'Indiquez la salle, en plus court.',
        phone: 'Indiquez un numéro, par exemple +33 1 23 45 67 89.',
        link: 'Indiquez une adresse qui commence par https://.',
      })[kind],
    'bad-day': ({ text }) =>
      `«\u202f${text}\u202f» n’est pas un jour\u202f: de 1 à 7, 1 pour lundi, ou une date comme 2027-03-22.`,
    'bad-time': ({ text }) =>
      `«\u202f${text}\u202f» n’est pas une heure\u202f: indiquez-en une, par exemple 09:00.`,
    'bad-order': () =>
      'La fin vient après le début. Une plage qui passe minuit s’écrit en deux lignes, la première jusqu’à 24:00.',
    'time-needed': () =>
      'Il faut une heure, par exemple 09:00. Seule une date peut n’en avoir aucune\u202f: elle est alors bloquée.',
    'too-many-cells': () => 'Cette ligne a plus de cellules que de colonnes.',
    'bad-quotes': () => 'Les guillemets de cette ligne ne peuvent pas être lus.',
    duplicate: ({ line }) => `La même chose figure déjà à la ligne ${line}.`,
    'nobody-here': ({ text }) => `Personne ici n’a l’adresse ${text}.`,
    'overlapping-hours': ({ line }) => `Cela chevauche la ligne ${line}, ou la contredit.`,
    'kind-stays': ({ kind }) =>
      `Ces deux personnes forment déjà un binôme (${kind}). Le type reste jusqu’à sa fin.`,
    'too-many-places': ({ most }) =>
      `Un import change le lieu de ${most} binômes au plus, car des dates et des courriels peuvent en dépendre. Importez le reste ensuite.`,
  },
  faults: {
    'empty-file': () => 'Le fichier est vide.',
    'no-lines': () => 'Le fichier a une ligne de noms de colonnes, et aucune ligne en dessous.',
    'open-quote': ({ line }) => `Un guillemet de la ligne ${line} n’est jamais refermé.`,
    'too-many-lines': ({ most }) =>
      `Il y a plus de ${most.toLocaleString('fr')} lignes. Importez-le en plusieurs parties.`,
    'too-many-columns': ({ most }) => `Il y a plus de ${most} colonnes.`,
    'unknown-column': ({ columns }) => `Ces colonnes ne sont pas connues ici\u202f: ${columns.join(', ')}.`,
    'column-twice': ({ column }) => `La colonne ${column} y figure deux fois.`,
    'column-missing': ({ columns }) => `Il manque ces colonnes\u202f: ${columns.join(', ')}.`,
  },
}
