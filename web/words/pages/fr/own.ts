import type { PageWords } from '../en.ts'

export const ownFr: PageWords['own'] = {
  title: 'Votre page',
  with: (mentor) => `Avec ${mentor}`,
  next: 'Prochaine date',
  noNext: 'Pas de date pour l’instant\u202f; il vous en sera proposé une.',
  begins: (format) => `Pour commencer\u202f: «\u202f${format}\u202f».`,
  before: 'À préparer\u202f:',
  materials: 'Documents pour vous',
  paused: 'En pause\u202f: personne ne vous demande de date.',
  commitment: 'Ce que vous vouliez faire',
  noCommitment: 'Rien n’avait été convenu la dernière fois.',
  due: (day) => `D’ici le ${day}`,
  isDone: 'Est-ce fait\u202f?',
  done: { yes: 'Oui', partly: 'En partie', no: 'Pas encore' },
  said: {
    yes: 'Vous dites\u202f: fait.',
    partly: 'Vous dites\u202f: fait en partie.',
    no: 'Vous dites\u202f: pas encore fait.',
  },
  seen: {
    yes: 'Vu\u202f: fait.',
    partly: 'Vu\u202f: fait en partie.',
    no: 'Vu\u202f: pas fait.',
  },
  noted: 'C’est noté. Merci.',
  inWriting:
    'Ce qui est convenu vous est envoyé par écrit\u202f: un courriel après chaque rendez-vous, lisible par toute personne ayant accès à votre messagerie.',
  notInWriting:
    'Après un rendez-vous, ce qui a été convenu ne vous est pas envoyé\u202f; vous le trouvez sur cette page.',
  inWritingOn: 'Me l’envoyer aussi par écrit',
  inWritingOff: 'Ne plus l’envoyer par écrit',
  towards: 'Votre objectif',
  noAim: 'Rien n’est encore choisi\u202f; cela peut attendre.',
  changeAim: 'Choisir autre chose',
  chooseAim: 'Choisir',
  saveAim: 'Enregistrer',
  question: 'Une question pour la prochaine fois',
  questionAbout: (mentor, manager) =>
    `Seule la personne que vous rencontrez (${mentor}) la lit, avant votre rendez-vous. ${manager} voit qu’il y en a une, sans la lire. Elle est effacée trente jours après le rendez-vous. Ce que vous écrivez par courriel, ${manager} le lit aussi.`,
  standIn: (name) => `Cette fois avec ${name}.`,
  unsaid: (words) =>
    `Vous avez écrit\u202f: ${words}. Ce mot n’a été transmis à personne et n’est pas conservé.`,
  questionOther:
    'Le prochain rendez-vous n’est plus le même. Voyez qui lira votre question, puis laissez-la de nouveau.',
  questionField: 'En une ligne',
  questionHint: '280 caractères au plus.',
  questionSave: 'La laisser pour la prochaine fois',
  questionTooLong: '280 caractères au plus\u202f: une question suffit.',
  quietly: 'En toute discrétion',
  quietlyAbout: (manager) =>
    `Seule la personne qui organise (${manager}) lit ceci\u202f; personne d’autre n’en apprend la raison, et personne ne la demande.`,
  pause: 'Je préférerais faire une pause',
  'another-mentor': 'Je préférerais voir quelqu’un d’autre',
  listMet: 'Vos rendez-vous',
  listNever: 'Aucun rendez-vous n’a eu lieu.',
  listMeant: 'Ce que vous vouliez faire',
  listDone: { yes: 'fait', partly: 'fait en partie', no: 'pas fait', unknown: 'on ne sait pas' },
  listSaid: {
    yes: 'vous dites\u202f: fait',
    partly: 'vous dites\u202f: fait en partie',
    no: 'vous dites\u202f: pas fait',
  },
  listSeen: { yes: 'vu\u202f: fait', partly: 'vu\u202f: fait en partie', no: 'vu\u202f: pas fait' },
  listMinutes: (day, minutes) => `${day}, ${minutes} minutes`,
  listKept: (day, manager) =>
    `Votre liste reste ici jusqu’au ${day}\u202f; puis les noms et les notes sont effacés. Pour une correction, ou pour un effacement anticipé, écrivez à ${manager}.`,
  asked: {
    pause: 'Vous avez demandé une pause. En attendant, aucun créneau ne vous est proposé.',
    'another-mentor':
      'Vous avez demandé à voir quelqu’un d’autre. En attendant, aucun créneau ne vous est proposé.',
  },
  takeBack: 'Retirer',
}
