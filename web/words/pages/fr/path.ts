import type { PageWords } from '../en.ts'

export const pathFr: PageWords['path'] = {
  title: 'Ce qui vient ensuite',
  aim: 'Va vers',
  aimHint: 'Un seul suffit, et il peut changer. Choisi à la première rencontre, ou par vous avant elle.',
  noAim: 'Pas encore dit',
  aims: {
    scale: 'Répondre une fois, là où l’on retrouve la réponse',
    align: 'Laisser voir comment on juge',
    filters: 'Entendre ceux que l’on n’entend pas',
  },
  save: 'Enregistrer',
  nothingNext:
    'La dernière rencontre a eu lieu. Rien ne vient de lui-même\u00a0; terminez le binôme, ou proposez des dates.',
}
