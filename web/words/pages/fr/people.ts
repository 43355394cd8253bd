import { MAX_SHORT_NAME_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { de } from '../../elision.ts'
import type { PageWords } from '../en.ts'

export const peopleFr: PageWords['people'] = {
  title: 'Personnes',
  ofMentor: 'Avec le mentor',
  state: 'État',
  sorts: { name: 'Par nom', unit: 'Par unité', zone: 'Par fuseau horaire' },
  noneShown: 'Personne ne correspond. Affichez tout pour voir tout le monde.',
  role: 'Rôle',
  emptyTitle: 'Encore personne',
  empty: 'Ajoutez les dirigeants et les mentors du programme, puis les personnes qui répondent pour eux.',
  invite: 'Inviter ce mentor par courriel\u202f: un lien pour se connecter et donner ses disponibilités',
  invitation: 'Invitation',
  invitedOn: (day) => `Envoyée le ${day}. Son lien ne sert qu’une fois et reste valable une semaine.`,
  notInvited:
    'Pas encore envoyée\u202f: un courriel avec un lien pour se connecter et donner ses disponibilités.',
  sendInvitation: 'Envoyer l’invitation',
  sendInvitationAgain: 'L’envoyer de nouveau',
  assistantName: 'Assistante ou assistant\u202f: nom, le cas échéant',
  assistantEmail: 'Assistante ou assistant\u202f: adresse',
  badAssistant: 'Indiquez à la fois le nom et l’adresse, ou aucun des deux.',
  sameAsAssistant:
    'C’est l’adresse de la personne ajoutée. Laissez les deux champs vides si personne ne répond à sa place.',
  more: (zone, language) => `Plus\u202f: ${zone}, ${language.toLowerCase()}`,
  moreFields: 'Plus\u202f: fuseau horaire, langue, unité, autres adresses',
  next: 'Ensuite',
  nextHours: (name) => `Indiquer les disponibilités ${de(name)}`,
  nextPairing: (name) => `Former un binôme avec ${name}`,
  nextPerson: 'Ajouter quelqu’un d’autre',
  toToday: 'Aujourd’hui',
  addTitle: 'Une nouvelle personne',
  add: 'Ajouter',
  name: 'Nom',
  shortName: 'Nom court',
  shortNameHint:
    'Dans les titres des agendas\u202f: «\u202f30 min avec T. Leroy\u202f». Vide\u202f: tiré du nom.',
  email: 'Adresse',
  aliases: 'Autres adresses',
  oldAddress: (email: string) => `Si l’adresse change\u202f: ${email} est-elle encore la sienne\u202f?`,
  oldAddressHint:
    'Oui\u202f: ses réponses comptent comme avant. Non\u202f: les liens et connexions liés à cette adresse prennent fin, et ce qui est en cours part à la nouvelle.',
  oldAddressChoices: {
    yes: 'Oui, elle reste une de ses adresses',
    no: 'Non, elle était fausse ou n’existe plus',
  },
  aliasesHint: 'Séparées par des virgules\u202f; leurs réponses comptent comme les siennes.',
  roles: 'Dans ce programme',
  zone: 'Fuseau horaire',
  zoneHint: 'Une ville\u202f: Paris, Singapour, New York.',
  locale: 'Langue',
  locales: { en: 'Anglais', fr: 'Français' },
  unit: 'Unité',
  unitHint: 'Direction, service ou filiale.',
  reportsTo: 'Dépend de',
  nobody: 'personne ici',
  badName: 'Indiquez un nom.',
  badShortName: `${MAX_SHORT_NAME_CHARACTERS} caractères au plus.`,
  badEmail: {
    'no-address': 'Indiquez une adresse complète, par exemple nom@entreprise.example.',
    'other-letters': 'Avant le @ figurent des lettres ou des signes non admis dans une adresse, comme é.',
    'too-long': 'Cette adresse est trop longue.',
  },
  badAlias: (address: string) => `«\u202f${address}\u202f» n’est pas une adresse complète.`,
  endsRoles: (name: string, roles: string) =>
    `Oui, y mettre fin. Rôle retiré à ${name} dans ce programme\u202f: ${roles}`,
  endsRolesNeeded: 'Une case a été décochée. Rien n’a encore pris fin\u202f: dites ici si c’est voulu.',
  roleEnds: {
    manager: 'Sans ce rôle, la personne ne voit plus rien du programme et n’en reçoit plus rien, aussitôt.',
    mentor: 'Sans ce rôle, la personne n’a plus de page ici, et n’est proposée à personne.',
    executive: 'Sans ce rôle, la personne n’apparaît plus dans les suggestions.',
    assistant: 'Sans ce rôle, la personne ne peut répondre pour personne ici.',
    sponsor: '',
  },
  badRoles: 'Dites ce que cette personne est dans le programme.',
  badZone: (zone: string) =>
    zone === ''
      ? 'Indiquez une ville.'
      : `«\u202f${zone}\u202f» n’est pas une ville que Sotto connaît. Indiquez-en une plus grande à proximité, comme Paris, ou le nom du fuseau, comme Europe/Paris.`,
  assistants: 'Assistants',
  noAssistant: 'Personne ne répond à sa place\u202f: les demandes lui parviennent directement.',
  assistedBy: (name) => `${name} répond à sa place`,
  addAssistant: 'Qui répond à sa place',
  addAssistantDo: 'Lui confier les réponses',
  removeAssistant: (name: string) => `Retirer ${name}`,
  removeEnds: (name: string, executive: string, next: string) =>
    `${name} ne reçoit plus de messages au sujet ${de(executive)}\u202f: ni créneaux à choisir, ni changements, ni liste de la veille. Ses liens pour ${executive} n’ouvrent plus rien, et une réponse de sa part par courriel vous attend dans «\u202fAujourd’hui\u202f». Les créneaux proposés sont soumis à ${next}. Rien de cela ne se rétablit tout seul\u202f: les anciens liens restent inactifs.`,
  replaces: (name) =>
    `La personne choisie remplace ${name}, qui ne reçoit plus ces messages et dont les liens prennent fin aussitôt.`,
  replaceAssistant: (name) => `Remplacer ${name}`,
  serves: 'Répond pour',
  basics: 'L’essentiel',
  hoursTitle: 'Disponibilités',
  minutes: 'Durée des séances',
  minutesHint: 'Vide\u202f: comme le programme.',
  pairings: 'Binômes',
}
