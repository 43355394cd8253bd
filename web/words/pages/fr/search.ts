import type { PageWords } from '../en.ts'

export const searchFr: PageWords['search'] = {
  title: 'Recherche',
  titleOf: (query) => `Recherche\u202f: «\u202f${query}\u202f»`,
  field: 'Rechercher une personne, un binôme, une séance',
  short: 'Rechercher',
  label: 'Nom, adresse ou unité',
  hint: 'Avec plusieurs mots, tous doivent correspondre\u202f: «\u202fbernard tom\u202f».',
  find: 'Rechercher',
  emptyTitle: 'Aucun résultat',
  empty: 'Essayez une partie du nom, sans prénom ni titre.',
  more: 'Voici les dix premiers résultats. Ajoutez un mot pour affiner.',
  moreSessions: 'Voici les dix plus proches. La page d’un binôme montre les autres.',
  sessions: 'Séances',
  key: 'La touche / ouvre la recherche depuis toutes les pages',
}
