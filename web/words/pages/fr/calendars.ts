import { de } from '../../elision.ts'
import type { PageWords } from '../en.ts'

export const calendarsFr: PageWords['calendars'] = {
  title: 'Agendas',
  of: (name) => `Agendas ${de(name)}`,
  link: 'Agendas',
  subscribeTitle: 'S’abonner',
  subscribe:
    'Vos séances dans votre propre agenda, en plus des invitations. Il vérifie les changements environ toutes les heures.',
  held: 'Une heure retenue pour une proposition ouverte y figure comme incertaine, jusqu’à ce qu’elle soit choisie ou libérée.',
  make: 'Créer une adresse',
  again: 'Créer une nouvelle adresse',
  againHint:
    'Toute personne qui connaît l’adresse voit les horaires. Une fois l’adresse remplacée ou supprimée, l’ancienne n’ouvre plus rien\u202f: un agenda abonné garde ce qu’il a, sans plus se mettre à jour.',
  stop: 'Supprimer l’adresse',
  open: 'Ouvrir dans l’agenda',
  busyTitle: 'Agenda publié',
  busy: 'L’adresse d’un agenda publié en .ics (Outlook, Google, Apple…). Seuls ses horaires sont lus, toutes les heures, jamais le contenu\u202f: les heures occupées ne sont pas proposées.',
  ofExecutive:
    'Si vous le souhaitez, laissez lire votre propre agenda\u202f: l’adresse d’un agenda publié en .ics, de préférence limité aux disponibilités. Seuls ses horaires sont gardés, jamais le contenu\u202f; les heures occupées ne vous sont pas proposées. Tant qu’il est illisible, aucune nouvelle heure n’est proposée. Personne ne voit ce qu’il contient\u202f; qui organise vos rendez-vous voit qu’il y en a un, et s’il peut être lu.',
  byAssistant: 'Son adresse a été donnée par une personne qui répondait pour vous.',
  forExecutive: (name) =>
    `Si cela est souhaité, laissez lire l’agenda ${de(name)}\u202f: l’adresse d’un agenda publié en .ics, de préférence limité aux disponibilités. Seuls ses horaires sont gardés, jamais le contenu\u202f; les heures occupées ne sont pas proposées. Tant qu’il est illisible, aucune nouvelle heure n’est proposée. Personne ne voit ce qu’il contient. ${name} voit d’où il est lu et qu’il a été donné par une personne qui répond à sa place, et peut y mettre fin\u202f; qui organise les rendez-vous voit qu’il y en a un, et s’il peut être lu.`,
  byOther: 'Son adresse a été donnée par quelqu’un d’autre.',
  address: 'Adresse (https)',
  addressHint: 'Elle remplace celle qui est lue actuellement.',
  stopReading: 'Ne plus le lire',
  stopReadingHint: (host) =>
    `Les heures où ${host ?? 'cet agenda'} est occupé seraient de nouveau proposées. Son adresse est oubliée et serait à saisir de nouveau.`,
  save: 'Lire cet agenda',
  from: (host) => `Lu sur ${host}.`,
  known: (moment) => `Dernière lecture le ${moment}.`,
  unknown: (moment) => `Illisible depuis le ${moment}\u202f: en attendant, rien n’est considéré comme libre.`,
  problems: {
    sealed: 'Son adresse est chiffrée par une clé qui n’est plus là\u202f; indiquez-la de nouveau',
    silent: 'Son serveur n’a pas répondu',
    gone: 'Il n’y a rien à cette adresse',
    refused: 'Son serveur ne le fournit pas',
    elsewhere: 'Son adresse renvoie vers une autre, qui n’est pas lue',
    large: 'Il est trop volumineux',
    unreadable: 'Ce qui s’y trouve ne se lit pas comme un agenda',
  },
  bad: {
    empty: 'Indiquez une adresse.',
    emptyToStop: 'Indiquez une adresse. Pour ne plus lire l’agenda, utilisez le bouton ci-dessous.',
    unreadable: 'Ce n’est pas une adresse.',
    'not-https': 'Elle doit commencer par https:// et n’avoir aucun port particulier.',
    'not-public': 'Ce doit être une adresse publique, avec un nom.',
  },
}
