import { MAX_SHORT_NAME_CHARACTERS } from '../../../../worker/domain/limits.ts'
import type { PageWords } from '../en.ts'

export const peopleFr: PageWords['people'] = {
  title: 'Personnes',
  emptyTitle: 'Personne encore',
  empty: 'Ajoutez les dirigeants et les mentors du programme, puis ceux qui répondent pour eux.',
  addTitle: 'Une nouvelle personne',
  add: 'Ajouter',
  name: 'Nom',
  shortName: 'Nom court',
  shortNameHint: 'Dans les titres des agendas : « 30 min avec T. Leroy ». Vide : tiré du nom.',
  email: 'Adresse',
  aliases: 'Autres adresses',
  oldAddress: (email: string) => `Si l’adresse change : ${email} est-elle encore la sienne ?`,
  oldAddressHint:
    'Oui : ses réponses comptent comme avant. Non : les liens et connexions envoyés là cessent, et ce qui est encore en cours part à la nouvelle.',
  oldAddressChoices: {
    yes: 'Oui, elle reste une de ses adresses',
    no: 'Non, elle était fausse ou n’existe plus',
  },
  aliasesHint: 'Séparées par des virgules ; leurs réponses comptent comme les siennes.',
  roles: 'Dans ce programme',
  zone: 'Fuseau horaire',
  zoneHint: 'Une ville : Paris, Singapour, New York.',
  locale: 'Langue',
  locales: { en: 'English', fr: 'Français' },
  unit: 'Unité',
  reportsTo: 'Dépend de',
  nobody: 'personne ici',
  badName: 'Indiquez un nom.',
  badShortName: `${MAX_SHORT_NAME_CHARACTERS} caractères au plus.`,
  badEmail: {
    'no-address': 'Indiquez une adresse complète, par exemple nom@entreprise.example.',
    'other-letters': 'Avant le @ se trouvent des lettres ou des signes que le courriel n’admet pas, comme é.',
    'too-long': 'Cette adresse est trop longue pour le courriel.',
  },
  badAlias: (address: string) => `« ${address} » n’est pas une adresse complète.`,
  endsRoles: (name: string, roles: string) =>
    `Oui, y mettre fin : ${name} n’est plus dans ce programme en tant que : ${roles}`,
  endsRolesNeeded: 'Une case a été décochée. Rien n’a encore pris fin : dites ici si c’est voulu.',
  roleEnds: {
    manager: 'Un responsable ne voit alors plus rien de ce programme et n’en a plus de nouvelles, aussitôt.',
    mentor: 'Un mentor n’a alors plus de page à lui ici, et n’est proposé à personne.',
    executive: 'Un dirigeant n’est alors proposé à personne.',
    assistant: 'Un assistant ne peut alors répondre pour personne ici.',
    sponsor: '',
  },
  badRoles: 'Dites ce que cette personne est dans le programme.',
  badZone: (zone: string) =>
    zone === ''
      ? 'Indiquez une ville.'
      : `« ${zone} » n’est pas une ville que Sotto connaît. Indiquez-en une plus grande à proximité, comme Paris, ou le nom du fuseau, comme Europe/Paris.`,
  assistants: 'Assistants',
  noAssistant: 'Personne ne répond à sa place ; on le sollicite lui-même.',
  assistedBy: (name) => `${name} répond à sa place`,
  addAssistant: 'Qui répond à sa place',
  addAssistantDo: 'Lui confier les réponses',
  removeAssistant: (name: string) => `Retirer ${name}`,
  removeEnds: (name: string, executive: string, next: string) =>
    `${name} ne reçoit plus de messages au sujet de ${executive} : ni horaires à choisir, ni changements, ni liste de la veille. Ses liens pour ${executive} n’ouvrent plus rien, et une réponse de sa part par courriel vous attend dans « Aujourd’hui ». Les horaires proposés sont demandés à ${next}. Rien de cela ne revient de soi-même : les anciens liens restent éteints.`,
  replaces: (name) =>
    `La personne choisie prend la place de ${name}, qui ne reçoit plus ces messages et dont les liens cessent aussitôt.`,
  replaceAssistant: (name) => `Remplacer ${name}`,
  serves: 'Répond pour',
  basics: 'L’essentiel',
  hoursTitle: 'Horaires',
  minutes: 'Durée des séances',
  minutesHint: 'Vide : comme le programme.',
  pairings: 'Binômes',
}
