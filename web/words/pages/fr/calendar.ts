import type { PageWords } from '../en.ts'

export const calendar: PageWords['calendar'] = {
  title: 'Calendrier',
  week: (day) => `Semaine du ${day}`,
  previous: 'Semaine précédente',
  next: 'Semaine suivante',
  current: 'Cette semaine',
  toGrid: 'Voir la grille',
  grid: 'La semaine en grille',
  agenda: 'La semaine en liste',
  nothing: 'Aucune séance cette semaine.',
  openHours: 'Quand les mentors sont libres',
  closed: 'Pas libre cette semaine.',
  moved: 'Déplacée. Les nouvelles invitations sont en route.',
  failed: 'Le service n’a pas répondu. Rien n’a changé.',
  hint: 'Glissez une séance fixée pour la déplacer ; sa page le permet au clavier.',
  mentors: 'Mentors',
}
