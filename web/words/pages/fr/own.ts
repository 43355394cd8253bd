import type { PageWords } from '../en.ts'

export const ownFr: PageWords['own'] = {
  title: 'Votre page',
  with: (mentor) => `Avec ${mentor}`,
  next: 'Prochaine date',
  noNext: 'Pas de date pour l’instant ; une vous sera proposée.',
  begins: (format) => `Pour commencer\u00a0: «\u00a0${format}\u00a0».`,
  before: 'Avant, si vous voulez\u00a0:',
  materials: 'Ce qui va avec',
  paused: 'En pause : personne ne vous demande de date.',
  commitment: 'Ce que vous vouliez faire',
  noCommitment: 'Rien n’avait été convenu la dernière fois.',
  due: (day) => `D’ici le ${day}`,
  isDone: 'Est-ce fait ?',
  done: { yes: 'Oui', partly: 'En partie', no: 'Pas encore' },
  said: {
    yes: 'Vous dites : fait.',
    partly: 'Vous dites : fait en partie.',
    no: 'Vous dites : pas encore fait.',
  },
  seen: {
    yes: 'On l’a vu fait.',
    partly: 'On l’a vu fait en partie.',
    no: 'On ne l’a pas vu fait.',
  },
  noted: 'C’est noté. Merci.',
  inWriting:
    'Vous le recevez par écrit : un message après chaque rendez-vous, que peut lire quiconque ouvre votre boîte.',
  notInWriting: 'Après un rendez-vous, aucun message ne vous l’apporte.',
  inWritingOn: 'Me l’envoyer aussi par écrit',
  inWritingOff: 'Ne plus l’envoyer par écrit',
  question: 'Une question pour la prochaine fois',
  questionAbout: (mentor, manager) =>
    `Seule la personne que vous rencontrez (${mentor}) la lit, avant votre rendez-vous. ${manager} voit qu’il y en a une, sans la lire. Elle est effacée trente jours après. Ce que vous écrivez par courriel, ${manager} le lit aussi.`,
  questionField: 'En une ligne',
  questionHint: 'Au plus 280 caractères.',
  questionSave: 'La laisser pour la prochaine fois',
  questionTooLong: 'Au plus 280 caractères : une question suffit.',
  quietly: 'En toute discrétion',
  quietlyAbout: (manager) =>
    `Seule la personne qui organise (${manager}) lit ceci ; personne ne sait pourquoi, et personne ne demande.`,
  pause: 'Je préfère faire une pause',
  'another-mentor': 'Je préfère voir quelqu’un d’autre',
  listMet: 'Vos rendez-vous',
  listNever: 'Aucun rendez-vous n’a eu lieu.',
  listMeant: 'Ce que vous vouliez faire',
  listDone: { yes: 'fait', partly: 'fait en partie', no: 'pas fait', unknown: 'on ne sait pas' },
  listSaid: {
    yes: 'vous dites : fait',
    partly: 'vous dites : fait en partie',
    no: 'vous dites : pas fait',
  },
  listSeen: { yes: 'vu : fait', partly: 'vu : fait en partie', no: 'vu : pas fait' },
  listMinutes: (day, minutes) => `${day}, ${minutes} minutes`,
  listKept: (day, manager) =>
    `Votre liste reste ici jusqu’au ${day} ; puis noms et notes sont effacés. Pour une correction ou un effacement plus tôt, écrivez à ${manager}.`,
  asked: {
    pause: 'Vous avez demandé une pause. En attendant, aucun moment ne vous est proposé.',
    'another-mentor': 'Vous avez demandé quelqu’un d’autre. En attendant, aucun moment ne vous est proposé.',
  },
  takeBack: 'Revenir là-dessus',
}
