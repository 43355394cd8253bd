import type { PageWords } from '../en.ts'

export const searchFr: PageWords['search'] = {
  title: 'Recherche',
  titleOf: (query) => `«\u202f${query}\u202f»`,
  field: 'Rechercher une personne, un binôme, une séance',
  short: 'Rechercher',
  about:
    'Un nom, une adresse ou une unité. Plusieurs mots trouvent ce qui les contient tous\u202f: «\u202fbernard tom\u202f».',
  find: 'Rechercher',
  emptyTitle: 'Rien trouvé',
  empty: 'Essayez une partie du nom, sans prénom ni titre.',
  more: 'Voici les dix premiers. Un mot de plus en trouve moins.',
  moreSessions: 'Voici les dix plus proches. La page d’un binôme montre les autres.',
  sessions: 'Séances',
  key: 'La touche / mène à la recherche depuis toutes les pages',
}
