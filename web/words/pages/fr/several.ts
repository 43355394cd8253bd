import type { PageWords } from '../en.ts'

export const severalFr: PageWords['several'] = {
  choose: (who) => `Sélectionner ${who}`,
  chosen: 'Pour la sélection\u202f:',
  offer: 'Planifier des créneaux',
  pause: 'Mettre en pause',
  resume: 'Reprendre',
  blocker: 'Frein',
  addBlocker: 'Ajouter',
  removeBlocker: 'Retirer',
  none: 'Rien n’a changé\u202f: sélectionnez d’abord quelqu’un.',
  nothing: {
    'paused-several':
      'Rien n’a changé\u202f: seul un binôme actif se met en pause, et la sélection n’en contient aucun.',
    'resumed-several':
      'Rien n’a changé\u202f: seul un binôme en pause peut reprendre, et la sélection n’en contient aucun.',
    'blockers-several': 'Rien n’a changé\u202f: c’est déjà le cas pour toute la sélection.',
  },
  left: (count) =>
    count === 1
      ? 'Une des lignes choisies reste comme avant\u202f: il n’y avait rien à changer.'
      : `${count} des lignes choisies restent comme avant\u202f: il n’y avait rien à changer.`,
  noPairing: 'Rien n’est planifié\u202f: personne dans la sélection n’a de binôme.',
  tooMany: (most) => `Rien n’a changé\u202f: ${most} au plus à la fois.`,
  notDone: (who, why) => `${who}\u202f: ${why}`,
}
