import type { PageWords } from '../en.ts'

export const calendarFr: PageWords['calendar'] = {
  title: 'Calendrier',
  week: (day) => `Semaine du ${day}`,
  views: { label: 'Vue', week: 'Semaine', day: 'Jour' },
  turning: {
    week: { previous: 'Semaine précédente', current: 'Cette semaine', next: 'Semaine suivante' },
    day: { previous: 'La veille', current: 'Aujourd’hui', next: 'Le lendemain' },
  },
  toGrid: 'Voir la grille',
  toDay: '$0, mentor par mentor',
  grids: { week: 'La semaine en grille', day: 'Le jour en grille, une colonne par mentor' },
  agendas: { week: 'La semaine en liste', day: 'Le jour en liste, mentor par mentor' },
  nothing: 'Aucune séance cette semaine.',
  nothingFor: 'Aucune séance.',
  openHours: 'Quand les mentors sont libres',
  closed: 'Pas libre cette semaine.',
  closedDay: 'Pas libre',
  moved: 'Déplacée. Les nouvelles invitations sont en route.',
  failed: 'Le service n’a pas répondu. Rien n’a changé.',
  byHand: 'La déplacer sur sa page',
  hint: 'Glissez une séance fixée pour la déplacer\u202f; sa page le permet au clavier.',
  dayHint:
    'Glissez une séance fixée vers un autre horaire ou un autre mentor\u202f; sa page le permet au clavier.',
  mentors: 'Mentors',
  mentorsOf: (from, to, all) => `Mentors ${from} à ${to} sur ${all}`,
  previousMentors: 'Les précédents',
  nextMentors: 'Les suivants',
  noMentors: 'Pas encore de mentor',
  noMentorsHint: 'Chaque mentor a ici sa colonne, avec ses heures ouvertes et ses séances.',
  asks: {
    question: (executive, mentor, when) =>
      `${executive} avec ${mentor}\u202f: déplacer la séance au ${when}\u202f?`,
    both: 'Les deux reçoivent le nouvel horaire.',
    changed: (executive, fresh, old) =>
      `${executive} reçoit le changement, ${fresh} une invitation, ${old} une annulation.`,
    there: (executive, when) => `Pour ${executive}\u202f: ${when}.`,
    confirm: 'Déplacer',
    leave: 'Ne rien changer',
  },
}
