import type { PageWords } from '../en.ts'

export const keysFr: PageWords['keys'] = {
  title: 'Clés d’API',
  about:
    'Avec une clé, un logiciel interroge l’API en votre nom, dans les programmes que vous indiquez et dans aucun autre. Il fait ce que vous pouvez faire à ce moment-là, et la clé prend fin avec votre place. Elle ne connecte personne, n’exporte rien, n’efface personne, ne change pas d’adresse et ne crée pas de clé. Un agent qui parle le Model Context Protocol s’en sert aussi, à l’adresse /mcp.',
  none: 'Vous n’avez pas de clé.',
  copy: 'Copiez cette clé maintenant\u202f: elle ne sera plus affichée. Qui la possède agit en votre nom.',
  shownOnce:
    'Cette clé a déjà été créée et affichée. Si vous ne l’avez pas gardée, mettez-y fin et créez-en une autre.',
  add: 'Créer une clé',
  name: 'À quoi sert-elle\u202f?',
  nameHint: 'Le logiciel ou la machine qui l’aura.',
  access: 'Que permet-elle\u202f?',
  accesses: { read: 'Lire', write: 'Lire et modifier', health: 'Demander le détail de l’état' },
  programmes: 'Dans quels programmes\u202f?',
  expiresOn: 'Dernier jour',
  make: 'Créer la clé',
  made: (day) => `Créée le ${day}.`,
  until: (day) => `Valable jusqu’au ${day}.`,
  over: (day) => `Valable jusqu’au ${day}, plus maintenant.`,
  ended: (day) => `Terminée le ${day}.`,
  used: (day) => `Utilisée pour la dernière fois le ${day}.`,
  neverUsed: 'Pas encore utilisée.',
  end: 'Mettre fin à cette clé',
  docs: {
    title: 'Ce que répond l’API',
    about:
      'Tout ce qu’un logiciel peut demander, par chapitres, avec ce qui est envoyé, ce qui est répondu et les refus possibles. Les heures sont en ISO 8601 et en UTC, les fuseaux ont leur nom IANA. Les descriptions sont en anglais.',
    asFile: 'La même chose en OpenAPI 3.1',
    chapters: 'Chapitres',
    opensTo: {
      key: 'Avec une clé, ou une fois connecté.',
      'sign-in': 'Une fois connecté, pas avec une clé.',
      anyone: 'Ouvert à tous.',
    },
    named: 'Nom\u202f:',
    parameters: 'Paramètres',
    body: 'Envoyé',
    answer: 'Répondu',
    refusals: 'Refusé',
    example: 'Par exemple',
    optional: 'peut être omis',
  },
  badName: 'Indiquez à quoi elle sert, sur une ligne de 80 caractères au plus.',
  badDay: 'Il faut une date, comme 2027-03-31.',
  noProgramme: 'Choisissez au moins un programme.',
}
