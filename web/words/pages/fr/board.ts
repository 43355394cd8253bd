import type { PageWords } from '../en.ts'

export const boardFr: PageWords['board'] = {
  title: 'Tableau',
  filter: 'Personnes affichées',
  about:
    'La dernière étape observée pour chacun, avec la prochaine date. L’étape avance selon ce que les mentors ont vu, et ne recule que si un compte rendu est corrigé.',
  aboutOff: 'La prochaine date de chacun.',
  off: 'Le chemin parcouru est désactivé dans ce programme\u202f: personne ne note ce que l’on a vu faire.',
  switchOn: 'L’activer dans les règles',
  stages: {
    curious: 'Curiosité',
    reading: 'Lecture',
    answering: 'Réponse',
    posting: 'Publication',
    'asking-others-in': 'Invitation d’autres personnes',
  },
  seen: {
    curious: 'Rien n’a encore été vu.',
    reading: 'Suit ce que d’autres écrivent.',
    answering: 'A répondu là où d’autres peuvent lire.',
    posting: 'A publié quelque chose.',
    'asking-others-in': 'A fait venir quelqu’un.',
  },
  stage: 'Étape',
  sorts: {
    stage: 'Par étape',
    executive: 'Par dirigeant',
    mentor: 'Par mentor',
    next: 'Par prochaine date, sans date d’abord',
    bumps: 'Par nombre de reports',
  },
  filters: { all: 'Tout le monde', 'no-date': 'Sans date', bumped: 'Avec reports récents' },
  bumps: (count) => (count === 1 ? 'un report' : `${count} reports de suite`),
  bumpsHint: 'Un report, c’est une date déjà fixée qui a été déclinée ou déplacée du côté du dirigeant.',
  noDate: 'Pas de prochaine date',
  emptyTitle: 'Personne ici',
  empty: 'Cette partie du tableau est vide pour l’instant.',
  nobodyPaired: 'Ici figurent tous les binômes. Formez-en d’abord un.',
}
