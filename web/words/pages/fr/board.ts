import type { PageWords } from '../en.ts'

export const boardFr: PageWords['board'] = {
  title: 'Tableau',
  filter: 'Qui est montré',
  about:
    'Où chacun a été vu agir en dernier, avec la prochaine date. Il avance par ce que les mentors ont vu, jamais en arrière.',
  stages: {
    curious: 'Curieux',
    reading: 'Lit',
    answering: 'Répond',
    posting: 'Publie',
    'asking-others-in': 'Invite les autres',
  },
  stage: 'Étape',
  sorts: {
    stage: 'Par étape',
    executive: 'Par dirigeant',
    mentor: 'Par mentor',
    next: 'Par prochaine date, ceux qui n’en ont pas d’abord',
    bumps: 'Par dates abandonnées',
  },
  filters: { all: 'Tout le monde', 'no-date': 'Sans date', bumped: 'Dates abandonnées' },
  bumps: (count) => (count === 1 ? 'une date abandonnée' : `${count} dates abandonnées de suite`),
  noDate: 'Pas de prochaine date',
  emptyTitle: 'Personne ici',
  empty: 'Personne n’est dans cette partie du tableau pour l’instant.',
  nobodyPaired: 'Ici figurent les binômes, selon leur avancement. Formez-en d’abord un.',
}
