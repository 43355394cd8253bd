import type { PageWords } from '../en.ts'

export const severalFr: PageWords['several'] = {
  choose: (who) => `Choisir ${who}`,
  chosen: 'Pour ceux qui sont choisis\u202f:',
  offer: 'Leur planifier des horaires',
  pause: 'Mettre en pause',
  resume: 'Reprendre',
  blocker: 'Ce qui fait obstacle',
  addBlocker: 'Ajouter',
  removeBlocker: 'Retirer',
  none: 'Rien n’a changé\u202f: choisissez d’abord quelqu’un.',
  nothing: {
    'paused-several':
      'Rien n’a changé\u202f: seul un binôme actif se met en pause, et aucun de ceux choisis ne l’est.',
    'resumed-several':
      'Rien n’a changé\u202f: seul un binôme en pause peut reprendre, et aucun de ceux choisis ne l’est.',
    'blockers-several': 'Rien n’a changé\u202f: c’est déjà le cas pour tous ceux choisis.',
  },
  left: (count) =>
    count === 1
      ? 'Une des lignes choisies reste comme avant\u202f: il n’y avait rien à changer.'
      : `${count} des lignes choisies restent comme avant\u202f: il n’y avait rien à changer.`,
  noPairing: 'Rien n’est planifié\u202f: personne parmi ceux choisis n’est dans un binôme.',
  tooMany: (most) => `Rien n’a changé\u202f: ${most} au plus à la fois.`,
  notDone: (who, why) => `${who}\u202f: ${why}`,
}
