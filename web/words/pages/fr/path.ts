import type { PageWords } from '../en.ts'

export const pathFr: PageWords['path'] = {
  title: 'Ce qui vient ensuite',
  aim: 'Objectif',
  towards: (aim) => `Objectif\u202f: ${aim}`,
  aimHint:
    'Un seul suffit, et il peut changer. Il se choisit à la première rencontre\u202f; vous pouvez aussi le choisir avant.',
  noAim: 'Pas encore choisi',
  aims: {
    scale: 'Répondre une fois, là où l’on retrouve la réponse',
    align: 'Laisser voir le raisonnement',
    filters: 'Entendre ceux que l’on n’entend pas',
  },
  save: 'Enregistrer',
  nothingNext:
    'La dernière rencontre a eu lieu. Rien d’autre n’est proposé\u202f: mettez fin au binôme, ou proposez des créneaux.',
}
