import type { PageWords } from '../en.ts'

export const mailsFr: PageWords['mails'] = {
  title: 'Courriels sur Aujourd’hui',
  about:
    'Un les matins ouvrés, si quelque chose attend. Un aussitôt pour ce qui touche une date dans les 24 heures.',
  notify: 'Lesquels',
  notifyChoices: {
    both: 'Les deux',
    morning: 'Seulement le matin',
    urgent: 'Seulement ce qui touche les 24 heures à venir',
    none: 'Aucun',
  },
  awayUntil: 'En congé jusqu’au',
  awayUntilHint:
    'Le dernier jour d’absence compris. D’ici là, la suppléance les reçoit. Vide\u202f: présent.',
  deputy: 'Suppléance',
  nobody: 'personne',
  noOther: 'La suppléance revient à un autre responsable de ce programme. Il n’y en a pas encore.',
  goTo: (name, day) => `Jusqu’au ${day}, ils vont à ${name}.`,
  comeAnyway: 'Personne n’assure la suppléance en ce moment\u202f: ils arrivent encore à cette adresse.',
  badDay: 'Indiquez un jour, ou laissez ouvert.',
}
