import type { PageWords } from '../en.ts'

export const calendarsFr: PageWords['calendars'] = {
  title: 'Agendas',
  of: (name) => `Agendas de ${name}`,
  link: 'Agendas',
  subscribeTitle: 'S’abonner',
  subscribe:
    'Vos séances dans votre propre agenda, à côté des invitations. Il regarde environ chaque heure si quelque chose a changé.',
  make: 'Créer une adresse',
  again: 'Créer une nouvelle adresse',
  againHint:
    'Qui connaît l’adresse voit les horaires. Avec une nouvelle, ou aucune, l’ancienne n’ouvre plus rien\u202f: un agenda qui y est abonné garde ce qu’il a et n’apprend plus aucun changement.',
  stop: 'Arrêter',
  open: 'Ouvrir dans l’agenda',
  busyTitle: 'Agenda publié',
  busy: 'L’adresse d’un agenda publié en .ics (Outlook, Google, Apple…). Seuls ses horaires sont lus, chaque heure, jamais un mot\u202f: les heures qu’il refuse ne sont pas proposées.',
  address: 'Adresse (https)',
  addressHint: 'Elle prend la place de celle qui est lue maintenant.',
  stopReading: 'Ne plus le lire',
  stopReadingHint: (host) =>
    `Les heures que ${host} refuse seraient de nouveau proposées. Son adresse est oubliée et devrait être écrite encore une fois.`,
  save: 'Lire cet agenda',
  from: (host) => `Lu sur ${host}.`,
  known: (moment) => `Lu la dernière fois ${moment}.`,
  unknown: (moment) => `Illisible depuis ${moment}\u202f: d’ici là, rien ne compte comme libre.`,
  problem: (code) => `Ce qui n’allait pas\u202f: ${code}.`,
  bad: {
    empty: 'Écrivez une adresse. Pour ne plus lire l’agenda, pressez le bouton ci-dessous.',
    unreadable: 'Ce n’est pas une adresse.',
    'not-https': 'Elle doit commencer par https:// et n’avoir aucun port particulier.',
    'not-public': 'Ce doit être une adresse publique, avec un nom.',
  },
}
