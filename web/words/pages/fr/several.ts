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
  tooMany: (most) => `Rien n’a changé\u202f: ${most} au plus à la fois.`,
  notDone: (who, why) => `${who}\u202f: ${why}`,
}
