import type { PageWords } from '../en.ts'

export const hoursFr: PageWords['hours'] = {
  title: 'Mes disponibilités',
  heading: 'Disponibilités',
  none: 'Pas encore indiquées\u202f: rien ne peut être planifié.',
  closed: 'indisponible',
  about: 'Quand une séance peut avoir lieu. Visibles uniquement par la personne qui gère le programme.',
  week: 'Chaque semaine',
  weekdays: 'Du lundi au vendredi',
  same: 'Les mêmes chaque jour',
  each: 'Jour par jour',
  zone: 'À l’heure de',
  officeHours: (hours, zone) =>
    `Si aucune ligne n’est remplie, horaires par défaut\u202f: ${hours}, ${zone}.`,
  from: 'de',
  to: 'à',
  weekHint: 'Ligne vide\u202f: pas disponible. 00:00 comme fin veut dire minuit.',
  exceptions: 'Jours particuliers',
  exceptionsOf: (days) => (days === 0 ? 'Jours particuliers' : `Jours particuliers (${days})`),
  exceptionsHint:
    'Une date sans heures est bloquée toute la journée\u202f; avec des heures, elles remplacent celles de la semaine.',
  date: 'Date',
  badWindow: 'Indiquez un début et une fin plus tardive, par exemple 09:00 et 12:00.',
  badDate: 'Indiquez une date, par exemple 23/03/2027.',
  save: 'Enregistrer les disponibilités',
  row: (day, row, edge) => `${day}, ligne ${row}, ${edge}`,
  exceptionRow: (row, edge) => `Jour ${row}, ${edge}`,
}
