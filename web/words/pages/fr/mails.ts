import type { PageWords } from '../en.ts'

export const mailsFr: PageWords['mails'] = {
  title: 'Courriels de la page «\u202fAujourd’hui\u202f»',
  about:
    'Un les matins ouvrés, si quelque chose attend. Un aussitôt pour ce qui concerne une date dans les 24 heures.',
  notify: 'Lesquels',
  notifyChoices: {
    both: 'Les deux',
    morning: 'Seulement le matin',
    urgent: 'Seulement ce qui concerne les 24 heures à venir',
    none: 'Aucun',
  },
  awayUntil: 'Absence jusqu’au',
  awayUntilHint: 'Le dernier jour d’absence. Jusque-là, ils vont à la suppléance. Vide\u202f: pas d’absence.',
  deputy: 'Suppléance',
  nobody: 'personne',
  noOther: 'La suppléance revient à une autre personne responsable de ce programme. Il n’y en a pas encore.',
  goTo: (name, day) => `Jusqu’au ${day}, ils vont à ${name}.`,
  comeAnyway: 'Personne n’assure la suppléance en ce moment\u202f: ils arrivent encore à cette adresse.',
  badDay: 'Indiquez un jour, ou laissez vide.',
}
