import type { PageWords } from '../en.ts'

export const hoursFr: PageWords['hours'] = {
  title: 'Mes horaires',
  heading: 'Horaires',
  none: 'Aucun encore\u202f: rien ne peut être placé.',
  closed: 'fermé',
  about: 'Quand une séance peut se placer. Seul le responsable les voit.',
  week: 'Chaque semaine',
  weekdays: 'Du lundi au vendredi',
  same: 'Pareil chaque jour',
  each: 'Jour par jour',
  zone: 'À l’heure de',
  officeHours: (hours, zone) =>
    `Tant qu’aucune ligne n’est remplie, les horaires par défaut valent\u202f: ${hours}, ${zone}.`,
  from: 'de',
  to: 'à',
  weekHint: 'Laissez une ligne vide pour rester fermé. 00:00 comme fin veut dire minuit.',
  exceptions: 'Jours particuliers',
  exceptionsOf: (days) => (days === 0 ? 'Jours particuliers' : `Jours particuliers (${days})`),
  exceptionsHint:
    'Une date sans heures est fermée toute la journée\u202f; avec des heures, elles remplacent celles de la semaine.',
  date: 'Date',
  badWindow: 'Indiquez un début et une fin plus tardive, par exemple 09:00 et 12:00.',
  badDate: 'Indiquez une date, par exemple 23/03/2027.',
  save: 'Enregistrer les horaires',
  row: (day, row, edge) => `${day}, ligne ${row}, ${edge}`,
  exceptionRow: (row, edge) => `Jour ${row}, ${edge}`,
}
